import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FourVectors } from "@belladonna/kinematics";
import { random } from "@belladonna/numerics";

import { checkModel, compile, evaluator, qed, withMediator } from "../src/index.js";
import { mediator } from "@belladonna/models";
import type { EvaluatorOptions, Model, Plan } from "../src/index.js";
import type { Mediator } from "@belladonna/models";
import { ALPHA_MG, points } from "./reference.js";
import type { AmplitudePoint } from "./reference.js";

const IDS: Readonly<Record<string, number>> = {
  "e-": 11,
  "e+": -11,
  "mu-": 13,
  "mu+": -13,
  "ta-": 15,
  "ta+": -15,
  a: 22,
  zp: 4900023,
  ap: 4900023,
  S: 4900025,
  s0: 4900025,
  hp: 4900025,
  alp: 9000006,
};
const CHARGE = Math.sqrt(4 * Math.PI * ALPHA_MG);

function particle(name: string, kind: Mediator["kind"], mass: number, couplings: Mediator["couplings"]): Mediator {
  return mediator({ name, kind, mass, couplings, channels: () => [] });
}

// The reference was run with the masses of its parameter file, which has seven digits for the muon, on momenta that are
// on the shell of the nine-digit mass: hence the rounded masses, and energies "as given" rather than from the shell.
const masses = { e: 0.51099895e-3, mu: 0.1056584, tau: 1.77686 };

function planOf({ parameters: p, name }: AmplitudePoint, final: readonly number[]): Plan {
  let model: Model = qed({ alpha: ALPHA_MG, masses, vacuumPolarisation: false });
  const propagating = ["e", "mu", "tau", "photon"];
  if ("mZp" in p) {
    model = withMediator(model, particle("zp", "vector", p.mZp, { vector: { mu: p.gZp, tau: -p.gZp } }));
  }
  if ("mS" in p) {
    const scalar = { mu: "y_S_mu" in p ? p.y_S_mu : 0, tau: "y_S_tau" in p ? p.y_S_tau : 0 };
    model = withMediator(model, particle("s", "scalar", p.mS, { scalar }));
  }
  if ("y_P_mu" in p) {
    model = withMediator(model, particle("alp", "pseudoscalar", p.ma, { pseudoscalar: { mu: p.y_P_mu } }));
  }
  if ("g_agg" in p) model = withMediator(model, particle("alp", "pseudoscalar", p.ma, { photon: p.g_agg }));
  if ("mAp" in p) {
    model = withMediator(model, particle("ap", "vector", p.mAp, { vector: { e: p.epsilon * CHARGE } }));
  }
  if (name === "aphp") {
    model = withMediator(model, particle("hp", "scalar", p.mhp, {}));
    const higgs = { kind: "higgs", vector: "ap", boson: "hp", coupling: 2 * p.gD * p.mAp } as const;
    model = { ...model, vertices: [...model.vertices, higgs] };
    propagating.push("ap");
  }
  return compile(model, [11, -11], final, propagating);
}

function columns(momenta: readonly (readonly number[])[]): FourVectors[] {
  return momenta.map(([e, px, py, pz]) => ({
    e: Float64Array.of(e),
    px: Float64Array.of(px),
    py: Float64Array.of(py),
    pz: Float64Array.of(pz),
    m: Float64Array.of(0),
  }));
}

function value(plan: Plan, momenta: readonly (readonly number[])[], options: EvaluatorOptions = {}): number {
  const out = new Float64Array(1);
  evaluator(plan, options)(columns(momenta), out, 1);
  return out[0];
}

type Point = AmplitudePoint & { readonly final_state: readonly string[] };
const all = points as readonly Point[];

describe("amplitudes by recursion", () => {
  it("has all 147 reference points to meet", () => {
    expect(all).toHaveLength(147);
  });

  it.each(all)("is MadGraph's |M|² to 1e-11: $name, point $index, $parameters", (point) => {
    const plan = planOf(
      point,
      point.final_state.map((name) => IDS[name]),
    );
    const found = value(plan, point.momenta, { energies: "given" }) / point.identical_factor;
    expect(Math.abs(found / point.msq - 1)).toBeLessThan(1e-11);
  });

  // 5e-8 is what the 2e-8 between the two muon masses does to the smallest denominators.
  it.each(all)("does not depend on energies beyond the mass shell: $name, point $index", (point) => {
    const plan = planOf(
      point,
      point.final_state.map((name) => IDS[name]),
    );
    const found = value(plan, point.momenta) / point.identical_factor;
    expect(Math.abs(found / point.msq - 1)).toBeLessThan(1e-7);
  });
});

/** Momenta of `masses.length` particles of total energy 10.58 GeV at rest: boosted at random, not flat in phase space. */
function someMomenta(seed: number, final: readonly number[]): number[][] {
  const stream = random(seed);
  const sqrtS = 10.58;
  let momenta = final.map(() => [0, 0, 0].map(() => stream.normal()));
  const mean = [0, 1, 2].map((c) => momenta.reduce((sum, p) => sum + p[c], 0) / final.length);
  momenta = momenta.map((p) => p.map((x, c) => x - mean[c]));
  // Scale three-momenta until the energies add up.
  let low = 0;
  let high = sqrtS / Math.min(...momenta.map((p) => Math.sqrt(p[0] ** 2 + p[1] ** 2 + p[2] ** 2)));
  const energy = (f: number, k: number): number =>
    Math.sqrt(final[k] ** 2 + f * f * (momenta[k][0] ** 2 + momenta[k][1] ** 2 + momenta[k][2] ** 2));
  for (let step = 0; step < 200; step++) {
    const f = (low + high) / 2;
    if (momenta.reduce((sum, _, k) => sum + energy(f, k), 0) > sqrtS) high = f;
    else low = f;
  }
  const e = sqrtS / 2;
  const p = Math.sqrt(e * e - masses.e ** 2);
  return [[e, 0, 0, p], [e, 0, 0, -p], ...momenta.map((q, k) => [energy(low, k), ...q.map((x) => low * x)])];
}

/** A rotation about a random axis, then a boost, applied to all momenta. */
function transformed(momenta: readonly number[][], seed: number, rapidity: number): number[][] {
  const stream = random(seed);
  const axis = (): number[] => {
    const v = [stream.normal(), stream.normal(), stream.normal()];
    const size = Math.sqrt(v[0] ** 2 + v[1] ** 2 + v[2] ** 2);
    return v.map((x) => x / size);
  };
  const [n, b] = [axis(), axis()];
  const angle = 2 * Math.PI * stream.uniform();
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [ch, sh] = [Math.cosh(rapidity), Math.sinh(rapidity)];
  return momenta.map(([e, ...p]) => {
    const along = (1 - c) * (n[0] * p[0] + n[1] * p[1] + n[2] * p[2]);
    const cross = [n[1] * p[2] - n[2] * p[1], n[2] * p[0] - n[0] * p[2], n[0] * p[1] - n[1] * p[0]];
    const r = p.map((x, k) => c * x + s * cross[k] + along * n[k]);
    const inner = b[0] * r[0] + b[1] * r[1] + b[2] * r[2];
    return [ch * e + sh * inner, ...r.map((x, k) => x + ((ch - 1) * inner + sh * e) * b[k])];
  });
}

const scalarAndVector = withMediator(
  withMediator(qed({ masses }), particle("V", "vector", 1.5, { vector: { mu: 0.3, e: 0.2 } })),
  particle("a", "pseudoscalar", 0.8, { pseudoscalar: { mu: 0.2 }, photon: 0.1 }),
);

const processes: readonly [string, readonly number[], readonly number[]][] = [
  ["mu mu gamma", [13, -13, 22], [masses.mu, masses.mu, 0]],
  ["e e gamma", [11, -11, 22], [masses.e, masses.e, 0]],
  ["gamma gamma gamma", [22, 22, 22], [0, 0, 0]],
  ["mu mu gamma gamma", [13, -13, 22, 22], [masses.mu, masses.mu, 0, 0]],
  ["mu mu V gamma", [13, -13, 4900023, 22], [masses.mu, masses.mu, 1.5, 0]],
  ["mu mu a gamma", [13, -13, 9000006, 22], [masses.mu, masses.mu, 0.8, 0]],
  ["e e mu mu gamma", [11, -11, 13, -13, 22], [masses.e, masses.e, masses.mu, masses.mu, 0]],
];
const any = fc.nat(1_000_000);

describe("invariance", () => {
  it.each(processes)("vanishes when a photon of %s is polarised along its momentum", (_, final, m) => {
    const plan = compile(scalarAndVector, [11, -11], final);
    fc.assert(
      fc.property(any, (seed) => {
        const momenta = someMomenta(seed, m);
        const photon = 2 + final.indexOf(22);
        const norm = value(plan, momenta) * momenta[photon][0] ** 2;
        // Amplitudes cancel to 1e-10 of their size, so squares to 1e-20; 1e-18 leaves room for collinear events.
        expect(value(plan, momenta, { ward: photon }) / norm).toBeLessThan(1e-18);
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  it.each(processes)("is the same for %s after any rotation and boost", (_, final, m) => {
    const plan = compile(scalarAndVector, [11, -11], final);
    fc.assert(
      fc.property(any, fc.double({ min: -1, max: 1, noNaN: true }), (seed, rapidity) => {
        const momenta = someMomenta(seed, m);
        const moved = transformed(momenta, seed + 1, rapidity);
        expect(Math.abs(value(plan, moved) / value(plan, momenta) - 1)).toBeLessThan(1e-7);
      }),
      { numRuns: 25, seed: 2 },
    );
  });

  it("does not see the longitudinal part of a vector's propagator between conserved currents", () => {
    const model = withMediator(qed({ masses }), particle("V", "vector", 1.5, { vector: { mu: 0.3, e: 0.2 } }));
    const plan = compile(model, [11, -11], [13, -13, 13, -13]);
    fc.assert(
      fc.property(any, (seed) => {
        const momenta = someMomenta(seed, [masses.mu, masses.mu, masses.mu, masses.mu]);
        const ratio = value(plan, momenta, { longitudinal: true }) / value(plan, momenta);
        expect(Math.abs(ratio - 1)).toBeLessThan(1e-9);
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  it("does not depend on the order of identical fermions", () => {
    const plan = compile(qed({ masses }), [11, -11], [13, -13, 13, -13]);
    const momenta = someMomenta(5, [masses.mu, masses.mu, masses.mu, masses.mu]);
    const [a, b, c, d, e, f] = momenta;
    const first = value(plan, momenta);
    expect(Math.abs(value(plan, [a, b, e, d, c, f]) / first - 1)).toBeLessThan(1e-12);
    expect(Math.abs(value(plan, [a, b, c, f, e, d]) / first - 1)).toBeLessThan(1e-12);
  });

  it("evaluates many events as it does one", () => {
    const plan = compile(qed({ masses }), [11, -11], [13, -13, 22]);
    const events = Array.from({ length: 131 }, (_, k) => someMomenta(k, [masses.mu, masses.mu, 0]));
    const column = (leg: number, c: number): Float64Array => Float64Array.from(events, (event) => event[leg][c]);
    const table = [0, 1, 2, 3, 4].map((leg) => ({
      e: column(leg, 0),
      px: column(leg, 1),
      py: column(leg, 2),
      pz: column(leg, 3),
      m: new Float64Array(131),
    }));
    const out = new Float64Array(131);
    evaluator(plan)(table, out, 131);
    events.forEach((event, k) => {
      expect(out[k]).toBe(value(plan, event));
    });
  });
});

describe("compile", () => {
  it("finds the diagrams of the textbook", () => {
    const count = (final: readonly number[]): number => compile(qed(), [11, -11], final).diagrams;
    expect(count([13, -13])).toBe(1);
    expect(count([11, -11])).toBe(2);
    expect(count([22, 22])).toBe(2);
    expect(count([22, 22, 22])).toBe(6);
    expect(count([13, -13, 22])).toBe(4);
    expect(count([11, -11, 22])).toBe(8);
    expect(count([13, -13, 15, -15])).toBe(6);
    expect(count([13, -13, 13, -13])).toBe(12);
    expect(count([11, -11, 13, -13])).toBe(12);
    expect(count([11, -11, 11, -11])).toBe(36);
  });

  it("names a process without a diagram", () => {
    expect(() => compile(qed(), [11, -11], [13, 13])).toThrow("no diagram of the model leads to 11 -11 > 13 13");
    expect(() => compile(qed(), [11, -11], [13, -15])).toThrow("no diagram");
    expect(() => compile(qed(), [11, -11], [22])).not.toThrow();
  });

  it("names a particle that the model does not have", () => {
    expect(() => compile(qed(), [11, -11], [13, -13, 23])).toThrow("no particle of PDG number 23");
  });

  it("names a vertex that breaks charge, or joins the wrong kinds, or unknown fields", () => {
    const model = qed();
    const neutrino = { name: "nu", kind: "fermion", mass: 0, width: 0, charge: 0, pdgId: 14 } as const;
    const broken = (vertex: Model["vertices"][number]): Model => ({
      fields: [...model.fields, neutrino],
      vertices: [...model.vertices, vertex],
    });
    const vertex = { kind: "vector", boson: "photon", coupling: 1 } as const;
    expect(() => {
      checkModel(broken({ ...vertex, fermions: ["mu", "nu"] }));
    }).toThrow("model: vector vertex of mu, nu, photon must conserve charge, changes it by 1");
    expect(() => {
      checkModel(broken({ ...vertex, kind: "scalar", fermions: ["mu", "mu"] }));
    }).toThrow("photon must be a scalar");
    expect(() => {
      checkModel(broken({ ...vertex, fermions: ["mu", "X"] }));
    }).toThrow('no field is called "X"');
  });
});
