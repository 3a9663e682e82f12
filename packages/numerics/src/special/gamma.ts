import { exp, expm1 } from "../elementary/exp.js";
import { log as ln, log1p } from "../elementary/log.js";
import { TEMME, TEMME_POWERS } from "./coefficients.js";
import { erfcx } from "./erf.js";
import { logGamma1p, stirlingError, xMinusLog1p } from "./log-gamma.js";
import { normalQuantile } from "./normal.js";

const HALF_LOG_2PI = 0.9189385332046728;
const SQRT_2PI = 2.5066282746310002;

/**
 * Regularised lower incomplete gamma function $P(a, x) = \frac{1}{\Gamma(a)}\int_0^x t^{a-1}\mathrm{e}^{-t}\mathrm{d}t$.
 *
 * Relative error below 1e-13 for $a, x$ up to 1e6 and values down to 1e-100, 3e-13 down to 1e-300: Temme's uniform
 * expansion around $x = a$ for $a > 20$, the power series below it, Legendre's continued fraction above.
 * @param a - Shape, positive; `NaN` otherwise.
 * @param x - Not negative; `NaN` otherwise.
 * @see [DLMF 8.12](https://dlmf.nist.gov/8.12), [8.11.4](https://dlmf.nist.gov/8.11.E4), [8.9.2](https://dlmf.nist.gov/8.9.E2)
 * @example
 * ```ts
 * gammaP(100, 90); // ≈ 0.1582
 * ```
 */
export function gammaP(a: number, x: number): number {
  const tail = gammaTail(a, x, false);
  return tail.upper ? 1 - exp(tail.logPrefix) * tail.factor : exp(tail.logPrefix) * tail.factor;
}

/**
 * Regularised upper incomplete gamma function $Q(a, x) = 1 - P(a, x)$, as accurate as {@link gammaP}.
 * @param a - Shape, positive; `NaN` otherwise.
 * @param x - Not negative; `NaN` otherwise.
 * @example
 * ```ts
 * gammaQ(1000, 1100); // ≈ 0.00105932
 * ```
 */
export function gammaQ(a: number, x: number): number {
  const tail = gammaTail(a, x, true);
  return tail.upper ? exp(tail.logPrefix) * tail.factor : 1 - exp(tail.logPrefix) * tail.factor;
}

/**
 * $\ln P(a, x)$; does not underflow.
 *
 * ```ts
 * logGammaP(2, 1); // ≈ -1.331
 * ```
 * @param a - Shape, positive; `NaN` otherwise.
 * @param x - Not negative; `NaN` otherwise.
 */
export function logGammaP(a: number, x: number): number {
  const tail = gammaTail(a, x, false);
  return tail.upper ? log1p(-exp(tail.logPrefix) * tail.factor) : tail.logPrefix + ln(tail.factor);
}

/**
 * $\ln Q(a, x)$; does not underflow.
 *
 * ```ts
 * logGammaQ(2, 100); // ≈ -95.38
 * ```
 * @param a - Shape, positive; `NaN` otherwise.
 * @param x - Not negative; `NaN` otherwise.
 */
export function logGammaQ(a: number, x: number): number {
  const tail = gammaTail(a, x, true);
  return tail.upper ? tail.logPrefix + ln(tail.factor) : log1p(-exp(tail.logPrefix) * tail.factor);
}

/**
 * The $x$ with $P(a, x) = p$, to rounding of `p`.
 * @param a - Shape, positive; `NaN` otherwise.
 * @param p - Probability in 0 … 1; `NaN` outside.
 * @example
 * ```ts
 * gammaPInverse(3, 0.9); // ≈ 5.32232
 * ```
 */
export function gammaPInverse(a: number, p: number): number {
  return inverse(a, p, 1 - p);
}

/**
 * The $x$ with $Q(a, x) = q$, to rounding of `q`: right for the smallest `q`, where $1 - q$ is 1.
 * @param a - Shape, positive; `NaN` otherwise.
 * @param q - Probability in 0 … 1; `NaN` outside.
 * @example
 * ```ts
 * gammaQInverse(1, 1e-300); // ≈ 690.7755
 * ```
 */
export function gammaQInverse(a: number, q: number): number {
  return inverse(a, 1 - q, q);
}

/** One of the two tails as `exp(logPrefix) * factor`. */
interface Tail {
  readonly upper: boolean;
  readonly logPrefix: number;
  readonly factor: number;
}

/** $\ln\bigl(x^a\mathrm{e}^{-x}/\Gamma(a + 1)\bigr)$, from Stirling's form where $a$ is large. */
export function logGammaPrefix(a: number, x: number): number {
  if (a < 1) return a * ln(x) - x - logGamma1p(a);
  const mu = (x - a) / a;
  const phi = mu < -0.45 ? mu - ln(x / a) : xMinusLog1p(mu);
  return -a * phi - HALF_LOG_2PI - 0.5 * ln(a) - stirlingError(a);
}

function gammaTail(a: number, x: number, wantUpper: boolean): Tail {
  if (!(a > 0 && x >= 0)) return { upper: wantUpper, logPrefix: 0, factor: Number.NaN };
  if (x === 0) return { upper: false, logPrefix: 0, factor: 0 };
  if (a === Infinity) return { upper: wantUpper, logPrefix: 0, factor: x === a ? Number.NaN : wantUpper ? 1 : 0 };
  if (x === Infinity) return { upper: true, logPrefix: 0, factor: 0 };
  const mu = (x - a) / a;
  if (a > 20 && Math.abs(mu) < 0.4) return temme(a, mu);
  const logPrefix = logGammaPrefix(a, x);
  if (x >= a + 1) return { upper: true, logPrefix, factor: continuedFraction(a, x) };
  if (a < 1 && wantUpper) return { upper: true, logPrefix: 0, factor: smallShapeUpper(a, x) };
  let sum = 1;
  for (let term = 1, n = 1; term > 1e-17 * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return { upper: false, logPrefix, factor: sum };
}

/** DLMF 8.12.3 to 8.12.8, the exponential taken out of both terms. */
function temme(a: number, mu: number): Tail {
  const halfEtaSquared = xMinusLog1p(mu);
  const eta = (mu < 0 ? -1 : 1) * Math.sqrt(2 * halfEtaSquared);
  let sum = 0;
  for (let k = TEMME.length / TEMME_POWERS - 1; k >= 0; k--) {
    let ck = 0;
    for (let n = TEMME_POWERS - 1; n >= 0; n--) ck = ck * eta + TEMME[k * TEMME_POWERS + n];
    sum = sum / a + ck;
  }
  const upper = mu >= 0;
  const correction = sum / (SQRT_2PI * Math.sqrt(a));
  return {
    upper,
    logPrefix: -a * halfEtaSquared,
    factor: 0.5 * erfcx(Math.sqrt(a * halfEtaSquared)) + (upper ? correction : -correction),
  };
}

/** $Q / (x^a\mathrm{e}^{-x}/\Gamma(a + 1))$ by the even part of Legendre's fraction, DLMF 8.9.2, modified Lentz. */
function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    c = b + an / c;
    d = 1 / d;
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) < 2e-16) break;
  }
  return a * h;
}

/** $Q(a, x)$ for $a < 1$, $x < 2$: $1 - x^a/\Gamma(1 + a)$ by expm1, then the rest of the series. */
function smallShapeUpper(a: number, x: number): number {
  const logPower = a * ln(x) - logGamma1p(a);
  let sum = 0;
  for (let n = 1, term = -x; Math.abs(term) > 1e-18; n++, term *= -x / n) sum += term / (a + n);
  return -expm1(logPower) - exp(logPower) * a * sum;
}

/** Safeguarded Newton in $\ln x$ on the logarithm of the smaller tail, where it is concave. */
function inverse(a: number, p: number, q: number): number {
  if (!(a > 0 && p >= 0 && q >= 0)) return Number.NaN;
  if (a === Infinity) return Infinity;
  if (p === 0) return 0;
  if (q === 0) return Infinity;
  const lower = p < q;
  const target = ln(lower ? p : q);
  let u = guess(a, p, q, lower);
  let lo = -Infinity;
  let hi = Infinity;
  for (let i = 0; i < 200; i++) {
    const x = exp(u);
    const log = lower ? logGammaP(a, x) : logGammaQ(a, x);
    const miss = lower ? log - target : target - log;
    if (miss > 0) hi = u;
    else lo = u;
    // d ln(tail)/d ln x = a * prefix / tail.
    const slope = a * exp(logGammaPrefix(a, x) - log);
    const newton = u - miss / slope;
    if (Math.abs(newton - u) < 1e-9) return exp(u) * exp(newton - u);
    const inside = newton > lo && newton < hi;
    u = inside ? newton : Number.isFinite(lo + hi) ? 0.5 * (lo + hi) : u - Math.sign(miss);
  }
  return exp(u);
}

/** Wilson and Hilferty's cube, or the first term of the series in the far lower tail; in $\ln x$. */
function guess(a: number, p: number, q: number, lower: boolean): number {
  const z = lower ? normalQuantile(p) : -normalQuantile(q);
  const cube = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  const series = (ln(p) + logGamma1p(a)) / a;
  if (lower && (cube <= 0.2 || a < 1)) return series;
  return cube > 0 ? ln(a) + 3 * ln(cube) : Math.min(series, ln(a + 1));
}
