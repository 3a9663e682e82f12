// Philox4x32-10: J. Salmon, M. Moraes, R. Dror, D. Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC11).
const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9 | 0;
const W1 = 0xbb67ae85 | 0;

/** High 32 bits of the unsigned product of two 32-bit integers, the first given in halves. */
function mulHigh(ah: number, al: number, b: number): number {
  const bl = b & 0xffff;
  const bh = b >>> 16;
  const mid = (Math.imul(ah, bl) + (Math.imul(al, bl) >>> 16)) | 0;
  const low = (Math.imul(al, bh) + (mid & 0xffff)) | 0;
  return (Math.imul(ah, bh) + (mid >>> 16) + (low >>> 16)) | 0;
}

/**
 * One block of Philox4x32-10: four 32-bit words for a 128-bit counter and a 64-bit key.
 *
 * ```ts
 * const out = new Uint32Array(4);
 * philox4x32(out, 0, 0, 0, 0, 0, 0);
 * out[0].toString(16); // "6627e8d5"
 * ```
 * @param out - Receives the four words.
 * @param c0 - Counter, lowest word; `c1`, `c2`, `c3` follow.
 * @param k0 - Key, low word; `k1` is the high one.
 * @see [Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC11)](https://doi.org/10.1145/2063384.2063405)
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
    const x = c0;
    const z = c2;
    c0 = mulHigh(0xcd9e, 0x8d57, z) ^ c1 ^ k0;
    c1 = Math.imul(M1, z);
    c2 = mulHigh(0xd251, 0x1f53, x) ^ c3 ^ k1;
    c3 = Math.imul(M0, x);
    k0 = (k0 + W0) | 0;
    k1 = (k1 + W1) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/** 52 bits of two words and a half: an odd multiple of 2^-53, never 0 or 1. */
function toUniform(high: number, low: number): number {
  return ((high >>> 6) * 0x4000000 + (low >>> 6) + 0.5) * (1 / 4503599627370496);
}

/**
 * Writes `out[from]` … `out[to - 1]` (a multiple of four) from the blocks `block`, `block + 1`, … of a stream.
 *
 * Two blocks at a time: independent chains keep the multiplier busy.
 */
export function philoxUniforms(
  out: Float64Array,
  from: number,
  to: number,
  block: number,
  i0: number,
  i1: number,
  key0: number,
  key1: number,
): void {
  for (let i = from; i < to; i += 4, block += 2) {
    let a0 = block | 0;
    let a1 = (block / 0x100000000) | 0;
    let a2 = i0;
    let a3 = i1;
    let b0 = (block + 1) | 0;
    let b1 = ((block + 1) / 0x100000000) | 0;
    let b2 = i0;
    let b3 = i1;
    let k0 = key0;
    let k1 = key1;
    for (let round = 0; round < 10; round++) {
      const ax = a0;
      const az = a2;
      const bx = b0;
      const bz = b2;
      a0 = mulHigh(0xcd9e, 0x8d57, az) ^ a1 ^ k0;
      a1 = Math.imul(M1, az);
      a2 = mulHigh(0xd251, 0x1f53, ax) ^ a3 ^ k1;
      a3 = Math.imul(M0, ax);
      b0 = mulHigh(0xcd9e, 0x8d57, bz) ^ b1 ^ k0;
      b1 = Math.imul(M1, bz);
      b2 = mulHigh(0xd251, 0x1f53, bx) ^ b3 ^ k1;
      b3 = Math.imul(M0, bx);
      k0 = (k0 + W0) | 0;
      k1 = (k1 + W1) | 0;
    }
    out[i] = toUniform(a0, a1);
    out[i + 1] = toUniform(a2, a3);
    out[i + 2] = toUniform(b0, b1);
    out[i + 3] = toUniform(b2, b3);
  }
}
