import { logGamma } from "@belladonna/numerics";
import { exp, log, log2, pow } from "@belladonna/numerics/elementary";

/**
 * Probability that the Kolmogorov–Smirnov distance of `n` values exceeds `d`.
 *
 * Twice the one-sided probability where both sides together are impossible to 1e-10 ($n d^2 > 4$), Marsaglia, Tsang
 * and Wang's matrix power below up to 3000 values, and the limiting series with Vrbik's correction beyond.
 * @see [Marsaglia, Tsang and Wang, J. Stat. Softw. 8 (2003) 18](https://doi.org/10.18637/jss.v008.i18)
 * @see J. Vrbik, Pioneer J. Theor. Appl. Stat. 15 (2018) 15
 */
export function kolmogorovSf(n: number, d: number): number {
  if (d <= 0.5 / n) return 1;
  if (d >= 1) return 0;
  if (n * d * d > 4) return n > 1e5 ? limiting(n, d) : Math.min(1, 2 * oneSided(n, d));
  return n <= 3000 ? 1 - matrixPower(n, d) : limiting(n, d);
}

/** Smirnov's sum for one side. */
function oneSided(n: number, d: number): number {
  let sum = 0;
  const logN = logGamma(n + 1);
  for (let j = 0; j <= Math.floor(n * (1 - d)); j++) {
    const a = d + j / n;
    const b = 1 - a;
    const power = n === j ? 0 : (n - j) * log(Math.max(b, 0));
    sum += exp(logN - logGamma(j + 1) - logGamma(n - j + 1) + (j - 1) * log(a) + power);
  }
  return d * sum;
}

function limiting(n: number, d: number): number {
  const root = Math.sqrt(n);
  const x = root * d + 1 / (6 * root) + (root * d - 1) / (4 * n);
  if (x < 0.3) return 1;
  let sum = 0;
  for (let k = 1; k <= 20; k++) sum += (k % 2 === 1 ? 2 : -2) * exp(-2 * k * k * x * x);
  return Math.min(1, sum);
}

function matrixPower(n: number, d: number): number {
  const k = Math.ceil(n * d);
  const m = 2 * k - 1;
  const h = k - n * d;
  const first = new Float64Array(m * m);
  // Below the diagonal 1/(i - j + 1)!, the edges corrected for the fraction h.
  const inverseFactorial = new Float64Array(m + 2).fill(1);
  for (let i = 1; i < m + 2; i++) inverseFactorial[i] = inverseFactorial[i - 1] / i;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) if (i - j + 1 >= 0) first[i * m + j] = inverseFactorial[i - j + 1];
  }
  for (let i = 0; i < m; i++) {
    first[i * m] -= pow(h, i + 1) * inverseFactorial[i + 1];
    first[(m - 1) * m + i] -= pow(h, m - i) * inverseFactorial[m - i];
  }
  const corner = 2 * h - 1 > 0 ? pow(2 * h - 1, m) * inverseFactorial[m] : 0;
  first[(m - 1) * m] += corner;
  const { matrix, exponent } = power(first, m, n);
  // n!/n^n times the central element, in logarithms.
  const element = matrix[(k - 1) * m + k - 1];
  return element * exp(logGamma(n + 1) - n * log(n) + exponent * Math.LN2);
}

/** A power of a matrix, scaled by a power of two to stay in range. */
function power(a: Float64Array, m: number, n: number): { matrix: Float64Array; exponent: number } {
  if (n === 1) return { matrix: a, exponent: 0 };
  const half = power(a, m, n >> 1);
  let matrix = product(half.matrix, half.matrix, m);
  let exponent = 2 * half.exponent;
  if (n % 2 === 1) matrix = product(a, matrix, m);
  const size = matrix[((m - 1) / 2) * m + (m - 1) / 2];
  const shift = Math.round(log2(size));
  if (Math.abs(shift) > 100) {
    const scale = pow(2, -shift);
    for (let i = 0; i < m * m; i++) matrix[i] *= scale;
    exponent += shift;
  }
  return { matrix, exponent };
}

function product(a: Float64Array, b: Float64Array, m: number): Float64Array {
  const out = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let k = 0; k < m; k++) {
      const x = a[i * m + k];
      if (x === 0) continue;
      for (let j = 0; j < m; j++) out[i * m + j] += x * b[k * m + j];
    }
  }
  return out;
}
