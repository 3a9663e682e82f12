import { requireChoice, requireOptions } from "@belladonna/numerics";
import type { FourVectors } from "@belladonna/kinematics";
import { log2, pow } from "@belladonna/numerics/elementary";
import { axionAndVector, vectorsToAxion } from "./axion-kernels.js";
import { denominators, pairExcesses } from "./invariants.js";
import {
  columnVector,
  pairToPseudoscalar,
  pairToScalar,
  pairToVector,
  rowVector,
  scalarTimesVector,
  spinorTimesPseudoscalar,
  spinorTimesScalar,
  vectorProduct,
} from "./kernels.js";
import type { JoinKernel } from "./kernels.js";
import { isLongitudinal } from "./longitudinal.js";
import { lightConeGauge } from "./light-cone-gauge.js";
import { COMPONENTS } from "./plan.js";
import type { Current, Join, Kernel, Plan } from "./plan.js";
import {
  dressBoson,
  dressing,
  propagateBoson,
  propagateColumn,
  propagateRow,
  subtractLongitudinal,
} from "./propagators.js";
import type { Line } from "./propagators.js";
import { wavefunction } from "./wavefunctions.js";

const KERNELS: Readonly<Partial<Record<Kernel, JoinKernel>>> = {
  "column vector": columnVector,
  "row vector": rowVector,
  "column scalar": spinorTimesScalar,
  "row scalar": spinorTimesScalar,
  "column pseudoscalar": spinorTimesPseudoscalar,
  "row pseudoscalar": spinorTimesPseudoscalar,
  "pair to vector": pairToVector,
  "pair to scalar": pairToScalar,
  "pair to pseudoscalar": pairToPseudoscalar,
  "vectors to higgs": vectorProduct,
  "higgs and vector": scalarTimesVector,
};

/** How {@link evaluator} treats propagators, energies and polarisations. */
export interface EvaluatorOptions {
  /**
   * Keep $q^\mu q^\nu / m^2$ in propagators of massive vectors; it drops out where vectors couple to conserved
   * currents. When absent it is kept where a line of the process is made by two fermions of different mass, whose current is
   * not conserved.
   */
  readonly longitudinal?: boolean;
  /**
   * `"on shell"` (the default) takes three-momenta and masses and needs no energy, so that nothing cancels however
   * collinear the momenta are; `"given"` takes the energies as they are, for momenta that were put on another shell.
   */
  readonly energies?: "on shell" | "given";
  /** Index of a vector leg whose polarisation is replaced by its momentum: by gauge invariance the result is zero. */
  readonly ward?: number;
}

const OPTIONS: readonly (keyof EvaluatorOptions)[] = ["longitudinal", "energies", "ward"];

/** Numbers in the work space that stay in the second-level cache. */
const WORK = 1 << 16;

/** The currents of a plan for a block of events. */
export interface WorkSpace {
  /** Events in a block. */
  readonly B: number;
  /** Compute all currents for rows `from` to `from + n` of the momenta, $n \le B$. */
  readonly fill: (momenta: readonly FourVectors[], from: number, n: number) => void;
  /**
   * Amplitude of one spin configuration for the `n` events of the block.
   * @param h - Configuration of all legs but the root, later legs fastest.
   * @param r - Spin state of the root.
   * @param re - Receives the real parts.
   * @param im - Receives the imaginary parts.
   */
  readonly amplitude: (h: number, r: number, n: number, re: Float64Array, im: Float64Array) => void;
}

/**
 * Make room for the currents of a plan. Each operation runs over a block of events before the next, in one work space;
 * nothing is allocated per event.
 * @param plan - The compiled process.
 * @param options - Propagators, energies, Ward identity.
 */
export function workSpace(plan: Plan, options: EvaluatorOptions): WorkSpace {
  requireOptions("evaluator", options, OPTIONS);
  const { longitudinal = plan.steps.some(isLongitudinal), ward, energies } = options;
  if (energies !== undefined) requireChoice("evaluator: energies", energies, ["on shell", "given"]);
  const given = options.energies === "given";
  const { legs, external, steps, last, root, size } = plan;
  const B = Math.max(8, Math.min(64, pow(2, Math.floor(log2(WORK / size)))));
  const w = new Float64Array(size * B);
  const excesses = new Float64Array(legs.length * legs.length * B);
  const slots = new Map<number, number>();
  const slotOf = (set: number): number => {
    const slot = slots.get(set) ?? slots.size;
    slots.set(set, slot);
    return slot;
  };
  for (const { current, joins } of steps) {
    slotOf(current.legs);
    for (const { a, b } of joins) {
      slotOf(a.legs);
      slotOf(b.legs);
    }
  }
  const sets = [...slots.keys()];
  const q = new Float64Array(4 * B * slots.size);
  const d = new Float64Array(B * steps.length);
  const parts = new Float64Array(4 * B * legs.length);
  const dressed = new Float64Array(B);

  const rows = ({ shape }: Current): number => 2 * COMPONENTS[shape];
  const lines = steps.map(({ current }, k): Line => ({ q, from: 4 * B * slotOf(current.legs), d, over: k * B }));

  const join = ({ kernel, a, b, out, re, im, states }: Join, n: number): void => {
    const [sa, sb, so] = [rows(a) * B, rows(b) * B, rows(out) * B];
    const [oa, ob, oo] = [a.offset * B, b.offset * B, out.offset * B];
    const run = KERNELS[kernel];
    const first = kernel === "vectors to axion" ? a.legs : out.legs;
    const axion = { momenta: q, first: 4 * B * slotOf(first), second: 4 * B * slotOf(b.legs) };
    for (let x = 0; x < a.states; x++) {
      for (let y = 0; y < b.states; y++) {
        const to = oo + so * states[x * b.states + y];
        const [from, by] = [oa + sa * x, ob + sb * y];
        if (run !== undefined) run(w, from, by, to, re, im, n, B);
        else if (kernel === "vectors to axion") vectorsToAxion(w, from, by, to, re, n, B, axion);
        else axionAndVector(w, from, by, to, re, n, B, axion);
      }
    }
  };

  const propagate = ({ shape, field, states, offset }: Current, line: Line, n: number): void => {
    const step = 2 * COMPONENTS[shape] * B;
    if (field.vacuumPolarisation === true) dressing(line, field.mass, n, dressed);
    for (let h = 0; h < states; h++) {
      const at = offset * B + h * step;
      if (shape === "column") propagateColumn(w, at, line, field.mass, n, B);
      else if (shape === "row") propagateRow(w, at, line, field.mass, n, B);
      else {
        if (shape === "vector" && longitudinal && field.mass > 0) subtractLongitudinal(w, at, line, field.mass, n, B);
        propagateBoson(w, at, line, 2 * COMPONENTS[shape], field.mass * field.width, n, B);
        if (field.vacuumPolarisation === true) dressBoson(w, at, dressed, n, B);
      }
    }
  };

  const fill: WorkSpace["fill"] = (momenta, from, n) => {
    setParts(plan, momenta, given, from, n, parts, B);
    setMomenta(plan, parts, sets, n, q, B);
    if (!given) pairExcesses(legs, momenta, from, n, excesses, B);
    legs.forEach((leg, k) => {
      const at = external[k].offset * B;
      wavefunction(leg, momenta[k], given, from, n, w, at, B);
      if (k === ward) momentumWave(momenta[k], from, n, w, at, B, leg.states);
    });
    steps.forEach(({ current, joins, conserved }, k) => {
      const start = current.offset * B;
      w.fill(0, start, start + rows(current) * current.states * B);
      for (const one of joins) join(one, n);
      if (current === last) return;
      if (given) squaredMomentum(lines[k], current.field.mass, n, B);
      else denominators(legs, current.legs, current.field.mass, excesses, n, d, k * B, B);
      if (conserved && !given) {
        const step = rows(current) * B;
        for (let h = 0; h < current.states; h++) lightConeGauge(w, start + h * step, lines[k], n, B);
      }
      propagate(current, lines[k], n);
    });
  };

  const amplitude: WorkSpace["amplitude"] = (h, r, n, re, im) => {
    const psi = external[root];
    const step = rows(last) * B;
    const x = last.offset * B + h * step;
    const y = psi.offset * B + r * step;
    const vector = psi.shape === "vector";
    if (psi.shape === "scalar") {
      for (let i = 0; i < n; i++) {
        re[i] = w[x + i] * w[y + i] - w[x + B + i] * w[y + B + i];
        im[i] = w[x + i] * w[y + B + i] + w[x + B + i] * w[y + i];
      }
      return;
    }
    // Vectors meet as V⁺W⁻ and V W', halved, with the metric's sign.
    const [g, f, swap] = vector ? [0.5, -0.5, 2 * B] : [1, 1, 0];
    const [y0, y1, y2, y3] = [y + swap, y + 2 * B - swap, y + 4 * B + swap, y + 6 * B - swap];
    for (let i = 0; i < n; i++) {
      const x0r = w[x + i];
      const x0i = w[x + B + i];
      const x1r = w[x + 2 * B + i];
      const x1i = w[x + 3 * B + i];
      const x2r = w[x + 4 * B + i];
      const x2i = w[x + 5 * B + i];
      const x3r = w[x + 6 * B + i];
      const x3i = w[x + 7 * B + i];
      const y0r = g * w[y0 + i];
      const y0i = g * w[y0 + B + i];
      const y1r = g * w[y1 + i];
      const y1i = g * w[y1 + B + i];
      const y2r = f * w[y2 + i];
      const y2i = f * w[y2 + B + i];
      const y3r = f * w[y3 + i];
      const y3i = f * w[y3 + B + i];
      re[i] = x0r * y0r - x0i * y0i + (x1r * y1r - x1i * y1i) + (x2r * y2r - x2i * y2i) + (x3r * y3r - x3i * y3i);
      im[i] = x0r * y0i + x0i * y0r + (x1r * y1i + x1i * y1r) + (x2r * y2i + x2i * y2r) + (x3r * y3i + x3i * y3r);
    }
  };

  return { B, fill, amplitude };
}

/** Set $p^+, p^-, p_x, p_y$ of each leg, incoming ones negative. */
function setParts(
  { legs }: Plan,
  momenta: readonly FourVectors[],
  given: boolean,
  from: number,
  n: number,
  parts: Float64Array,
  B: number,
): void {
  for (let k = 0; k < legs.length; k++) {
    const { field, direction } = legs[k];
    const { mass } = field;
    const { px, py, pz, e } = momenta[k];
    const at = 4 * B * k;
    for (let i = 0; i < n; i++) {
      const x = px[from + i];
      const y = py[from + i];
      const z = pz[from + i];
      const t2 = x * x + y * y + mass * mass;
      const p = given ? e[from + i] : Math.sqrt(t2 + z * z);
      parts[at + i] = direction * (z >= 0 || given ? p + z : t2 / (p - z));
      parts[at + B + i] = direction * (z < 0 || given ? p - z : t2 / (p + z));
      parts[at + 2 * B + i] = direction * x;
      parts[at + 3 * B + i] = direction * y;
    }
  }
}

/** Set the momentum of each set of legs: the sum of its parts. */
function setMomenta(
  { legs }: Plan,
  parts: Float64Array,
  sets: readonly number[],
  n: number,
  q: Float64Array,
  B: number,
): void {
  q.fill(0);
  for (let slot = 0; slot < sets.length; slot++) {
    for (let k = 0; k < legs.length; k++) {
      if ((sets[slot] & (1 << k)) === 0) continue;
      for (let c = 0; c < 4; c++) {
        const at = (4 * slot + c) * B;
        const part = (4 * k + c) * B;
        for (let i = 0; i < n; i++) q[at + i] += parts[part + i];
      }
    }
  }
}

/** $D = q^2 - m^2$ from the sum of momenta as it is. */
function squaredMomentum({ q, from, d, over }: Line, mass: number, n: number, B: number): void {
  for (let i = 0; i < n; i++) {
    const k = from + i;
    const x = q[k + 2 * B];
    const y = q[k + 3 * B];
    d[over + i] = q[k] * q[k + B] - x * x - y * y - mass * mass;
  }
}

/** Put the momentum in place of the first polarisation and zero in place of the others. */
function momentumWave(
  { px, py, pz, e }: FourVectors,
  from: number,
  n: number,
  w: Float64Array,
  at: number,
  B: number,
  states: number,
): void {
  w.fill(0, at, at + 8 * B * states);
  for (let i = 0; i < n; i++) {
    const k = at + i;
    w[k] = e[from + i] + pz[from + i];
    w[k + 2 * B] = e[from + i] - pz[from + i];
    w[k + 4 * B] = px[from + i];
    w[k + 5 * B] = py[from + i];
    w[k + 6 * B] = px[from + i];
    w[k + 7 * B] = -py[from + i];
  }
}
