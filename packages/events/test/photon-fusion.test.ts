// Table of models-2: exact spin sum over Gram determinants, VEGAS to 1e-4; Low and equivalent photons in closed form and by
// quadrature. test/slow holds the full amplitude at its tolerance, 5e-4.
import { fourVector, GEV2_FB } from "@belladonna/kinematics";
import type { FourVector } from "@belladonna/kinematics";
import { mediator, zPrime } from "@belladonna/models";
import type { Mediator } from "@belladonna/models";
import { ALPHA, MASS } from "@belladonna/models/constants";
import { describe, expect, it } from "vitest";
import {
  crossSection,
  equivalentPhotons,
  generate,
  lowCrossSection,
  photonFusion,
  qed,
  squaredAmplitude,
  treeProcess,
  withMediator,
} from "../src/index.js";
import table from "./data/alp_photon_fusion.json";

const sqrtS = 10.58;
const axion = (mass: number, photon = 1): Mediator =>
  mediator({ name: "a", kind: "pseudoscalar", mass, couplings: { photon }, channels: () => [] });

describe("the closed forms of photon fusion", () => {
  it("have Low's column in every row, to 1e-6", () => {
    expect(table.rows).toHaveLength(7);
    for (const [mass, , , low] of table.rows) {
      expect(Math.abs(lowCrossSection(axion(mass), { sqrtS }) / 1000 / low - 1)).toBeLessThan(1e-6);
    }
  });

  it("have the equivalent photons of the table in every row, to 2e-5, and to 1e-6 up to 6 GeV with its negative photons", () => {
    for (const [mass, , , , want] of table.rows) {
      const found = equivalentPhotons(axion(mass), { sqrtS, maximumVirtuality: "kinematic" }) / 1000;
      expect(Math.abs(found / want - 1)).toBeLessThan(2e-5);
      // The table goes on to z = 1, where Q²min > Q²max and the spectrum α/π ln((1−z) √s/m) is negative: −α m/(π √s) at each
      // end. Its quadrature is good to 7e-6 at 8 and to 3e-5 at 9 GeV (mpmath at 25 digits).
      if (mass > 6) continue;
      const s = sqrtS ** 2;
      const z = mass ** 2 / s;
      const log = ((1 + (1 - z) ** 2) / 2) * Math.log((s * (1 - z) ** 2) / (MASS.e * z) ** 2);
      const spectrum = (ALPHA / (Math.PI * z)) * (log - (1 - z));
      const ends = (2 * (ALPHA / Math.PI) * MASS.e) / sqrtS;
      const excess = (GEV2_FB / 1000) * ((Math.PI * mass ** 2) / (8 * s)) * spectrum * ends;
      expect(Math.abs((found - excess) / want - 1)).toBeLessThan(1e-6);
    }
  });
});

/** Momenta of an event at rest whose electrons leave with the momenta given. */
function eventOf(a: readonly number[], b: readonly number[], mass: number): FourVector[] {
  const leg = ([px, py, pz]: readonly number[], m: number): FourVector => fourVector({ px, py, pz, m });
  const final = [leg(a, MASS.e), leg(b, MASS.e), leg([-a[0] - b[0], -a[1] - b[1], -a[2] - b[2]], mass)];
  const energy = final.reduce((sum, { e }) => sum + e, 0) / 2;
  const pz = Math.sqrt(energy ** 2 - MASS.e ** 2);
  return [leg([0, 0, pz], MASS.e), leg([0, 0, -pz], MASS.e), ...final];
}

/** Gram determinant of four-vectors, by elimination in their order: the electrons, whose squares are smallest, come last. */
function gram(vectors: readonly FourVector[]): number {
  const dot = (p: FourVector, q: FourVector): number => p.e * q.e - p.px * q.px - p.py * q.py - p.pz * q.pz;
  const m = vectors.map((p) => vectors.map((q) => dot(p, q)));
  let product = 1;
  for (let k = 0; k < m.length; k++) {
    product *= m[k][k];
    for (let i = k + 1; i < m.length; i++) {
      const f = m[i][k] / m[k][k];
      for (let j = k; j < m.length; j++) m[i][j] -= f * m[k][j];
    }
  }
  return product;
}

describe("photonFusion", () => {
  it("has the spin sum of Gram determinants at wide angles", () => {
    const minus = (p: FourVector, q: FourVector): FourVector => ({
      px: p.px - q.px,
      py: p.py - q.py,
      pz: p.pz - q.pz,
      e: p.e - q.e,
      m: 0,
    });
    for (const [a, b, mass] of [
      [[0.5, 0.3, 4], [-0.7, 0.4, -3], 2],
      [[1.5, -0.3, -1], [0.7, 1.4, -0.3], 0.3],
    ] as const) {
      const momenta = eventOf(a, b, mass);
      const [p1, p2, k1, k2] = momenta;
      const [q1, q2] = [minus(p1, k1), minus(p2, k2)];
      const [t1, t2] = [gram([q1]), gram([q2])];
      const sum =
        -64 * gram([q1, q2, p1, p2]) -
        16 * t2 * gram([q1, q2, p1]) -
        16 * t1 * gram([q1, q2, p2]) -
        8 * t1 * t2 * gram([q1, q2]);
      const expected = ((4 * Math.PI * ALPHA) ** 2 * sum) / (4 * (t1 * t2) ** 2);
      expect(Math.abs(squaredAmplitude(photonFusion(axion(mass)), momenta) / expected - 1)).toBeLessThan(1e-9);
    }
  });

  it.each([0.2, 9])("has the cross section of the table at %s GeV, to three errors of 0.8 %", (mass) => {
    const want = table.rows.find(([m]) => m === mass)?.[1] ?? NaN;
    const found = crossSection(photonFusion(axion(mass)), { sqrtS, relativeError: 8e-3 });
    expect(found.valid).toBe(true);
    expect(Math.abs(found.value / 1000 / want - 1)).toBeLessThan(3 * 8e-3);
  });

  it("makes events of electrons in the beam pipe, whose cross section is the table's", () => {
    const events = generate(photonFusion(axion(1)), { sqrtS, events: 150, seed: 2 });
    expect(events.valid).toBe(true);
    expect(events.overweight).toBeLessThan(0.02);
    const { value, error } = events.crossSection;
    expect(Math.abs(value / 1000 - table.rows[1][1])).toBeLessThan((4 * error) / 1000);
    const { px, py, pz, pdgId } = events.particles;
    expect([...pdgId.slice(0, 5)]).toEqual([11, -11, 11, -11, 9000006]);
    let inPipe = 0;
    for (let k = 0; k < events.length; k++) {
      const near = (i: number): boolean => px[i] ** 2 + py[i] ** 2 < (0.2 * pz[i]) ** 2;
      if (near(events.offsets[k] + 2) && near(events.offsets[k] + 3)) inPipe++;
    }
    expect(inPipe / events.length).toBeGreaterThan(0.8);
  });

  it("has the amplitude of treeProcess but for annihilation, which does not matter at small angles", () => {
    const a = axion(1);
    const all = treeProcess({
      model: withMediator(qed({ vacuumPolarisation: false }), a),
      outgoing: [11, -11, 9000006],
      propagating: ["e", "photon"],
    });
    const ratio = (momenta: FourVector[]): number =>
      squaredAmplitude(all, momenta) / squaredAmplitude(photonFusion(a), momenta);
    expect(Math.abs(ratio(eventOf([1e-3, 0, 4], [0, -2e-3, -4], 1)) - 1)).toBeLessThan(1e-4);
    // The pair's mass is small and its photon's peak high.
    expect(ratio(eventOf([1, 0, 2], [1.01, 0.01, 2], 1))).toBeGreaterThan(2);
  });

  it("goes with g² and names what is wrong", () => {
    const momenta = eventOf([0.5, 0.3, 4], [-0.7, 0.4, -3], 2);
    const ratio =
      squaredAmplitude(photonFusion(axion(2, 3)), momenta) / squaredAmplitude(photonFusion(axion(2)), momenta);
    expect(Math.abs(ratio / 9 - 1)).toBeLessThan(1e-12);
    expect(() => photonFusion(zPrime({ mass: 1, gPrime: 1e-3 }))).toThrow("must be a pseudoscalar coupled to photons");
    expect(() => photonFusion(axion(1), { electronMass: 0 })).toThrow(
      "photonFusion: electronMass must be finite and > 0",
    );
    expect(() => equivalentPhotons(axion(1), { sqrtS, maximumVirtuality: -1 })).toThrow('or "kinematic", got -1');
  });
});
