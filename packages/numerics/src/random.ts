import { exp } from "./elementary/exp.js";
import { log } from "./elementary/log.js";
import { turn } from "./elementary/trigonometric.js";
import { philox4x32, philoxUniforms } from "./philox.js";
import { logGamma } from "./special/log-gamma.js";

/**
 * A stream of random numbers with an address: `random(seed).stream(i)` gives the same numbers on one core, on sixteen,
 * and after a restart, whatever was drawn from other streams before.
 */
export interface RandomStream {
  /** Next uniform in the open interval (0, 1): an odd multiple of $2^{-53}$, so 52 random bits. */
  uniform(): number;
  /** Fill `out` with uniforms in (0, 1), the same numbers as calls of `uniform`. */
  fill(out: Float64Array): void;
  /** Next standard normal deviate. */
  normal(): number;
  /** Fill `out` with standard normal deviates, the same numbers as calls of `normal`; slower after an odd number of uniforms. */
  fillNormal(out: Float64Array): void;
  /** Next exponential deviate of mean 1. */
  exponential(): number;
  /** Next Poisson deviate of mean `mu` ≥ 0; one uniform for means below 10. */
  poisson(mu: number): number;
  /** Next integer in 0 … n − 1. */
  integer(n: number): number;
  /** Next index of `weights`, each with probability proportional to its weight; {@link aliasTable} for many draws. */
  discrete(weights: ArrayLike<number>): number;
  /** The substream of index `i` ≥ 0: independent of this stream and of all others. */
  stream(i: number): RandomStream;
}

/** Cosine and sine of the direction of a pair of normal deviates. */
const DIRECTION = /* @__PURE__ */ new Float64Array(2);
/** Uniforms computed ahead: few at first, since many streams are asked for a handful only. */
const FIRST = 4;
const AHEAD = 64;

/** What makes many numbers at once. */
export interface Bulk {
  /** The uniforms of whole blocks. */
  readonly uniforms: typeof philoxUniforms;
  /** The normal deviates of their pairs. */
  readonly normals: typeof philoxUniforms;
}

/** {@link Bulk} as it is without more. */
export const PLAIN: Bulk = { uniforms: philoxUniforms, normals: philoxNormals };

/** As {@link RandomStream.normal} makes them: two uniforms for two deviates (Box–Muller). */
function philoxNormals(...args: Parameters<typeof philoxUniforms>): void {
  philoxUniforms(...args);
  const [out, from, to] = args;
  for (let i = from; i < to; i += 2) {
    const r = Math.sqrt(-2 * log(out[i]));
    turn(out[i + 1], DIRECTION);
    out[i] = r * DIRECTION[0];
    out[i + 1] = r * DIRECTION[1];
  }
}

class PhiloxStream implements RandomStream {
  // The address: 64-bit key, 64-bit stream index; the block number is the state.
  readonly #k0: number;
  readonly #k1: number;
  readonly #i0: number;
  readonly #i1: number;
  #block = 0;
  #buffer = new Float64Array(FIRST);
  #next = FIRST;
  #spareNormal = Number.NaN;
  readonly #bulk: Bulk;

  constructor(bulk: Bulk, k0: number, k1: number, i0: number, i1: number) {
    this.#bulk = bulk;
    this.#k0 = k0;
    this.#k1 = k1;
    this.#i0 = i0;
    this.#i1 = i1;
  }

  uniform(): number {
    if (this.#next === this.#buffer.length) {
      if (this.#block > 0 && this.#buffer.length === FIRST) this.#buffer = new Float64Array(AHEAD);
      this.#generate(this.#bulk.uniforms, this.#buffer, 0, this.#buffer.length);
      this.#next = 0;
    }
    return this.#buffer[this.#next++];
  }

  fill(out: Float64Array): void {
    let i = 0;
    while (i < out.length && this.#next < this.#buffer.length) out[i++] = this.#buffer[this.#next++];
    const whole = i + 4 * Math.floor((out.length - i) / 4);
    this.#generate(this.#bulk.uniforms, out, i, whole);
    for (i = whole; i < out.length; i++) out[i] = this.uniform();
  }

  #generate(numbers: typeof philoxUniforms, out: Float64Array, from: number, to: number): void {
    numbers(out, from, to, this.#block, this.#i0, this.#i1, this.#k0, this.#k1);
    this.#block += (to - from) / 2;
  }

  normal(): number {
    const spare = this.#spareNormal;
    if (spare === spare) {
      this.#spareNormal = Number.NaN;
      return spare;
    }
    // Box–Muller: two uniforms for two deviates, always, so that the position in the stream is predictable.
    const r = Math.sqrt(-2 * log(this.uniform()));
    turn(this.uniform(), DIRECTION);
    this.#spareNormal = r * DIRECTION[1];
    return r * DIRECTION[0];
  }

  fillNormal(out: Float64Array): void {
    let i = 0;
    // What is left of a pair and of uniforms made ahead.
    while (i < out.length && (this.#spareNormal === this.#spareNormal || this.#next < this.#buffer.length)) {
      out[i++] = this.normal();
    }
    const whole = i + 4 * Math.floor((out.length - i) / 4);
    this.#generate(this.#bulk.normals, out, i, whole);
    for (i = whole; i < out.length; i++) out[i] = this.normal();
  }

  exponential(): number {
    return -log(this.uniform());
  }

  poisson(mu: number): number {
    if (!(mu >= 0 && Number.isFinite(mu))) throw new RangeError(`poisson: mu must be finite and >= 0, got ${mu}`);
    return mu < 10 ? poissonByInversion(mu, this) : poissonPtrs(mu, this);
  }

  integer(n: number): number {
    if (!(Number.isSafeInteger(n) && n > 0)) throw new RangeError(`integer: n must be a positive integer, got ${n}`);
    return Math.min(n - 1, Math.floor(this.uniform() * n));
  }

  discrete(weights: ArrayLike<number>): number {
    let left = this.uniform() * totalWeight("discrete", weights);
    let last = 0;
    for (let i = 0; i < weights.length; i++) {
      if (weights[i] === 0) continue;
      left -= weights[i];
      last = i;
      if (left < 0) break;
    }
    return last;
  }

  stream(i: number): RandomStream {
    if (!(Number.isSafeInteger(i) && i >= 0)) throw new RangeError(`stream: index must be an integer >= 0, got ${i}`);
    let k0 = this.#k0;
    let k1 = this.#k1;
    if (this.#i0 !== 0 || this.#i1 !== 0) {
      // A substream of a substream: the parent's address becomes a key, through the generator itself.
      const w = new Int32Array(4);
      philox4x32(w, -1, -1, this.#i0, this.#i1, k0, k1);
      k0 = w[0];
      k1 = w[1];
    }
    return new PhiloxStream(this.#bulk, k0, k1, (i + 1) | 0, ((i + 1) / 0x100000000) | 0);
  }
}

/** Inversion by sequential search, for small means: one uniform a deviate. */
function poissonByInversion(mu: number, random: RandomStream): number {
  let u = random.uniform();
  let k = 0;
  for (let p = exp(-mu); u > p && k < 200; p *= mu / k) {
    u -= p;
    k++;
  }
  return k;
}

/** Transformed rejection with squeeze: W. Hörmann, Insurance: Mathematics and Economics 12 (1993) 39, algorithm PTRS. */
function poissonPtrs(mu: number, random: RandomStream): number {
  const b = 0.931 + 2.53 * Math.sqrt(mu);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  const logMu = log(mu);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mu + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (log((v * inverseAlpha) / (a / (us * us) + b)) <= k * logMu - mu - logGamma(k + 1)) return k;
  }
}

/**
 * A root stream for a seed; its substreams `random(seed).stream(i)` never overlap with each other or with the root.
 *
 * Philox4x32-10: the seed is the key, the stream index and the position are the counter.
 *
 * ```ts
 * random(1).stream(3).uniform() === random(1).stream(3).uniform(); // true
 * ```
 * @param seed - Integer in 0 … 2⁵³ − 1.
 * @returns The root stream.
 * @throws RangeError when `seed` is not such an integer.
 * @see [Salmon et al., SC11](https://doi.org/10.1145/2063384.2063405)
 */
export function random(seed: number): RandomStream {
  return streamOf("random", seed, PLAIN);
}

/** The same streams, whose many numbers are made by `bulk`. */
export function streamOf(name: string, seed: number, bulk: Bulk): RandomStream {
  if (!(Number.isSafeInteger(seed) && seed >= 0)) {
    throw new RangeError(`${name}: seed must be an integer from 0 to 2^53 - 1, got ${seed}`);
  }
  return new PhiloxStream(bulk, seed | 0, (seed / 0x100000000) | 0, 0, 0);
}

/**
 * Draws indices with probability proportional to `weights` in constant time, two uniforms each (alias method).
 *
 * ```ts
 * aliasTable([0, 1, 0])(random(1)); // 1
 * ```
 * @param weights - Finite, not negative, not all zero; copied.
 * @returns A function from a stream to an index.
 * @throws RangeError when the weights are not such.
 * @see [M. Vose, IEEE Trans. Softw. Eng. 17 (1991) 972](https://doi.org/10.1109/32.92917)
 */
export function aliasTable(weights: ArrayLike<number>): (random: RandomStream) => number {
  const n = weights.length;
  const scale = n / totalWeight("aliasTable", weights);
  const keep = Float64Array.from(weights, (w) => w * scale);
  const alias = Int32Array.from(keep.keys());
  const small: number[] = [];
  const large: number[] = [];
  keep.forEach((w, i) => (w < 1 ? small : large).push(i));
  for (let s = small.pop(), l = large.pop(); s !== undefined && l !== undefined;) {
    alias[s] = l;
    keep[l] -= 1 - keep[s];
    s = small.pop();
    if (keep[l] < 1) {
      // The donor is now a receiver.
      if (s !== undefined) small.push(s);
      s = l;
      l = large.pop();
    }
  }
  // What is left differs from 1 by rounding alone, unless its weight is zero.
  for (let i = 0; i < n; i++) if (alias[i] === i && weights[i] > 0) keep[i] = 1;
  return (random) => {
    const i = random.integer(n);
    return random.uniform() < keep[i] ? i : alias[i];
  };
}

/** The sum of the weights, after a check of each. */
function totalWeight(where: string, weights: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    if (!(weights[i] >= 0)) throw new RangeError(`${where}: weights must be >= 0, got ${weights[i]} at ${i}`);
    total += weights[i];
  }
  if (!(total > 0 && total < Infinity))
    throw new RangeError(`${where}: weights must have a positive sum, got ${total}`);
  return total;
}
