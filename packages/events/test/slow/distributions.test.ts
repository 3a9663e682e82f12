import { describe, expect, it } from "vitest";
import { ffX, generate } from "../../src/index.js";
import { mediator } from "@belladonna/models";
import type { Couplings } from "@belladonna/models";
import type { GeneratedEvents } from "../../src/index.js";
import text from "../data/madgraph-distributions.json?raw";
import { ALPHA_MG } from "../reference.js";

interface Histogram {
  readonly edges: readonly number[];
  readonly value: readonly number[];
  readonly err: readonly number[];
}
const histograms = (
  JSON.parse(text) as { histograms: Record<string, { mX: number; hists: Record<string, Histogram> }> }
).histograms;

/** One number an event: momenta p (GeV), cosines, pair masses of l-, l+, X. */
function observable(name: string, { particles: { px, py, pz, e } }: GeneratedEvents, first: number): number {
  const [l, L, X] = [first + 2, first + 3, first + 4];
  const p = (i: number): number => Math.sqrt(px[i] ** 2 + py[i] ** 2 + pz[i] ** 2);
  const mass = (i: number, j: number): number =>
    Math.sqrt((e[i] + e[j]) ** 2 - (px[i] + px[j]) ** 2 - (py[i] + py[j]) ** 2 - (pz[i] + pz[j]) ** 2);
  switch (name) {
    case "p_X":
      return p(X);
    case "costh_X":
      return pz[X] / p(X);
    case "p_lminus":
      return p(l);
    case "costh_lminus":
      return pz[l] / p(l);
    case "p_lplus":
      return p(L);
    case "costh_lplus":
      return pz[L] / p(L);
    case "m_ll":
      return mass(l, L);
    case "costh_ll_open":
      return (px[l] * px[L] + py[l] * py[L] + pz[l] * pz[L]) / (p(l) * p(L));
    default:
      return mass(l, X);
  }
}

const N = 60000;

describe("distributions of l+ l- X", () => {
  const cases = Object.entries(histograms);

  it("are six samples of nine histograms", () => {
    expect(cases.map(([, { hists }]) => Object.keys(hists).length)).toEqual([9, 9, 9, 9, 9, 9]);
  });

  it.each(cases)("are MadGraph's (χ²) for %s", (name, { mX, hists }) => {
    const lepton = name.startsWith("mu") ? "mu" : "tau";
    const kind = name.includes("zp") ? "vector" : name.includes("alp") ? "pseudoscalar" : "scalar";
    const couplings: Couplings = { [kind]: { [lepton]: 0.01 } };
    const X = mediator({ name: "X", kind, mass: mX, couplings, channels: () => [] });
    const process = ffX({ lepton, mediator: X, alpha: ALPHA_MG, vacuumPolarisation: false, masses: { tau: 1.77686 } });
    const events = generate(process, { sqrtS: 10.58, events: N, seed: 17 });
    for (const [what, { edges, value, err }] of Object.entries(hists)) {
      const counts = new Float64Array(value.length);
      for (let k = 0; k < events.length; k++) {
        const x = observable(what, events, events.offsets[k]);
        const bin = Math.floor(((x - edges[0]) / (edges[edges.length - 1] - edges[0])) * value.length);
        if (bin >= 0 && bin < value.length) counts[bin] += events.weights[k];
      }
      const inside = counts.reduce((a, b) => a + b, 0);
      const total = value.reduce((a, b) => a + b, 0);
      let chi2 = 0;
      let bins = 0;
      value.forEach((v, b) => {
        const expected = (v / total) * inside;
        if (expected < 10) return;
        bins++;
        chi2 += (counts[b] - expected) ** 2 / (expected + ((err[b] / total) * inside) ** 2);
      });
      // 54 histograms: a chance of 1e-3 for any of them to fail, χ² < ν + 4.3 √(2ν) + 8 covers it for ν ≤ 19.
      expect(chi2, `${name} ${what}, ${bins} bins`).toBeLessThan(bins + 4.3 * Math.sqrt(2 * bins) + 8);
    }
  });
});
