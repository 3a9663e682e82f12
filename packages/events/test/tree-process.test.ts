import { describe, expect, it } from "vitest";
import { random } from "@belladonna/numerics";
import { compileCuts } from "../src/phase-space/cuts.js";
import { compile, crossSection, generate, qed, squaredAmplitude, treeProcess } from "../src/index.js";
import type { Cuts, Model } from "../src/index.js";
import { rows } from "./reference.js";
import { processOf } from "./reference-process.js";

describe("treeProcess", () => {
  // A quick selection; test/slow has every row, to a tighter error.
  const quick = [
    "mumu_c09",
    "gg_c095",
    "ee_c09",
    "mumuzp_m0.1_tot",
    "tautauzp_m6.9_tot",
    "mumus_m0.5_tot",
    "tautaualp_m3_tot",
    "aphp_m3_7_tot",
    "mumua_e01_c095_m0_0.25",
    "mumua_e01_c095_m3_4",
  ];

  it.each(rows.filter(({ key }) => quick.includes(key)))("has MadGraph's cross section $key", (row) => {
    const found = processOf(row);
    expect(found).toBeDefined();
    if (found === undefined) return;
    const { value, error } = crossSection(found.process, { sqrtS: 10.58, cuts: found.cuts, relativeError: 4e-3 });
    const combined = Math.sqrt((error / 1000) ** 2 + row.err ** 2);
    expect(Math.abs(value / 1000 - row.value)).toBeLessThan(3 * combined);
  });

  it("knows its particles, name and symmetry factor", () => {
    const process = treeProcess({ model: qed(), outgoing: [13, -13, 13, -13] });
    expect(process.name).toBe("e- e+ > mu- mu+ mu- mu+");
    expect(process.symmetryFactor).toBe(0.25);
    expect(process.outgoing.map(({ pdgId }) => pdgId)).toEqual([13, -13, 13, -13]);
    const momenta = [{ px: 0, py: 0, pz: 0, e: 1, m: 0 }];
    expect(() => squaredAmplitude(process, momenta)).toThrow("has 6 external particles, got 1");
  });

  it("names a closed phase space, cuts that leave nothing, a missing diagram and a vertex that breaks charge", () => {
    const taus = treeProcess({ model: qed(), outgoing: [15, -15] });
    const closed = "phase space is closed: 3 GeV is below the threshold of 3.55386 GeV of e- e+ > tau- tau+";
    expect(crossSection(taus, { sqrtS: 3 })).toMatchObject({ valid: false, value: 0, reason: closed });
    const none = generate(taus, { sqrtS: 3, events: 1, seed: 1 });
    expect(none).toMatchObject({ valid: false, length: 0, reason: closed });
    // Both taus within 0.1 of the beam's axis, and both away from it.
    const cuts: Cuts = { cosTheta: 0.1, minCosTheta: 0.2 };
    const left = crossSection(taus, { sqrtS: 10, cuts });
    expect(left.valid).toBe(false);
    expect(left.reason).toMatch(/^the cuts leave nothing: no trial of \d+ passed them$/);
    expect(generate(taus, { sqrtS: 10, events: 1, seed: 1, cuts }).reason).toBe(
      "the cuts leave nothing: no trial passed them",
    );
    expect(() => treeProcess({ model: qed(), outgoing: [13, -15] })).toThrow(
      "amplitude: no diagram of the model leads to 11 -11 > 13 -15",
    );
    expect(() => treeProcess({ model: qed(), outgoing: [4900023, 22] })).toThrow(
      "amplitude: the model has no particle of PDG number 4900023",
    );
    const { fields, vertices } = qed();
    const neutral = { name: "nu", kind: "fermion", mass: 0, width: 0, charge: 0, pdgId: 14 } as const;
    const wrong = { kind: "vector", fermions: ["mu", "nu"], boson: "photon", coupling: 0.3 } as const;
    const broken = { fields: [...fields, neutral], vertices: [...vertices, wrong] };
    expect(() => treeProcess({ model: broken, outgoing: [13, -13] })).toThrow(
      "model: vector vertex of mu, nu, photon must conserve charge, changes it by 1",
    );
  });

  it("refuses to integrate over soft photons", () => {
    const process = treeProcess({ model: qed(), outgoing: [13, -13, 22] });
    expect(() => crossSection(process, { sqrtS: 10.58 })).toThrow("a photon needs energy > 0");
  });

  it("generates unweighted events with the distribution of the weighted ones (χ², mass of the muons)", () => {
    const process = treeProcess({ model: qed(), outgoing: [13, -13, 22] });
    const cuts: Cuts = { only: { 22: { energy: 0.5, cosTheta: 0.9 } } };
    const events = generate(process, { sqrtS: 10.58, cuts, events: 20000, seed: 3 });
    const bins = 5;
    const edges = Array.from({ length: bins + 1 }, (_, k) => 0.21 + (k * (10.1 - 0.21)) / bins);
    const counts = new Float64Array(bins);
    const { px, py, pz, e } = events.particles;
    for (let k = 0; k < events.length; k++) {
      const i = events.offsets[k] + 2;
      const sum = (column: Float64Array): number => column[i] + column[i + 1];
      const m = Math.sqrt(sum(e) ** 2 - sum(px) ** 2 - sum(py) ** 2 - sum(pz) ** 2);
      const bin = Math.min(bins - 1, Math.floor(((m - 0.21) / (10.1 - 0.21)) * bins));
      counts[bin] += events.weights[k];
    }
    const total = counts.reduce((a, b) => a + b, 0);
    let chi2 = 0;
    let sections = 0;
    const parts = counts.map((_, b) => {
      const mass: [number, number] = [edges[b], b === bins - 1 ? 20 : edges[b + 1]];
      const own: Cuts = { ...cuts, pairs: [{ between: [13, 13], mass }] };
      const { value } = crossSection(process, { sqrtS: 10.58, cuts: own, relativeError: 1e-2 });
      sections += value;
      return value;
    });
    counts.forEach((count, b) => {
      const expected = (total * parts[b]) / sections;
      chi2 += (count - expected) ** 2 / (expected + (1e-2 * expected) ** 2);
    });
    // 4 degrees of freedom: 18.5 is exceeded in 1 of 1000.
    expect(chi2).toBeLessThan(18.5);
  });
});

describe("diagramSampler", () => {
  const flavoured = ((): Model => {
    const { fields, vertices } = qed();
    const boson = { name: "Z'", kind: "vector", mass: 6, width: 0, charge: 0, pdgId: 4900023 } as const;
    const changing = { kind: "vector", boson: "Z'", coupling: 1 } as const;
    const own = [["e", "mu"] as const, ["mu", "e"] as const].map((fermions) => ({ ...changing, fermions }));
    return { fields: [...fields, boson], vertices: [...vertices, ...own] };
  })();
  const cases: readonly [string, readonly number[], Cuts, Model?][] = [
    ["gamma gamma gamma", [22, 22, 22], { energy: 0.5, cosTheta: 0.8 }],
    ["mu mu gamma gamma", [13, -13, 22, 22], { energy: 1, cosTheta: 0.8, pairMass: 1 }],
    // A pair of unequal masses, the electron and the muon, is no dipole.
    ["e mu Z'", [11, -13, 4900023], { cosTheta: 0.9, energy: 0.5 }, flavoured],
    ["mu mu gamma", [13, -13, 22], { energy: 1, cosTheta: 0.9 }],
    ["e e gamma", [11, -11, 22], { energy: 0.5, cosTheta: 0.9, openingAngle: 0.17 }],
    ["mu mu mu mu", [13, -13, 13, -13], {}],
  ];

  it.each(cases)(
    "covers the phase space of %s with every channel, to the same volume",
    (_, outgoing, cuts, model = qed()) => {
      const process = treeProcess({ model, outgoing, propagating: ["e", "mu", "photon"] });
      const sampler = process.sampler(cuts);
      const compiled = compileCuts(cuts, process.outgoing);
      const columns = process.outgoing.map(({ mass }) => ({
        px: new Float64Array(1),
        py: new Float64Array(1),
        pz: new Float64Array(1),
        e: new Float64Array(1),
        m: Float64Array.of(mass),
      }));
      const u = new Float64Array(sampler.dimensions);
      const densities = new Float64Array(sampler.channels);
      const n = 8000;
      const volumes = Array.from({ length: sampler.channels }, (_, channel) => {
        const stream = random(channel);
        let sum = 0;
        let squares = 0;
        let lost = 0;
        for (let i = 0; i < n; i++) {
          stream.fill(u);
          if (!sampler.sample(channel, u, 10.58, columns, 0) || !compiled.passes(columns, 0)) continue;
          sampler.densities(10.58, columns, 0, densities);
          if (!(densities[channel] > 0)) lost++;
          else sum += 1 / densities[channel];
          squares += densities[channel] > 0 ? 1 / densities[channel] ** 2 : 0;
        }
        // A point that a channel made has a density in that channel.
        expect(lost).toBe(0);
        const mean = sum / n;
        return { mean, error: Math.sqrt((squares / n - mean * mean) / n) };
      });
      const weight = volumes.reduce((total, { error }) => total + 1 / error ** 2, 0);
      const mean = volumes.reduce((total, { mean, error }) => total + mean / error ** 2, 0) / weight;
      // The weights of flat phase space have long tails in peaked maps: 5 standard errors.
      for (const volume of volumes) expect(Math.abs(volume.mean - mean)).toBeLessThan(5 * volume.error);
    },
  );

  it("has a channel for each diagram and each dipole", () => {
    const process = treeProcess({ model: qed(), outgoing: [13, -13, 22] });
    expect(compile(qed(), [11, -11], [13, -13, 22]).diagrams).toBe(4);
    expect(process.sampler({ energy: 0.1 }).channels).toBe(6);
  });
});
