import { mergeParameters } from "../parameter.js";
import type { RandomStream } from "@belladonna/numerics";
import { BLOCK, checkBlock, checkRange, columns, evaluateInBlocks } from "./density.js";
import type { Density, Range, Value } from "./density.js";
import { invertIntegral } from "./invert-integral.js";

/** A density up to its normalisation: what is needed to write a new one. */
export interface Shape {
  /** Name, for messages. */
  readonly name: string;
  /** The numbers it depends on, in the order of the vectors `p`. */
  readonly slots: readonly Value[];
  /** Where it is normalised. */
  readonly range: Range;
  /** Values $s(x)$ at the first `n` points, and derivatives by each slot when columns are given. */
  fill(p: Float64Array, x: Float64Array, n: number, s: Float64Array, ds: readonly Float64Array[] | undefined): void;
  /** $\int_a^b s\,dx$ and its derivatives by each slot when `gradient` is given. */
  integral(p: Float64Array, a: number, b: number, gradient: Float64Array | undefined): number;
  /** Lengths over which the slots change the shape, to set the steps of second derivatives. */
  scale(p: Float64Array, out: Float64Array): void;
  /**
   * Add $\sum_i w_i s_{ab}(x_i)/s(x_i)$ to the upper triangle of `out`, row-major in slots; when absent, derivatives are
   * differenced. `"zero"` when the shape is linear in all slots.
   */
  readonly second?:
    "zero" | ((p: Float64Array, x: Float64Array, n: number, w: Float64Array, out: Float64Array) => void);
  /** One draw; by inversion of the integral when absent. */
  readonly draw?: (p: Float64Array, random: RandomStream) => number;
}

const STEP = 1e-4;

/** The normalised density of a shape. */
export function fromShape(shape: Shape): Density {
  checkRange(shape.name, shape.range);
  const { slots, range } = shape;
  slots.forEach((v: unknown, i) => {
    const isValue = typeof v === "number" ? Number.isFinite(v) : typeof v === "object" && v !== null && "name" in v;
    if (!isValue) {
      throw new RangeError(`${shape.name}: value ${i + 1} must be a finite number or a parameter, got ${String(v)}`);
    }
  });
  const m = slots.length;
  const parameters = mergeParameters(
    shape.name,
    slots.map((v) => (typeof v === "number" ? [] : [v])),
  );
  const np = parameters.length;
  const position = Int32Array.from(slots, (v) =>
    typeof v === "number" ? -1 : parameters.findIndex((q) => q.name === v.name),
  );
  const plain = slots.every((v, i) => typeof v === "number" || position.indexOf(position[i]) === i);
  const p = Float64Array.from(slots, (v) => (typeof v === "number" ? v : Number.NaN));
  const steps = new Float64Array(m);
  const norm = new Normalisation(shape, position);
  const spare = columns(m);
  const target: Float64Array[] = spare.slice();
  const weighted = new Float64Array(BLOCK);
  const first = new Float64Array(m);
  const sums = new Float64Array(m * m);
  const above = columns(m);
  const below = columns(m);
  const unused = new Float64Array(BLOCK);

  function prepare(theta: Float64Array): void {
    for (let a = 0; a < m; a++) if (position[a] >= 0) p[a] = theta[position[a]];
    norm.prepare(p);
  }

  const density: Density = {
    parameters,
    range,
    evaluate(theta, x, n, values, derivatives) {
      if (n > BLOCK) {
        evaluateInBlocks(density, theta, x, n, values, derivatives);
        return;
      }
      prepare(theta);
      const scale = 1 / norm.value;
      if (derivatives === undefined) {
        shape.fill(p, x, n, values, undefined);
        for (let i = 0; i < n; i++) values[i] *= scale;
        return;
      }
      for (let a = 0; a < m; a++) target[a] = plain && position[a] >= 0 ? derivatives[position[a]] : spare[a];
      shape.fill(p, x, n, values, target);
      for (let i = 0; i < n; i++) values[i] *= scale;
      if (!plain) for (let j = 0; j < np; j++) derivatives[j].fill(0, 0, n);
      for (let a = 0; a < m; a++) {
        if (position[a] < 0) continue;
        const from = target[a];
        const g = norm.logGradient[a];
        if (plain) for (let i = 0; i < n; i++) from[i] = from[i] * scale - values[i] * g;
        else {
          const to = derivatives[position[a]];
          for (let i = 0; i < n; i++) to[i] += from[i] * scale - values[i] * g;
        }
      }
    },
    curvature(theta, x, n, weights, values, derivatives, out) {
      checkBlock(shape.name, n);
      prepare(theta);
      norm.prepareSecond(p);
      let total = 0;
      for (let i = 0; i < n; i++) total += weighted[i] = weights[i] * values[i];
      // Slots that share a parameter are rare: their columns are then made again, apart.
      if (!plain) shape.fill(p, x, n, unused, spare);
      const g = norm.logGradient;
      for (let a = 0; a < m; a++) {
        if (position[a] < 0) continue;
        const column = plain ? derivatives[position[a]] : spare[a];
        let s = 0;
        for (let i = 0; i < n; i++) s += weights[i] * column[i];
        first[a] = plain ? s : s / norm.value - g[a] * total;
      }
      const s2 = secondSums(x, n, weights);
      for (let a = 0; a < m; a++) {
        if (position[a] < 0) continue;
        for (let b = 0; b < m; b++) {
          if (position[b] < 0) continue;
          const raw = a <= b ? s2[a * m + b] : s2[b * m + a];
          out[position[a] * np + position[b]] +=
            raw - g[b] * first[a] - g[a] * first[b] - (norm.second[a * m + b] / norm.value) * total;
        }
      }
    },
    integral(theta, a, b, gradient) {
      prepare(theta);
      const slotGradient = gradient === undefined ? undefined : norm.scratch;
      const low = Math.max(a, range[0]);
      const high = Math.min(b, range[1]);
      if (!(low < high)) {
        gradient?.fill(0);
        return 0;
      }
      const value = shape.integral(p, low, high, slotGradient) / norm.value;
      if (gradient !== undefined && slotGradient !== undefined) {
        gradient.fill(0);
        for (let s = 0; s < m; s++) {
          if (position[s] >= 0) gradient[position[s]] += slotGradient[s] / norm.value - value * norm.logGradient[s];
        }
      }
      return value;
    },
    sample(theta, n, random) {
      prepare(theta);
      const out = new Float64Array(n);
      const { draw } = shape;
      for (let i = 0; i < n; i++) {
        if (draw === undefined) out[i] = invertIntegral(density, theta, random.uniform());
        else {
          do out[i] = draw(p, random);
          while (!(out[i] >= range[0] && out[i] <= range[1]));
        }
      }
      return out;
    },
  };

  /** Upper triangle of the weighted sums of second derivatives of the shape, over the normalisation. */
  function secondSums(x: Float64Array, n: number, weights: Float64Array): Float64Array {
    sums.fill(0);
    if (shape.second === "zero") return sums;
    if (shape.second !== undefined) {
      shape.second(p, x, n, weighted, sums);
      return sums;
    }
    shape.scale(p, steps);
    for (let a = 0; a < m; a++) {
      if (position[a] < 0) continue;
      const h = STEP * steps[a];
      const centre = p[a];
      p[a] = centre + h;
      shape.fill(p, x, n, unused, above);
      p[a] = centre - h;
      shape.fill(p, x, n, unused, below);
      p[a] = centre;
      for (let b = a; b < m; b++) {
        if (position[b] < 0) continue;
        let s = 0;
        for (let i = 0; i < n; i++) s += weights[i] * (above[b][i] - below[b][i]);
        sums[a * m + b] = s / (2 * h * norm.value);
      }
    }
    return sums;
  }

  return density;
}

/** Normalisation of a shape at the last `p`, with its first and, when asked for, second derivatives. */
class Normalisation {
  value: number = Number.NaN;
  readonly logGradient: Float64Array;
  readonly second: Float64Array;
  readonly scratch: Float64Array;
  readonly #shape: Shape;
  readonly #position: Int32Array;
  readonly #last: Float64Array;
  readonly #steps: Float64Array;
  readonly #above: Float64Array;
  #hasSecond = false;

  constructor(shape: Shape, position: Int32Array) {
    const m = shape.slots.length;
    this.#shape = shape;
    this.#position = position;
    this.#last = new Float64Array(m).fill(Number.NaN);
    this.#steps = new Float64Array(m);
    this.#above = new Float64Array(m);
    this.logGradient = new Float64Array(m);
    this.scratch = new Float64Array(m);
    this.second = new Float64Array(m * m);
  }

  prepare(p: Float64Array): void {
    const last = this.#last;
    let same = true;
    for (let a = 0; a < p.length; a++) {
      if (p[a] !== last[a]) {
        same = false;
        last[a] = p[a];
      }
    }
    if (same && this.value === this.value) return;
    const [low, high] = this.#shape.range;
    this.#hasSecond = false;
    this.value = this.#shape.integral(p, low, high, this.logGradient);
    for (let a = 0; a < p.length; a++) this.logGradient[a] /= this.value;
  }

  prepareSecond(p: Float64Array): void {
    if (this.#hasSecond) return;
    this.#hasSecond = true;
    const m = p.length;
    const [low, high] = this.#shape.range;
    this.second.fill(0);
    this.#shape.scale(p, this.#steps);
    for (let a = 0; a < m; a++) {
      if (this.#position[a] < 0) continue;
      const h = STEP * this.#steps[a];
      const centre = p[a];
      p[a] = centre + h;
      this.#shape.integral(p, low, high, this.#above);
      p[a] = centre - h;
      this.#shape.integral(p, low, high, this.scratch);
      p[a] = centre;
      for (let b = 0; b < m; b++) {
        const half = (this.#above[b] - this.scratch[b]) / (4 * h);
        this.second[a * m + b] += half;
        this.second[b * m + a] += half;
      }
    }
  }
}
