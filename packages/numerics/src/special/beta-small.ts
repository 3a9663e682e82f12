import { exp, expm1 } from "../elementary/exp.js";
import { log, log1p } from "../elementary/log.js";
import { productError, sumError } from "../elementary/rounding.js";
import { betaFraction } from "./beta-fraction.js";
import { logGamma1p, logGammaParts } from "./log-gamma.js";
import { expTimes, logPair } from "./two-doubles.js";

const parts = /* @__PURE__ */ new Float64Array(3);
/** A sum in two doubles: the rounded sum, and what rounding took. */
const total = /* @__PURE__ */ new Float64Array(2);

/** Terms of the series that are summed in two doubles; those after are smaller, or many. */
const CAREFUL = 8;

/**
 * $I_x(a, b)$ of shapes with $a + b < 50$ and $y = 1 - x$, the smaller of the two exact.
 *
 * Below the middle $\frac{x^a y^b}{a B(a, b)}\,{}_2F_1(a + b, 1; a + 1; x)$, all terms positive, or the continued
 * fraction where these are many; the prefix in two doubles. Above it the complement, unless that is the larger; then for
 * $b < 1$ with the part that cancels as an exponential less 1.
 * @see [DLMF 8.17.7](https://dlmf.nist.gov/8.17.E7), [8.17.8](https://dlmf.nist.gov/8.17.E8)
 */
export function smallShapesTail(x: number, a: number, b: number, y: number): number {
  if (x <= (a + 1) / (a + b + 2)) return below(x, a, b, y);
  const rest = below(y, b, a, x);
  if (rest > 0.5) {
    if (x <= SERIES) return below(x, a, b, y);
    if (b < 1) return complement(y, b, a);
  }
  return 1 - rest;
}

/** Largest $x$ for the series. */
const SERIES = 0.75;

function below(x: number, a: number, b: number, y: number): number {
  total.fill(0);
  addLogPower(a, x, y);
  addLogPower(b, y, x);
  addLogGamma(a + b, 1);
  total[1] += sumOfShapesError(a, b);
  addLogGamma(a, -1);
  addLogGamma(b, -1);
  const exponent = total[0] + total[1];
  const low = total[0] - exponent + total[1];
  if (exponent < -745) return 0;
  if (x > SERIES) return expTimes(exponent, low, 1 / betaFraction(x, a, b, y), 0);
  series(x, a, b, y);
  const factor = total[0] / a;
  const rest = total[0] - factor * a - productError(factor, a);
  return expTimes(exponent, low, factor, (rest + total[1]) / a);
}

/** ${}_2F_1(a + b, 1; a + 1; x)$ into {@link total}. */
function series(x: number, a: number, b: number, y: number): void {
  const top = a + b;
  const topError = sumError(a, b);
  const bottom = a + 1;
  const bottomError = sumError(a, 1);
  const xError = x > 0.5 ? 1 - x - y : 0;
  let term = 1;
  // Relative error of the term.
  let error = 0;
  let n = 0;
  total[0] = 1;
  total[1] = 0;
  for (; n < CAREFUL && term > 1e-30; n++) {
    const sum = top + n;
    const divisor = bottom + n;
    const product = sum * x;
    const ratio = product / divisor;
    const missing =
      product -
      ratio * divisor -
      productError(ratio, divisor) +
      productError(sum, x) +
      sum * xError +
      (sumError(top, n) + topError) * x -
      ratio * (sumError(bottom, n) + bottomError);
    const next = term * ratio;
    error += missing / product + productError(term, ratio) / next;
    term = next;
    add(term);
    total[1] += term * error;
  }
  let sum = 0;
  for (; term > 1e-17 * (total[0] + sum); n++) {
    term *= ((top + n) * x) / (bottom + n);
    sum += term;
  }
  add(sum);
}

/** $1 - I_y(b, a)$ for $b < 1$: $I_y(b, a) = \mathrm{e}^E(1 + S)$ with $E$ of the order of $b$. */
function complement(y: number, b: number, a: number): number {
  const exponent = b * log(y) + logGammaStep(a, b) - logGamma1p(b);
  let sum = 0;
  let term = 1;
  for (let n = 1; Math.abs(term) > 1e-18; n++) {
    term *= ((n - a) / n) * y;
    sum += (term * b) / (b + n);
  }
  return -expm1(exponent) - exp(exponent) * sum;
}

/** $\ln\Gamma(a + b) - \ln\Gamma(a)$ for $0 < b < 1$, relative to $b$ without cancellation: up to 12, then Stirling. */
function logGammaStep(a: number, b: number): number {
  let sum = 0;
  for (; a < 12; a++) sum -= log1p(b / a);
  const c = a + b;
  const [u, v] = [1 / (a * a), 1 / (c * c)];
  const series = (t: number): number => -1 / 360 + t * (1 / 1260 - t * (1 / 1680 - t / 1188));
  return (
    sum + ((a - 0.5) * log1p(b / a) - b + b * log(c) - b / (12 * a * c) + (v * series(v)) / c - (u * series(u)) / a)
  );
}

function add(x: number): void {
  const s = total[0] + x;
  total[1] += sumError(total[0], x);
  total[0] = s;
}

/** Add $a\ln x$; where $x$ is the larger of two that make 1 its rounding error is known from the other. */
function addLogPower(a: number, x: number, other: number): void {
  logPair(x, parts);
  add(a * parts[0]);
  const error = x > 0.5 ? (1 - x - other) / x : 0;
  total[1] += productError(a, parts[0]) + a * (parts[1] + error);
}

function addLogGamma(x: number, sign: number): void {
  logGammaParts(x, parts);
  add(sign * parts[0]);
  add(sign * parts[1]);
  total[1] += sign * parts[2];
}

/** What rounding $a + b$ takes from $\ln\Gamma(a + b)$, by $\psi(z) \approx \ln z - \frac{1}{2z}$. */
function sumOfShapesError(a: number, b: number): number {
  const z = a + b;
  return z > 1 ? sumError(a, b) * (log(z) - 0.5 / z) : 0;
}
