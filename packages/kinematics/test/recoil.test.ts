import { describe, expect, it } from "vitest";
import {
  beamPreset,
  fourVector,
  p,
  phi,
  recoil,
  recoilMassSquared,
  superKekb,
  theta,
  massSquared,
  type BeamPreset,
} from "../src/index.js";
import { cases, componentError, relativeError } from "./reference.js";

type P4 = [number, number, number, number];
type Row = {
  beams: string;
  particles: P4[];
  p4Recoil_lab: P4;
  p4Recoil_cms: P4;
  m2Recoil: number;
  mRecoil_signed: number;
  pRecoil: number;
  eRecoil: number;
  pRecoilTheta: number;
  pRecoilPhi: number;
  missing_theta_cms_deg: number;
};

const presetOf: Record<string, BeamPreset> = {
  "run-2019+": "run2019",
  SuperKEKB: "superKekb",
  "Y4S-2015": "upsilon4S",
};

describe("recoil", () => {
  it.each(cases<Row>("recoil"))("$tag to 1e-12", (row) => {
    const b = beamPreset(presetOf[row.beams]);
    const r = recoil(b, ...row.particles.map(([px, py, pz, e]) => fourVector({ px, py, pz, e })));
    const cms = b.toCms(r);
    expect(componentError([r.px, r.py, r.pz, r.e], row.p4Recoil_lab)).toBeLessThan(1e-12);
    expect(componentError([cms.px, cms.py, cms.pz, cms.e], row.p4Recoil_cms)).toBeLessThan(1e-12);
    expect(relativeError(massSquared(r), row.m2Recoil)).toBeLessThan(1e-12);
    expect(relativeError(r.m, row.mRecoil_signed)).toBeLessThan(1e-12);
    expect(relativeError(p(r), row.pRecoil)).toBeLessThan(1e-12);
    expect(relativeError(theta(r), row.pRecoilTheta)).toBeLessThan(1e-12);
    expect(relativeError(phi(r), row.pRecoilPhi)).toBeLessThan(1e-12);
    expect(relativeError((180 / Math.PI) * theta(cms), row.missing_theta_cms_deg)).toBeLessThan(1e-12);
  });

  it("against everything is zero, mass and all", () => {
    expect(recoil(superKekb, superKekb.electron, superKekb.positron)).toEqual({ px: 0, py: 0, pz: 0, e: 0, m: 0 });
  });

  it("against nothing is the initial state", () => {
    expect(recoil(superKekb)).toBe(superKekb.total);
    expect(recoil(superKekb.total)).toBe(superKekb.total);
  });

  it("has the mass that the centre-of-mass energy says", () => {
    const v = fourVector({ px: 0, py: 1, pz: 2, m: 0.1 });
    const square = recoilMassSquared(superKekb.sqrtS, superKekb.toCms(v).e, v.m);
    expect(relativeError(square, massSquared(recoil(superKekb, v)))).toBeLessThan(1e-13);
  });
});
