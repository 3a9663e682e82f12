import { describe, expect, it } from "vitest";
import { boostToRestOf, fourVector, fromPThetaPhi, p, particle, tauPseudoRestFrame, xLepton } from "../src/index.js";
import { cases, componentError, relativeError } from "./reference.js";

type Row = {
  sqrt_s: number;
  mtau: number;
  lepton_cms: [number, number, number, number];
  tag_momentum_cms: [number, number, number];
  tau_direction: number[];
  lepton_pseudo_rest: number[];
  E_star: number;
  x_2E_over_mtau: number;
  p_star: number;
};

describe("tau pseudo-rest frame", () => {
  it.each(cases<Row>("tau_prf"))("$tag to 1e-12", (row) => {
    const [px, py, pz, e] = row.lepton_cms;
    const [tx, ty, tz] = row.tag_momentum_cms;
    const lepton = fourVector({ px, py, pz, e });
    const frame = tauPseudoRestFrame(fourVector({ px: tx, py: ty, pz: tz, m: 1 }), row.sqrt_s, row.mtau);
    const seen = boostToRestOf(lepton, frame);
    const size = p(frame);
    expect(componentError([frame.px / size, frame.py / size, frame.pz / size], row.tau_direction)).toBeLessThan(1e-12);
    expect(componentError([seen.px, seen.py, seen.pz, seen.e], row.lepton_pseudo_rest)).toBeLessThan(1e-12);
    expect(relativeError(seen.e, row.E_star)).toBeLessThan(1e-12);
    expect(relativeError(p(seen), row.p_star)).toBeLessThan(1e-12);
    expect(relativeError(xLepton(lepton, frame), row.x_2E_over_mtau)).toBeLessThan(1e-12);
  });

  it("is the PDG's tau, opposite to the tag", () => {
    const tag = fromPThetaPhi(2, 1, 0.5, 0.7);
    const frame = tauPseudoRestFrame(tag, 10.58);
    expect(frame.m).toBe(particle(15).mass);
    expect(frame.e).toBe(5.29);
    expect(
      componentError(
        [frame.px, frame.py, frame.pz].map((x) => x / p(frame)),
        [-tag.px / 2, -tag.py / 2, -tag.pz / 2],
      ),
    ).toBeLessThan(1e-15);
  });

  it("needs a tag that moves and room for the tau", () => {
    expect(() => tauPseudoRestFrame(fromPThetaPhi(0, 0, 0, 1), 10.58)).toThrow("the tag must have a momentum");
    expect(() => tauPseudoRestFrame(fromPThetaPhi(1, 0, 0, 1), 3)).toThrow("sqrtS / 2 must be above the mass");
  });
});
