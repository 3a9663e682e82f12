/** $2^k$ at index $k + 1074$, $-1074 \le k \le 1023$: halves and doubles, which are exact. */
export const POWERS_OF_TWO: Float64Array = /* @__PURE__ */ powersOfTwo();

/** Index of $2^0$ in {@link POWERS_OF_TWO}. */
export const ONE = 1074;

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(2098);
  for (let k = 0, p = 5e-324; k < 2098; k++, p *= 2) powers[k] = p;
  return powers;
}

/** A double whose upper word is read from {@link WORDS}. */
export const DOUBLE: Float64Array = /* @__PURE__ */ new Float64Array(1);
/** The two words of {@link DOUBLE}. */
export const WORDS: Int32Array = /* @__PURE__ */ wordsOf(DOUBLE);
/** Which of the two words holds sign and exponent. */
export const UPPER: 0 | 1 = /* @__PURE__ */ upperWord();

function wordsOf(double: Float64Array): Int32Array {
  return new Int32Array(double.buffer);
}

function upperWord(): 0 | 1 {
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
}

/**
 * $2^k\,x$, rounded once.
 * @param x - Of a size between 0.5 and 2.
 * @param k - Whole.
 */
export function timesPowerOfTwo(x: number, k: number): number {
  if (k > 1023) return k > 1025 ? x * Infinity : x * POWERS_OF_TWO[ONE + 1023] * POWERS_OF_TWO[ONE + k - 1023];
  if (k >= -1021) return x * POWERS_OF_TWO[ONE + k];
  return k < -1080 ? x * 0 : x * POWERS_OF_TWO[ONE - 1000] * POWERS_OF_TWO[ONE + k + 1000];
}

/** Least normal number, $2^{-1022}$. */
export const LEAST_NORMAL = 2.2250738585072014e-308;
/** $\ln 2$ to 42 bits, so that its products with exponents are exact. */
export const LN2_HIGH = 0.6931471805598903;
/** $\ln 2$ less {@link LN2_HIGH}. */
export const LN2_LOW = 5.497923018708371e-14;
/** $1/\ln 2$, rounded. */
export const INVERSE_LN2 = 1.4426950408889634;
/** $\pi/2$, rounded. */
export const HALF_PI = 1.5707963267948966;
/** $\pi/2$ less {@link HALF_PI}. */
export const HALF_PI_LOW = 6.123233995736766e-17;
