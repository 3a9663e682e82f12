import { logGamma } from "./special/log-gamma.js";

/**
 * A stream of random numbers with an address: `random(seed).stream(i)` gives the same numbers on one core, on sixteen,
 * and after a restart, whatever was drawn from other streams before.
 */
export interface RandomStream {
  /** Next uniform in the open interval (0, 1), 53 bits. */
  uniform(): number;
  /** Fill `out` with uniforms in (0, 1), the same numbers as calls of `uniform`. */
  fill(out: Float64Array): void;
  /** Next standard normal deviate. */
  normal(): number;
  /** Next exponential deviate of mean 1. */
  exponential(): number;
  /** Next Poisson deviate of mean `mu` ≥ 0. */
  poisson(mu: number): number;
  /** Next integer in 0 … n − 1. */
  integer(n: number): number;
  /** The substream of index `i` ≥ 0: independent of this stream and of all others. */
  stream(i: number): RandomStream;
}

// Philox4x32-10: J. Salmon, M. Moraes, R. Dror, D. Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC11).
const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;

/** High 32 bits of the unsigned product of two 32-bit integers. */
function mulHigh(a: number, b: number): number {
  const al = a & 0xffff;
  const ah = a >>> 16;
  const bl = b & 0xffff;
  const bh = b >>> 16;
  const mid = ah * bl + ((al * bl) >>> 16);
  const low = al * bh + (mid & 0xffff);
  return (ah * bh + (mid >>> 16) + (low >>> 16)) | 0;
}

/**
 * One block of Philox4x32-10: four 32-bit words for a 128-bit counter and a 64-bit key.
 * @param out - Receives the four words.
 */
export function philox4x32(
  out: Int32Array | Uint32Array,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
): void {
  for (let round = 0; round < 10; round++) {
    const hi0 = mulHigh(M0, c0);
    const lo0 = Math.imul(M0, c0);
    const hi1 = mulHigh(M1, c2);
    const lo1 = Math.imul(M1, c2);
    c0 = hi1 ^ c1 ^ k0;
    c1 = lo1;
    c2 = hi0 ^ c3 ^ k1;
    c3 = lo0;
    k0 = (k0 + W0) | 0;
    k1 = (k1 + W1) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

const TWO_PI = 2 * Math.PI;

class PhiloxStream implements RandomStream {
  // The address: 64-bit key, 64-bit stream index; the block number is the state.
  readonly #k0: number;
  readonly #k1: number;
  readonly #i0: number;
  readonly #i1: number;
  readonly #words = new Int32Array(4);
  #block = 0;
  #spare = Number.NaN;
  #spareNormal = Number.NaN;

  constructor(k0: number, k1: number, i0: number, i1: number) {
    this.#k0 = k0;
    this.#k1 = k1;
    this.#i0 = i0;
    this.#i1 = i1;
  }

  uniform(): number {
    const spare = this.#spare;
    if (spare === spare) {
      this.#spare = Number.NaN;
      return spare;
    }
    const w = this.#words;
    philox4x32(w, this.#block | 0, (this.#block / 0x100000000) | 0, this.#i0, this.#i1, this.#k0, this.#k1);
    this.#block++;
    this.#spare = toUniform(w[2], w[3]);
    return toUniform(w[0], w[1]);
  }

  fill(out: Float64Array): void {
    for (let i = 0; i < out.length; i++) out[i] = this.uniform();
  }

  normal(): number {
    const spare = this.#spareNormal;
    if (spare === spare) {
      this.#spareNormal = Number.NaN;
      return spare;
    }
    // Box–Muller: two uniforms for two deviates, always, so that the position in the stream is predictable.
    const r = Math.sqrt(-2 * Math.log(this.uniform()));
    const phi = TWO_PI * this.uniform();
    this.#spareNormal = r * Math.sin(phi);
    return r * Math.cos(phi);
  }

  exponential(): number {
    return -Math.log(this.uniform());
  }

  poisson(mu: number): number {
    if (!(mu >= 0 && Number.isFinite(mu))) throw new RangeError(`poisson: mu must be finite and >= 0, got ${mu}`);
    return mu < 10 ? poissonByProduct(mu, this) : poissonPtrs(mu, this);
  }

  integer(n: number): number {
    if (!(Number.isSafeInteger(n) && n > 0)) throw new RangeError(`integer: n must be a positive integer, got ${n}`);
    return Math.floor(this.uniform() * n);
  }

  stream(i: number): RandomStream {
    if (!(Number.isSafeInteger(i) && i >= 0)) throw new RangeError(`stream: index must be an integer >= 0, got ${i}`);
    let k0 = this.#k0;
    let k1 = this.#k1;
    if (this.#i0 !== 0 || this.#i1 !== 0) {
      // A substream of a substream: the parent's address becomes a key, through the generator itself.
      const w = this.#words.slice();
      philox4x32(w, -1, -1, this.#i0, this.#i1, k0, k1);
      k0 = w[0];
      k1 = w[1];
    }
    return new PhiloxStream(k0, k1, (i + 1) | 0, ((i + 1) / 0x100000000) | 0);
  }
}

/** 53 bits of two words as a double in the open interval (0, 1). */
function toUniform(high: number, low: number): number {
  return ((high >>> 5) * 0x4000000 + (low >>> 6) + 0.5) * (1 / 9007199254740992);
}

/** Knuth's product of uniforms, for small means. */
function poissonByProduct(mu: number, random: RandomStream): number {
  const limit = Math.exp(-mu);
  let k = 0;
  for (let product = random.uniform(); product > limit; product *= random.uniform()) k++;
  return k;
}

/** Transformed rejection with squeeze: W. Hörmann, Insurance: Mathematics and Economics 12 (1993) 39, algorithm PTRS. */
function poissonPtrs(mu: number, random: RandomStream): number {
  const b = 0.931 + 2.53 * Math.sqrt(mu);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  const logMu = Math.log(mu);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mu + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= k * logMu - mu - logGamma(k + 1)) return k;
  }
}

/**
 * A root stream for a seed; its substreams `random(seed).stream(i)` never overlap with each other or with the root.
 *
 * Philox4x32-10: the seed is the key, the stream index and the position are the counter.
 * @param seed - Integer in 0 … 2⁵³ − 1.
 * @returns The root stream.
 * @throws RangeError when `seed` is not such an integer.
 * @see [Salmon et al., SC11](https://doi.org/10.1145/2063384.2063405)
 */
export function random(seed: number): RandomStream {
  if (!(Number.isSafeInteger(seed) && seed >= 0)) {
    throw new RangeError(`random: seed must be an integer from 0 to 2^53 - 1, got ${seed}`);
  }
  return new PhiloxStream(seed | 0, (seed / 0x100000000) | 0, 0, 0);
}
