import { add, boostToRestOf, fourVector } from "@belladonna/kinematics";
import type { EventTable, FourVector } from "@belladonna/kinematics";
import { chi2Sf } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import { compile } from "../src/amplitude/compile.js";
import { helicityAmplitudes } from "../src/amplitude/helicity-amplitudes.js";
import type { HelicityAmplitudes } from "../src/amplitude/helicity-amplitudes.js";
import { fermionDecay, polarisationOf, spinState } from "../src/decays/spin-state.js";
import { twoBodySpins } from "../src/decays/two-body-spins.js";
import { alp, darkHiggs, darkPhoton, darkScalar, leptophilicScalar } from "@belladonna/models";
import { ffX, gammaX, generate, mediatorDecays, qed, tauDecays, treeProcess, withMediator } from "../src/index.js";
import { decaySample, pValue } from "./decay-sample.js";

const M = 1.77693;
const MPI = 0.13957039;
type Three = readonly [number, number, number];

/** One row of columns for a momentum on its shell. */
function leg(mass: number, [x, y, z]: Three) {
  const one = (value: number): Float64Array => Float64Array.of(value);
  return { px: one(x), py: one(y), pz: one(z), e: one(Math.sqrt(x * x + y * y + z * z + mass * mass)), m: one(mass) };
}

const unit = (c: number): Float64Array => Float64Array.from([0, 1, 2], (k) => (k === c ? 1 : 0));

/** Correlation $C_{ij}=\langle\sigma_i\otimes\sigma_j\rangle$ of the spins of legs `a` and `b`, a fermion and an antifermion. */
function correlation(
  amplitudes: HelicityAmplitudes,
  momenta: ReturnType<typeof leg>[],
  a: number,
  b: number,
): number[][] {
  const state = spinState(amplitudes.states);
  amplitudes.evaluate(momenta, 0, state.amplitudes);
  const rows = [0, 1, 2].map((j) => {
    state.reset();
    state.know(b, fermionDecay(1, unit(j), true));
    const s = polarisationOf(state.density(a), false);
    state.reset();
    // Nothing is polarised alone, so that the conditional polarisation is the correlation.
    expect(Math.hypot(...polarisationOf(state.density(a), false))).toBeLessThan(1e-10);
    expect(Math.hypot(...polarisationOf(state.density(b), true))).toBeLessThan(1e-10);
    return [...s];
  });
  return [0, 1, 2].map((i) => rows.map((row) => row[i]));
}

const delta = (i: number, j: number): number => (i === j ? 1 : 0);

describe("spins of a pair of taus", () => {
  it("are Tr(T) − 2T from one photon, T = L(1 − bb)L with the longitudinal part over γ", () => {
    const amplitudes = helicityAmplitudes(compile(qed(), [11, -11], [15, -15]));
    for (const [E, cosine, phi] of [
      [5.29, 0.3, 0.4],
      [2, -0.8, 2],
      [40, 0.99, -1],
    ] as const) {
      const p = Math.sqrt(E * E - M * M);
      const sine = Math.sqrt(1 - cosine * cosine);
      const n: Three = [sine * Math.cos(phi), sine * Math.sin(phi), cosine];
      const me = 0.51099895069e-3;
      const pe = Math.sqrt(E * E - me * me);
      const momenta = [
        leg(me, [0, 0, pe]),
        leg(me, [0, 0, -pe]),
        leg(M, [p * n[0], p * n[1], p * n[2]]),
        leg(M, [-p * n[0], -p * n[1], -p * n[2]]),
      ];
      const C = correlation(amplitudes, momenta, 2, 3);
      // L b with L = 1 − nn(1 − 1/γ); (1 − bb) → L(1 − bb)L.
      const l = 1 - M / E;
      const Lb = [0, 1, 2].map((i) => delta(i, 2) - l * n[i] * cosine);
      const T = [0, 1, 2].map((i) =>
        [0, 1, 2].map((j) => delta(i, j) - (1 - (M / E) ** 2) * n[i] * n[j] - Lb[i] * Lb[j]),
      );
      const trace = T[0][0] + T[1][1] + T[2][2];
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) {
          const expected = (trace * delta(i, j) - 2 * T[i][j]) / trace;
          // The electron's mass enters as m_e²/E².
          expect(Math.abs(C[i][j] - expected), `${E} ${i}${j}`).toBeLessThan(3e-7);
        }
      }
    }
  });

  it.each([
    ["scalar", (i: number, j: number, n: Three) => delta(i, j) - 2 * n[i] * n[j]],
    ["pseudoscalar", (i: number, j: number) => -delta(i, j)],
  ] as const)("are those of a triplet or singlet from a %s", (kind, expected) => {
    const taus = [15, -15].map((pdgId) => ({ pdgId, mass: M }));
    const amplitudes = twoBodySpins({ pdgId: 9000006, mass: 5 }, taus, kind);
    expect(amplitudes).toBeDefined();
    if (amplitudes === undefined) return;
    const n: Three = [0.6, 0, -0.8];
    const p = Math.sqrt(6.25 - M * M);
    const momenta = [
      leg(5, [0, 0, 0]),
      leg(M, [p * n[0], p * n[1], p * n[2]]),
      leg(M, [-p * n[0], -p * n[1], -p * n[2]]),
    ];
    const C = correlation(amplitudes, momenta, 1, 2);
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++) expect(Math.abs(C[i][j] - expected(i, j, n))).toBeLessThan(1e-12);
  });
});

/** Momentum of a row. */
function momentum({ particles: { px, py, pz, e, m } }: EventTable, row: number): FourVector {
  return { px: px[row], py: py[row], pz: pz[row], e: e[row], m: m[row] };
}

/** Momentum of the first particle of an identity in event `k`. */
function particleOf(events: EventTable, k: number, id: number): FourVector {
  return momentum(events, events.offsets[k] + events.particles.pdgId.subarray(events.offsets[k]).indexOf(id));
}

function direction({ px, py, pz }: FourVector): Three {
  const p = Math.hypot(px, py, pz);
  return [px / p, py / p, pz / p];
}

const inner = (a: Three, b: Three): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Three, b: Three): Three => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** Angle between the planes of a daughter of each of two particles, in a frame of each event, in [0, π]. */
function planes(
  events: EventTable,
  frameOf: (events: EventTable, k: number) => FourVector,
  first: number,
  a: number,
  b: number,
  second: number,
): number[] {
  const { offsets, particles: p, length } = events;
  return Array.from({ length }, (_, k) => {
    const frame = frameOf(events, k);
    const rows = Array.from({ length: offsets[k + 1] - offsets[k] }, (__, i) => offsets[k] + i);
    const one = rows.find((r) => p.pdgId[r] === first) ?? 0;
    const two = rows.filter((r) => p.pdgId[r] === second).at(-1) ?? 0;
    const n = direction(boostToRestOf(momentum(events, one), frame));
    const normal = (mother: number, id: number): Three => {
      const child = rows.find((r) => p.pdgId[r] === id && offsets[k] + p.mother[r] === mother) ?? 0;
      return cross(n, direction(boostToRestOf(momentum(events, child), frame)));
    };
    const [u, v] = [normal(one, a), normal(two, b)];
    return Math.acos(inner(u, v) / Math.sqrt(inner(u, u) * inner(v, v)));
  });
}

/** Cosines of the pions to the directions of their taus, in the taus' rest frames, from the energies. */
function cosines(events: EventTable, sqrtS: number): [number, number][] {
  const gamma = sqrtS / (2 * M);
  const beta = Math.sqrt(1 - 1 / gamma ** 2);
  const E = (M * M + MPI * MPI) / (2 * M);
  const p = (M * M - MPI * MPI) / (2 * M);
  const { pdgId, e } = events.particles;
  return Array.from({ length: events.length }, (_, k): [number, number] => {
    const rows = pdgId.subarray(events.offsets[k], events.offsets[k + 1]);
    const of = (id: number): number => (e[events.offsets[k] + rows.indexOf(id)] / gamma - E) / (beta * p);
    return [of(-211), of(211)];
  });
}

describe("events with decays", () => {
  const parentFrame = (events: EventTable, k: number): FourVector => momentum(events, events.offsets[k]);
  const process = treeProcess({ model: qed(), outgoing: [15, -15] });
  const decays = [tauDecays({ channels: ["pi nu"] })];

  it.each([10.58, 4])("correlate the energies of two pions as 1 + κ c₁c₂, each alone flat, at %s GeV", (sqrtS) => {
    const events = generate(process, { sqrtS, events: 30000, seed: 7, decays });
    const pairs = cosines(events, sqrtS);
    const r = (2 * M * M) / sqrtS ** 2;
    const kappa = (1 - r) / (1 + r);
    const bins = 5;
    const counts = new Float64Array(bins * bins);
    const at = (c: number): number => Math.min(bins - 1, Math.max(0, Math.floor(((c + 1) / 2) * bins)));
    let mean = 0;
    for (const [a, b] of pairs) {
      counts[bins * at(a) + at(b)]++;
      mean += (a * b) / pairs.length;
    }
    // Variance of c₁c₂ is 1/9 and less.
    expect(Math.abs(mean - kappa / 9)).toBeLessThan(4 / 3 / Math.sqrt(pairs.length));
    let chi2 = 0;
    counts.forEach((n, k) => {
      const centre = (i: number): number => (2 * i + 1) / bins - 1;
      const expected = (pairs.length / bins ** 2) * (1 + kappa * centre(Math.floor(k / bins)) * centre(k % bins));
      chi2 += (n - expected) ** 2 / expected;
    });
    expect(chi2Sf(chi2, bins * bins - 1)).toBeGreaterThan(1e-3);
    for (const one of [0, 1] as const) {
      expect(
        pValue(
          pairs.map((pair) => pair[one]),
          -1,
          1,
          20,
          () => 1,
        ),
      ).toBeGreaterThan(1e-3);
    }
  });

  it("have no correlation where it is switched off, or where a polarisation is given", () => {
    const options = { sqrtS: 10.58, events: 10000, seed: 7 };
    const mean = (events: EventTable): number =>
      cosines(events, 10.58).reduce((sum, [a, b]) => sum + (a * b) / events.length, 0);
    const off = generate(process, { ...options, decays, spinCorrelations: false });
    expect(Math.abs(mean(off))).toBeLessThan(4 / 3 / 100);
    const given = tauDecays({ channels: ["pi nu"], polarisation: 1 });
    // τ⁻ of helicity 1 and τ⁺ of helicity −1: 1 + c each.
    expect(Math.abs(mean(generate(process, { ...options, decays: [given] })) - 1 / 9)).toBeLessThan(4 / 3 / 100);
  });

  it("do not depend on the frame: beams of 40 on 0.7 GeV that cross at an angle give all correlations of C", () => {
    // Boosts across the flight of the taus turn their spins, unless these are carried along.
    const me = 0.51099895069e-3;
    const beam = (px: number, pz: number): FourVector => fourVector({ px, py: 0, pz, m: me });
    const beams = { electron: beam(2, 40), positron: beam(0, -0.7) };
    const total = add(beams.electron, beams.positron);
    const sqrtS = total.m;
    const events = generate(process, { beams, events: 20000, seed: 8, decays });
    const axis = direction(boostToRestOf(beams.electron, total));
    const sums = { along: 0, normal: 0, single: 0 };
    for (let k = 0; k < events.length; k++) {
      const of = (id: number): FourVector => boostToRestOf(particleOf(events, k, id), total);
      const [minus, plus] = [of(15), of(-15)];
      const [a, b] = [boostToRestOf(of(-211), minus), boostToRestOf(of(211), plus)].map(direction);
      const z = direction(minus);
      const y = cross(axis, z);
      sums.along += (inner(a, z) * inner(b, z)) / events.length;
      sums.normal += (inner(a, y) * inner(b, y)) / inner(y, y) / events.length;
      sums.single += inner(a, y) / Math.sqrt(inner(y, y)) / events.length;
    }
    // ⟨nᵢnⱼ⟩ = −⟨C_ij⟩/9, the τ⁺ emits against its spin; C_zz and C_yy over 1 + cos² + sin²/γ² integrated.
    const g = ((2 * M) / sqrtS) ** 2;
    const norm = 8 / 3 + (4 / 3) * g;
    const error = 4 / 3 / Math.sqrt(events.length);
    expect(Math.abs(sums.along + (8 / 3 - (4 / 3) * g) / norm / 9)).toBeLessThan(error);
    expect(Math.abs(sums.normal - ((1 - g) * (4 / 3)) / norm / 9)).toBeLessThan(error);
    expect((1 - g) / norm / 9).toBeGreaterThan(3 * error);
    expect(Math.abs(sums.single)).toBeLessThan(4 / Math.sqrt(3) / Math.sqrt(events.length));
  });

  it("are the same whether taus come from the full amplitude of μμττ or from the decay of S in μμS", () => {
    const S = leptophilicScalar({ mass: 5, xi: 100 });
    const all = withMediator(qed(), S);
    // Without photons to taus, which are many more.
    const vertices = all.vertices.filter((v) => !("fermions" in v && v.fermions[0] === "tau" && v.boson === "photon"));
    const model = { ...all, vertices };
    const whole = treeProcess({ model, outgoing: [13, -13, 15, -15], propagating: ["e", "mu", "photon", S.name] });
    const cuts = { pairs: [{ between: [15, 15], mass: [4.9, 5.1] }] } as const;
    const density = (phi: number): number => 1 - (Math.PI ** 2 / 16) * Math.cos(phi);
    const options = { sqrtS: 10.58, seed: 3, events: 3000, decays };
    const frameOf = (events: EventTable, k: number): FourVector =>
      add(particleOf(events, k, 15), particleOf(events, k, -15));
    for (const events of [
      generate(whole, { ...options, cuts }),
      generate(ffX({ lepton: "mu", mediator: S }), { ...options, decay: "tau+ tau-" }),
    ]) {
      expect(pValue(planes(events, frameOf, 15, -211, 211, -15), 0, Math.PI, 12, density)).toBeGreaterThan(1e-3);
    }
  });

  it.each([
    ["scalar", darkScalar({ mass: 5, sinTheta: 1e-3 }), -1],
    ["pseudoscalar", alp({ mass: 5, cLepton: 1, decayConstant: 1000 }), 1],
  ] as const)("turn the planes of two pions by 1 ∓ (π²/16) cos φ for a %s in flight", (_, parent, sign) => {
    const table = mediatorDecays(parent, { channels: ["tau+ tau-"], pdgId: 9000006 });
    const sample = decaySample([table, ...decays], 9000006, 5, 20000, [1, 2, 3]);
    const phis = planes(sample, parentFrame, 15, -211, 211, -15);
    const density = (phi: number): number => 1 + sign * (Math.PI ** 2 / 16) * Math.cos(phi);
    expect(pValue(phis, 0, Math.PI, 16, density)).toBeGreaterThan(1e-3);
  });

  it("give the planes of the muons of h' → A'A' the angle of a scalar, 1 + cos 2φ / (4 + 2x²)", () => {
    const A = darkPhoton({ mass: 1, epsilon: 1e-4 });
    const h = darkHiggs({ mass: 2.2, darkPhotonMass: 1, epsilon: 1e-4, alphaD: 0.1 });
    const tables = [mediatorDecays(h, { channels: ["A' A'"] }), mediatorDecays(A, { channels: ["e+ e-"] })];
    const sample = decaySample(tables, 4900025, 2.2, 30000, [1, 0, 2]);
    // x = A₀₀/A₊₊ of ε₁·ε₂.
    const x = (2.2 ** 2 - 2) / 2;
    const phis = planes(sample, parentFrame, 4900023, 11, 11, 4900023);
    expect(pValue(phis, 0, Math.PI, 16, (phi) => 1 + Math.cos(2 * phi) / (4 + 2 * x * x))).toBeGreaterThan(1e-3);
    const mean = phis.reduce((sum, phi) => sum + Math.cos(2 * phi) / phis.length, 0);
    expect(mean).toBeGreaterThan(0.03);
  });
});

describe("a vector mediator", () => {
  it("decays as in the full amplitude: helicity angle of the muons of γA', by production angle (χ²)", () => {
    const wide = darkPhoton({ mass: 3, epsilon: 0.1 });
    const cuts = { only: { 22: { cosTheta: 0.9, energy: 0.5 } } };
    const narrow = generate(gammaX(wide), { sqrtS: 10.58, seed: 1, events: 30000, cuts, decay: "mu+ mu-" });
    const whole = generate(
      treeProcess({ model: withMediator(qed(), wide), outgoing: [22, 13, -13], propagating: ["e", wide.name] }),
      { sqrtS: 10.58, seed: 2, events: 30000, cuts: { ...cuts, pairs: [{ between: [13, 13], mass: [2.8, 3.2] }] } },
    );
    const bins = (events: EventTable): Float64Array => {
      const { offsets, particles: p } = events;
      const counts = new Float64Array(32);
      for (let k = 0; k < events.length; k++) {
        const photon = offsets[k] + 2;
        const rows = p.pdgId.subarray(offsets[k], offsets[k + 1]);
        const [minus, plus] = [13, -13].map((id) => offsets[k] + rows.indexOf(id));
        // cos of the muon to the line of flight in the pair's frame: (E₋ − E₊)/(β P).
        const [x, y, z] = [p.px, p.py, p.pz].map((c) => c[minus] + c[plus]);
        const P = Math.hypot(x, y, z);
        const m2 = (p.e[minus] + p.e[plus]) ** 2 - P * P;
        const c = (p.e[minus] - p.e[plus]) / (P * Math.sqrt(1 - (4 * 0.1056583755 ** 2) / m2));
        // Side of the muon: along or against the part of the beam across the line of flight, which no boost changes.
        const along = (p.px[minus] * x + p.py[minus] * y + p.pz[minus] * z) / (P * P);
        const side = (p.pz[minus] - along * z) * z > 0 ? 0 : 1;
        const production = Math.abs(p.pz[photon] / p.e[photon]) > 0.7 ? 0 : 1;
        const bin = Math.min(7, Math.max(0, Math.floor((c + 1) * 4)));
        counts[16 * production + 8 * side + bin]++;
      }
      return counts;
    };
    const [a, b] = [bins(narrow), bins(whole)];
    let chi2 = 0;
    a.forEach((n, k) => {
      chi2 += (n - b[k]) ** 2 / (n + b[k]);
    });
    expect(chi2Sf(chi2, 31)).toBeGreaterThan(1e-3);
    // Not flat: 1 + cos² at forward production would be 20 % higher at the ends than the mean.
    const flat = a.slice(0, 8).map((n, k) => n + a[8 + k]);
    expect(Math.max(...flat) / Math.min(...flat)).toBeGreaterThan(1.1);
  });

  it.each([
    ["e+ e-", 11, 2 / 5],
    ["pi+ pi-", 211, 1 / 5],
    ["pi0 gamma", 22, 2 / 5],
  ])("that is light and transverse gives %s its angle to the flight: ⟨cos²⟩ of %s is %s", (channel, id, expected) => {
    const mass = 0.8;
    const A = darkPhoton({ mass, epsilon: 1e-3 });
    const cuts = { only: { 22: { cosTheta: 0.9 } } };
    const events = generate(gammaX(A), { sqrtS: 10.58, seed: 4, events: 8000, cuts, decay: channel });
    const { offsets, particles: p } = events;
    let sum = 0;
    for (let k = 0; k < events.length; k++) {
      const A = offsets[k] + 3;
      const own = p.pdgId.subarray(A + 1, offsets[k + 1]).indexOf(id) + A + 1;
      const P = Math.hypot(p.px[A], p.py[A], p.pz[A]);
      // Energy at rest and momentum at rest of the product.
      const other = 2 * A + 3 - own;
      const E = (mass * mass + p.m[own] ** 2 - p.m[other] ** 2) / (2 * mass);
      const q = Math.sqrt(E * E - p.m[own] ** 2);
      sum += (((p.e[own] * mass) / P - (E * p.e[A]) / P) / q) ** 2 / events.length;
    }
    // Standard deviation of cos² is below 0.3; the share of longitudinal A' is of order m²/s.
    expect(Math.abs(sum - expected)).toBeLessThan((4 * 0.3) / Math.sqrt(8000) + 6e-3);
  });
});
