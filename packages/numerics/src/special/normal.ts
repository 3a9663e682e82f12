import { exp, expm1 } from "../elementary/exp.js";
import { log, log1p } from "../elementary/log.js";
import { erfcx } from "./erf.js";
import { erfcInverse } from "./erfc-inverse.js";

const LOG_SQRT_2PI = 0.9189385332046728;
const SQRT_HALF = Math.SQRT1_2;

/**
 * Standard normal density $\mathrm{e}^{-x^2/2}/\sqrt{2\pi}$.
 *
 * ```ts
 * normalPdf(0); // ≈ 0.3989
 * ```
 * @param x - Any real number.
 */
export function normalPdf(x: number): number {
  return expMinusHalfSquare(x) * 0.3989422804014327;
}

/**
 * Standard normal distribution function $\Phi(x)$, relative error below 1e-14 down to 1e-307.
 * @param x - Any real number.
 * @example
 * ```ts
 * normalCdf(-37); // ≈ 5.7256e-300
 * ```
 */
export function normalCdf(x: number): number {
  if (x !== x) return Number.NaN;
  return x <= 0 ? 0.5 * erfcx(-x * SQRT_HALF) * expMinusHalfSquare(x) : 1 - normalCdf(-x);
}

/**
 * Standard normal survival function $1 - \Phi(x)$: the one-sided p-value of a significance of $x$ standard deviations.
 * @param x - Any real number.
 * @example
 * ```ts
 * normalSf(5); // ≈ 2.8665e-7
 * ```
 */
export function normalSf(x: number): number {
  return normalCdf(-x);
}

/**
 * $\ln\Phi(x)$, for any $x$: does not underflow.
 *
 * ```ts
 * logNormalCdf(-40); // ≈ -804.6
 * ```
 * @param x - Any real number.
 */
export function logNormalCdf(x: number): number {
  return x <= 0 ? log(0.5 * erfcx(-x * SQRT_HALF)) - 0.5 * x * x : log1p(-normalCdf(-x));
}

/**
 * $\ln(1 - \Phi(x))$, for any $x$: does not underflow.
 * @param x - Any real number.
 * @example
 * ```ts
 * logNormalSf(40); // ≈ -804.608
 * ```
 */
export function logNormalSf(x: number): number {
  return logNormalCdf(-x);
}

/**
 * Standard normal quantile $\Phi^{-1}(p)$, relative error below 1e-14 down to $p$ = 1e-300.
 * @param p - Probability in 0 … 1; `NaN` outside, infinities at the ends.
 * @example
 * ```ts
 * normalQuantile(0.975); // ≈ 1.959964
 * ```
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  // 0 - x, so that the median is +0.
  return p > 0.5 ? upperTail(1 - p) : 0 - upperTail(p);
}

/**
 * The $x$ with $1 - \Phi(x) = p$: the significance of a one-sided p-value.
 * @param p - Probability in 0 … 1; `NaN` outside, infinities at the ends.
 * @example
 * ```ts
 * normalUpperQuantile(2.87e-7); // ≈ 4.9998
 * ```
 */
export function normalUpperQuantile(p: number): number {
  return 0 - normalQuantile(p);
}

/**
 * The $x$ with $\ln(1 - \Phi(x)) = \ell$, for p-values too small to be written.
 * @param logP - $\ell = \ln p \le 0$; `NaN` for positive ones.
 * @example
 * ```ts
 * normalUpperQuantileLog(-5000); // ≈ 99.944
 * ```
 */
export function normalUpperQuantileLog(logP: number): number {
  if (!(logP <= 0)) return Number.NaN;
  if (logP > -600) {
    // Above one half the information sits in 1 - p.
    return logP > -Math.LN2 ? normalQuantile(-expm1(logP)) : normalUpperQuantile(exp(logP));
  }
  if (logP === -Infinity) return Infinity;
  let x = Math.sqrt(-2 * logP - 2 * LOG_SQRT_2PI - log(-2 * logP));
  for (let i = 0; i < 8; i++) {
    const step = (logNormalSf(x) - logP) / hazard(x);
    x += step;
    if (Math.abs(step) <= 1e-15 * x) break;
  }
  return x;
}

/** Quantile from the upper tail for $p \le 1/2$. */
function upperTail(p: number): number {
  if (p === 0) return Infinity;
  if (p === 0.5) return 0;
  return Math.SQRT2 * erfcInverse(2 * p);
}

/** Density over survival function: minus the derivative of the log survival function. */
function hazard(x: number): number {
  return 0.7978845608028654 / erfcx(x * SQRT_HALF);
}

/** $\mathrm{e}^{-x^2/2}$ with the rounding error of the square taken along. */
function expMinusHalfSquare(x: number): number {
  if (Math.abs(x) > 40) return 0;
  const high = Math.round(x * 32) / 32;
  return exp(-0.5 * high * high) * exp(-0.5 * (x - high) * (x + high));
}
