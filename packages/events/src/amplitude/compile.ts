import { requireChoice } from "@belladonna/numerics";
import { checkModel } from "./fields.js";
import type { Model, Vertex } from "./fields.js";
import { COMPONENTS } from "./plan.js";
import type { Current, Join, Kernel, Leg, Plan, Shape } from "./plan.js";

interface Draft extends Current {
  joins: Join[];
  diagrams: number;
}

/**
 * Compile a process: find all currents of the model that lead to the external legs, with the signs of identical
 * fermions, and keep those that the amplitude needs.
 *
 * Currents are made by growing sets of legs (Berends and Giele), so that common parts of diagrams and of spin
 * configurations are computed once; the sign of a join is that of sorting the fermions of its two sets.
 *
 * ```ts
 * compile(qed(), [11, -11], [13, -13]).steps.length; // 2
 * ```
 * @param model - Fields and vertices.
 * @param incoming - PDG numbers of the incoming particles.
 * @param outgoing - PDG numbers of the outgoing particles.
 * @param propagating - Names of the fields that may be exchanged; all by default.
 * @throws RangeError when a particle is not in the model or no diagram connects the legs.
 * @see F. A. Berends, W. T. Giele, Nucl. Phys. B 306 (1988) 759; A. Kanaki, C. G. Papadopoulos, Comput. Phys.
 * Commun. 132 (2000) 306 (signs).
 */
export function compile(
  model: Model,
  incoming: readonly number[],
  outgoing: readonly number[],
  propagating?: readonly string[],
): Plan {
  checkModel(model);
  const fields = model.fields.map(({ name }) => name);
  for (const name of propagating ?? []) requireChoice("amplitude: propagating", name, fields);
  const legs = [...incoming.map((id) => legOf(model, id, 1)), ...outgoing.map((id) => legOf(model, id, -1))];
  const name = `${incoming.join(" ")} > ${outgoing.join(" ")}`;
  const plans = legs.map((_, root) => compileFrom(model, legs, root, incoming.length, propagating));
  const best = plans.reduce((a, b) => (b !== undefined && (a === undefined || b.cost < a.cost) ? b : a));
  if (best === undefined) throw new RangeError(`amplitude: no diagram of the model leads to ${name}`);
  return best;
}

function legOf({ fields }: Model, id: number, direction: 1 | -1): Leg {
  const field = fields.find(({ pdgId }) => pdgId === Math.abs(id));
  if (field === undefined) throw new RangeError(`amplitude: the model has no particle of PDG number ${id}`);
  if (field.kind === "scalar") return { field, shape: "scalar", direction, states: 1 };
  if (field.kind === "vector") return { field, shape: "vector", direction, states: field.mass > 0 ? 3 : 2 };
  // Incoming particles and outgoing antiparticles begin a fermion line: u(p), v(p).
  return { field, shape: id > 0 === direction > 0 ? "column" : "row", direction, states: 2 };
}

function compileFrom(
  model: Model,
  legs: readonly Leg[],
  root: number,
  incoming: number,
  propagating: readonly string[] | undefined,
): Plan | undefined {
  const n = legs.length;
  const others = ((1 << n) - 1) & ~(1 << root);
  const fermions = legs.reduce((bits, { field }, k) => (field.kind === "fermion" ? bits | (1 << k) : bits), 0);
  const fields = new Map(model.fields.map((field) => [field.name, field]));
  const bySet = new Map<number, Map<string, Draft>>();
  const statesOf = (set: number): number => legs.reduce((p, { states }, k) => (set & (1 << k) ? p * states : p), 1);
  const get = (set: number, shape: Shape, field: string): Draft | undefined => bySet.get(set)?.get(`${shape} ${field}`);

  const external = legs.map(({ field, shape, states }, k): Draft => {
    return { legs: 1 << k, field, shape, states, offset: 0, joins: [], diagrams: 1 };
  });
  external.forEach((current, k) => {
    if (k !== root) bySet.set(1 << k, new Map([[`${current.shape} ${current.field.name}`, current]]));
  });
  // The current of all others must end on the root's wavefunction: a column meets a row.
  const target = legs[root];
  const wanted = target.shape === "column" ? "row" : target.shape === "row" ? "column" : target.shape;

  const sets: number[] = [];
  for (let set = 1; set <= others; set++) if ((set & others) === set && bits(set) > 1) sets.push(set);
  sets.sort((a, b) => bits(a) - bits(b) || a - b);

  for (const set of sets) {
    const made = new Map<string, Draft>();
    bySet.set(set, made);
    const last = set === others;
    const add = (shape: Shape, fieldName: string, kernel: Kernel, a: Draft, b: Draft, re: number, im: number): void => {
      const field = fields.get(fieldName);
      if (field === undefined) return;
      if (last ? shape !== wanted || field !== target.field : propagating?.includes(fieldName) === false) return;
      const key = `${shape} ${fieldName}`;
      let out = made.get(key);
      if (out === undefined) {
        out = { legs: set, field, shape, states: statesOf(set), offset: 0, joins: [], diagrams: 0 };
        made.set(key, out);
      }
      const sign = inversions(a.legs & fermions, b.legs & fermions) % 2 === 0 ? 1 : -1;
      const states = joinStates(legs, a.legs, b.legs);
      out.joins.push({ kernel, a, b, out, re: sign * re, im: sign * im, states });
      out.diagrams += a.diagrams * b.diagrams;
    };
    // Every split into two sets, both orders: the first is the fermion, the row or the scalar.
    for (let one = (set - 1) & set; one > 0; one = (one - 1) & set) {
      const two = set & ~one;
      for (const vertex of model.vertices)
        joinAt(
          vertex,
          (s, f) => get(one, s, f),
          (s, f) => get(two, s, f),
          one < two,
          add,
        );
    }
  }

  const last = get(others, wanted, target.field.name);
  if (last === undefined) return undefined;
  // Only what the last current needs, found backwards.
  const needed = new Set<Draft>([last]);
  for (const current of needed) for (const { a, b } of current.joins) needed.add(a as Draft).add(b as Draft);
  const steps = sets.flatMap((set) => [...(bySet.get(set)?.values() ?? [])]).filter((current) => needed.has(current));
  let size = 0;
  for (const current of [...external, ...steps]) {
    current.offset = size;
    size += 2 * COMPONENTS[current.shape] * current.states;
  }
  // All charged lines of the process that a photon could couple to are there.
  const lines = fermionLines(model, legs);
  const complete = model.vertices.every((vertex) => {
    const charged = "fermions" in vertex && fields.get(vertex.boson)?.mass === 0 && lines.has(vertex.fermions[0]);
    return !charged || propagating === undefined || propagating.includes(vertex.fermions[0]);
  });
  const cost = steps.reduce((sum, { joins }) => sum + joins.reduce((s, { states }) => s + states.length, 0), 0);
  const half =
    target.states === 2 &&
    target.field.kind === "fermion" &&
    keepsParity(model) &&
    steps.every((c) => c.field.width === 0 || c === last);
  const spins = legs.slice(0, incoming).reduce((product, { states }) => product * states, 1);
  return {
    legs,
    external,
    steps: steps.map((current) => {
      const { joins } = current;
      return { current, joins, conserved: complete && current !== last && scattered(current, legs) };
    }),
    last,
    root,
    rootStates: half ? 1 : target.states,
    factor: (half ? 2 : 1) / spins,
    size,
    diagrams: last.diagrams,
    cost: cost - (half ? 1 : 0),
  };
}

/** Names of the fermions that lines from external legs can be: those of the legs, and what vertices change them to. */
function fermionLines({ vertices }: Model, legs: readonly Leg[]): Set<string> {
  const lines = new Set(legs.flatMap(({ field }) => (field.kind === "fermion" ? [field.name] : [])));
  for (const name of lines) {
    for (const vertex of vertices) {
      if ("fermions" in vertex && vertex.fermions.includes(name)) vertex.fermions.forEach((other) => lines.add(other));
    }
  }
  return lines;
}

/** Whether a current is a photon that an incoming leg gives off as it goes out. */
function scattered({ field, legs: set, shape }: Current, legs: readonly Leg[]): boolean {
  if (shape !== "vector" || field.mass !== 0 || bits(set) !== 2) return false;
  return legs.reduce((sum, { direction }, k) => (set & (1 << k) ? sum + direction : sum), 0) === 0;
}

type Find = (shape: Shape, field: string) => Draft | undefined;
type Add = (shape: Shape, field: string, kernel: Kernel, a: Draft, b: Draft, re: number, im: number) => void;

/**
 * Joins of two sets at one vertex. Factors are vertex times propagator without its numerator and denominator:
 * $i \cdot ig = -g$ on a fermion line, $-i \cdot ig = g$ into a vector, and so on.
 */
function joinAt(vertex: Vertex, one: Find, two: Find, ordered: boolean, add: Add): void {
  const g = vertex.coupling;
  if ("fermions" in vertex) {
    const [bar, field] = vertex.fermions;
    const shape = vertex.kind === "vector" ? "vector" : "scalar";
    const boson = two(shape, vertex.boson);
    const column = one("column", field);
    const row = one("row", bar);
    const factor: readonly [number, number] =
      vertex.kind === "vector" ? [-g, 0] : vertex.kind === "scalar" ? [g, 0] : [0, g];
    if (column && boson) add("column", bar, `column ${vertex.kind}`, column, boson, ...factor);
    if (row && boson) add("row", field, `row ${vertex.kind}`, row, boson, ...factor);
    const end = two("column", field);
    if (row && end) {
      if (vertex.kind === "vector") add("vector", vertex.boson, "pair to vector", row, end, g, 0);
      else add("scalar", vertex.boson, `pair to ${vertex.kind}`, row, end, ...factor);
    }
    return;
  }
  const scalar = one("scalar", vertex.boson);
  const first = one("vector", vertex.vector);
  const second = two("vector", vertex.vector);
  const axion = vertex.kind === "axion";
  // i · ig = −g into the scalar, −i · ig = g into the vector; the two vectors of a pair are counted once.
  if (scalar && second)
    add("vector", vertex.vector, axion ? "axion and vector" : "higgs and vector", scalar, second, g, 0);
  if (ordered && first && second) {
    add("scalar", vertex.boson, axion ? "vectors to axion" : "vectors to higgs", first, second, -g, 0);
  }
}

/**
 * Whether flipping all spins leaves $|M|$ as it is, by parity and time reversal at tree level without widths: no boson
 * couples both as scalar and as pseudoscalar.
 */
function keepsParity({ vertices }: Model): boolean {
  const odd = new Set(
    vertices.filter(({ kind }) => kind === "pseudoscalar" || kind === "axion").map(({ boson }) => boson),
  );
  return !vertices.some(({ kind, boson }) => (kind === "scalar" || kind === "higgs") && odd.has(boson));
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
}

/** Number of pairs (i in `a`, j in `b`) with i > j. */
function inversions(a: number, b: number): number {
  let count = 0;
  for (let i = 0; 1 << i <= a; i++) if (a & (1 << i)) count += bits(b & ((1 << i) - 1));
  return count;
}

/** Spin configuration of the union for each configuration of `a` and of `b`; later legs vary fastest. */
function joinStates(legs: readonly Leg[], a: number, b: number): Int32Array {
  const count = (set: number): number => legs.reduce((p, { states }, k) => (set & (1 << k) ? p * states : p), 1);
  const [na, nb] = [count(a), count(b)];
  const out = new Int32Array(na * nb);
  for (let x = 0; x < na; x++) {
    for (let y = 0; y < nb; y++) {
      let restA = x;
      let restB = y;
      let place = 1;
      let index = 0;
      for (let k = legs.length - 1; k >= 0; k--) {
        const { states } = legs[k];
        if (a & (1 << k)) {
          index += place * (restA % states);
          restA = Math.floor(restA / states);
        } else if (b & (1 << k)) {
          index += place * (restB % states);
          restB = Math.floor(restB / states);
        } else continue;
        place *= states;
      }
      out[x * nb + y] = index;
    }
  }
  return out;
}
