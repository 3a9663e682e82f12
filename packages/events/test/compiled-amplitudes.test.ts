import { describe, expect, it, vi, afterEach } from "vitest";
import { type FourVectors, phaseSpace } from "@belladonna/kinematics";
import { darkScalar, zPrime } from "@belladonna/models";
import { random } from "@belladonna/numerics";
import { closureProgram, wasmProgram } from "@belladonna/numerics/compiled";
import { compile } from "../src/amplitude/compile.js";
import { compiledEvaluator } from "../src/amplitude/compiled/compiled-evaluator.js";
import { evaluatorOfMany } from "../src/amplitude/compiled/evaluator-of-many.js";
import { evaluator } from "../src/amplitude/evaluate.js";
import { type Model, qed, withMediator } from "../src/amplitude/fields.js";
import type { Plan } from "../src/amplitude/plan.js";

const SQRT_S = 10.58;
const boson = (name: string, pdgId: number, mass: number, width = 0): Model["fields"][number] => {
  return { name, kind: "scalar", mass, width, charge: 0, pdgId };
};

/** QED with a vector and a scalar of every structure there is, widths included. */
function everything(): Model {
  const { fields, vertices } = withMediator(qed(), { ...zPrime({ mass: 2, gPrime: 0.3 }), width: () => 0.1 });
  const name = fields[fields.length - 1].name;
  return {
    fields: [...fields, boson("s", 9000001, 1.5, 0.2), boson("p", 9000002, 0.8), boson("h", 9000003, 3, 0.4)],
    vertices: [
      ...vertices,
      { kind: "vector", fermions: ["e", "e"], boson: name, coupling: 0.2 },
      { kind: "scalar", fermions: ["mu", "mu"], boson: "s", coupling: 0.7 },
      { kind: "scalar", fermions: ["e", "e"], boson: "s", coupling: 0.3 },
      { kind: "pseudoscalar", fermions: ["mu", "mu"], boson: "p", coupling: 0.6 },
      { kind: "pseudoscalar", fermions: ["e", "e"], boson: "p", coupling: 0.4 },
      { kind: "higgs", vector: name, boson: "h", coupling: 1.3 },
    ],
  };
}

const vectorId = everything().fields.find(({ kind, mass }) => kind === "vector" && mass > 0)?.pdgId ?? 0;
const massless = qed({ masses: { e: 0, mu: 0 } });
const processes: [name: string, model: Model, outgoing: number[]][] = [
  ["mu mu", qed(), [13, -13]],
  ["mu mu gamma", qed(), [13, -13, 22]],
  ["gamma gamma", qed(), [22, 22]],
  ["e e gamma", qed(), [11, -11, 22]],
  ["mu mu mu mu", qed(), [13, -13, 13, -13]],
  ["e e mu mu", qed(), [11, -11, 13, -13]],
  ["mu mu gamma without masses", massless, [13, -13, 22]],
  ["mu mu Z' with all bosons", everything(), [13, -13, vectorId]],
  ["mu mu scalar with all bosons", everything(), [13, -13, 9000001]],
  ["mu mu pseudoscalar with all bosons", everything(), [13, -13, 9000002]],
  ["Z' h with all bosons", everything(), [vectorId, 9000003]],
  ["tau tau h", everything(), [15, -15, 9000003]],
];

/** Momenta of beams along z, or anywhere, and of final particles, some of them put along the beams or nearly. */
function sample({ legs }: Plan, n: number, seed: number): FourVectors[] {
  const stream = random(seed);
  const masses = legs.slice(2).map(({ field }) => field.mass);
  const total = { px: 0, py: 0, pz: 0, e: SQRT_S, m: SQRT_S };
  const { momenta } = phaseSpace(total, masses, stream, n);
  const beams = [1, -1].map((side, k): FourVectors => {
    const { mass } = legs[k].field;
    const p = Math.sqrt((SQRT_S / 2 - mass) * (SQRT_S / 2 + mass));
    const each = (value: number): Float64Array => new Float64Array(n).fill(value);
    return { px: each(0), py: each(0), pz: each(side * p), e: each(SQRT_S / 2), m: each(mass) };
  });
  for (let i = 0; i < n; i += 7) {
    const { px, py, pz, e, m } = momenta[i % momenta.length];
    const size = 10 ** (-9 * stream.uniform());
    px[i] *= i % 2 === 0 ? size : 0;
    py[i] *= i % 3 === 0 ? size : 0;
    pz[i] *= i % 5 === 0 ? size : 1;
    e[i] = Math.sqrt(px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i] + m[i] * m[i]);
  }
  return [...beams, ...momenta];
}

const first = (momenta: readonly FourVectors[], n: number): FourVectors[] =>
  momenta.map(({ px, py, pz, e, m }) => {
    const cut = (x: Float64Array): Float64Array => x.subarray(0, n);
    return { px: cut(px), py: cut(py), pz: cut(pz), e: cut(e), m: cut(m) };
  });

function firstDifference(a: Float64Array, b: Float64Array): number {
  return a.findIndex((x, i) => !Object.is(x, b[i]));
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("compiled amplitudes", () => {
  it.each(processes)("of %s have the bits of the plain ones", (name, model, outgoing) => {
    const plan = compile(model, [11, -11], outgoing);
    const n = outgoing.length > 3 || name.includes("bosons") ? 20_001 : 100_001;
    const momenta = sample(plan, n, 1);
    const [plain, fast] = [new Float64Array(n), new Float64Array(n)];
    evaluator(plan)(momenta, plain, n);
    compiledEvaluator(plan, wasmProgram)(momenta, fast, n);
    // Collinear particles without mass have no invariant to divide by.
    const isFinite = plain.map((x) => Number(Number.isFinite(x)));
    expect(isFinite.filter((x) => x === 0).length).toBeLessThan(n / 20);
    const finite = (x: Float64Array): Float64Array => x.filter((_, i) => isFinite[i] === 1);
    expect(firstDifference(finite(plain), finite(fast))).toBe(-1);
    const few = 64;
    const closures = new Float64Array(few);
    compiledEvaluator(plan, closureProgram)(first(momenta, few), closures, few);
    expect(firstDifference(closures, fast.subarray(0, few))).toBe(-1);
  });

  it.each(["with", "without"])("go on after many with the same bits, %s WebAssembly", (way) => {
    if (way === "without") vi.stubGlobal("WebAssembly", undefined);
    const plan = compile(qed(), [11, -11], [13, -13, 22]);
    const n = 30_000;
    const momenta = sample(plan, n, 2);
    // At rest: not a number in either way.
    for (const { px, py, pz } of momenta) for (const column of [px, py, pz]) column[5] = 0;
    const [plain, many] = [new Float64Array(n), new Float64Array(n)];
    evaluator(plan)(momenta, plain, n);
    const evaluate = evaluatorOfMany(plan);
    for (let time = 0; time < 3; time++) {
      evaluate(momenta, many, n);
      expect(firstDifference(plain, many)).toBe(-1);
    }
  });

  it("leave vertices without expressions to the plain ones", () => {
    const model = withMediator(qed(), { ...darkScalar({ mass: 1, sinTheta: 1e-3 }), couplings: { photon: 1e-3 } });
    const plan = compile(model, [11, -11], [22, model.fields[model.fields.length - 1].pdgId]);
    expect(() => compiledEvaluator(plan, wasmProgram)).toThrow("has no expressions");
    const momenta = sample(plan, 60_000, 3);
    const [plain, many] = [new Float64Array(60_000), new Float64Array(60_000)];
    evaluator(plan)(momenta, plain, 60_000);
    evaluatorOfMany(plan)(momenta, many, 60_000);
    expect(firstDifference(plain, many)).toBe(-1);
  });
});
