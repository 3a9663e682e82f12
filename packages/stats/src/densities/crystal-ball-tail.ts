import { exp, expm1, log as ln } from "@belladonna/numerics/elementary";

/** Value and derivatives of a power-law tail at one point, see {@link tailAt}. */
export interface Tail {
  /** $\phi$. */
  value: number;
  /** $\partial\ln\phi/\partial t$, $/\partial\alpha$ and $/\partial n$. */
  dt: number;
  da: number;
  dn: number;
}

/**
 * Power-law tail that continues $e^{-t^2/2}$ below $t = -\alpha$ with equal value and slope:
 *
 * $$\phi(t) = e^{-\alpha^2/2}\, u^{-n}, \qquad u = 1 - \frac{\alpha(\alpha + t)}{n}$$
 */
export function tailAt(t: number, alpha: number, n: number, out: Tail): void {
  const u = 1 - (alpha * (alpha + t)) / n;
  const log = ln(u);
  out.value = exp(-0.5 * alpha * alpha - n * log);
  out.dt = alpha / u;
  out.da = (2 * alpha + t) / u - alpha;
  out.dn = 1 - 1 / u - log;
}

/** Integral of the tail over $a < t < b \le -\alpha$ and its derivatives, written to `out` as `value`, `da`, `dn`. */
export function tailIntegral(a: number, b: number, alpha: number, n: number, out: Tail): void {
  // With u from ua (at a) down to ub: e^{-alpha^2/2} (n/alpha) times the integral of u^{-n} from ub to ua.
  const ua = 1 - (alpha * (alpha + a)) / n;
  const ub = 1 - (alpha * (alpha + b)) / n;
  const la = ln(ua);
  const lb = ln(ub);
  const front = (exp(-0.5 * alpha * alpha) * n) / alpha;
  const m = 1 - n;
  const e = exp(m * lb);
  const width = la - lb;
  const z = m * width;
  // Integral of u^{-n} = e^{m lb} width (e^z - 1)/z with z = m width; stable through n = 1.
  const ratio = Math.abs(z) < 1e-8 ? 1 + 0.5 * z : expm1(z) / z;
  const body = e * width * ratio;
  const fa = exp(-n * la);
  const fb = exp(-n * lb);
  // d(body)/dn at fixed limits: minus the integral of ln(u) u^{-n}.
  const slope =
    Math.abs(z) < 1e-2 ? 0.5 + z * (1 / 3 + z * (1 / 8 + z * (1 / 30 + z / 144))) : (exp(z) * (z - 1) + 1) / (z * z);
  const logBody = e * width * (lb * ratio + width * slope);
  const uaAlpha = -(2 * alpha + a) / n;
  const ubAlpha = -(2 * alpha + b) / n;
  const uaN = (1 - ua) / n;
  const ubN = (1 - ub) / n;
  out.value = front * body;
  out.da = front * (body * (-alpha - 1 / alpha) + fa * uaAlpha - fb * ubAlpha);
  out.dn = front * (body / n - logBody + fa * uaN - fb * ubN);
}

/**
 * Add `v` times the second derivatives of the tail, over its value, by position, width, $\alpha$ and $n$ (slots 0 to 3
 * of a 4×4 row-major upper triangle). `sign` is -1 for a tail above the peak, `inverse` is $1/\sigma$.
 */
export function addTailCurvature(
  t: number,
  alpha: number,
  n: number,
  sign: number,
  inverse: number,
  v: number,
  out: Float64Array,
): void {
  const u = 1 - (alpha * (alpha + t)) / n;
  const k = 2 * alpha + t;
  const r = 1 / u;
  const dt = alpha * r;
  const da = k * r - alpha;
  const dn = 1 - r - ln(u);
  const nrr = (r * r) / n;
  // Second derivatives of the tail over its value: of the logarithm, plus products of first derivatives.
  const tt = alpha * alpha * nrr + dt * dt;
  const ta = r + alpha * k * nrr + dt * da;
  const tn = -alpha * nrr * (1 - u) + dt * dn;
  const aa = -1 + 2 * r + k * k * nrr + da * da;
  const an = -k * nrr * (1 - u) + da * dn;
  const nn = (1 - u) * (1 - u) * nrr + dn * dn;
  const square = v * inverse * inverse;
  const first = v * inverse;
  // t depends on position as -sign/sigma and on width as -t/sigma.
  out[0] += square * tt;
  out[1] += sign * square * (t * tt + dt);
  out[5] += square * (t * t * tt + 2 * t * dt);
  out[2] -= first * ta;
  out[3] -= sign * first * tn;
  out[6] -= sign * first * t * ta;
  out[7] -= first * t * tn;
  out[10] += v * aa;
  out[11] += sign * v * an;
  out[15] += v * nn;
}
