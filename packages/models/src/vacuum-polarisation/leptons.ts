import { integrate, requireWithin } from "@belladonna/numerics";
import { atan2, log as ln, log1p } from "@belladonna/numerics/elementary";
import { ALPHA } from "../constants.js";
import { MASS } from "../masses.js";

const LEPTONS = [MASS.e, MASS.mu, MASS.tau] as const;
/** The integrals are of order 1, and the second loop $10^{-6}$ of them. */
const TOLERANCE = { relative: 1e-10, absolute: 1e-8 };
const ZETA3 = 1.2020569031595942;

/**
 * One loop of a lepton in the photon's propagator at time-like $s$,
 * $$\Delta\alpha_\ell=\frac{\alpha}{3\pi}\Bigl[-\frac53-\frac{4m^2}{s}+\beta\Bigl(1+\frac{2m^2}{s}\Bigr)
 * \ln\frac{1+\beta}{|1-\beta|}\Bigr]-\frac{i\alpha}{3}\beta\Bigl(1+\frac{2m^2}s\Bigr),\quad\beta^2=1-\frac{4m^2}s,$$
 * the imaginary part above threshold only; on shell, so 0 at $s=0$.
 *
 * @param s - $q^2$, GeV², >= 0
 * @param m - mass of the lepton, GeV
 * @param out - receives real and imaginary part, added to what is there
 */
export function addOneLoop(s: number, m: number, out: Float64Array): void {
  const z = s / (4 * m * m);
  const unit = ALPHA / (3 * Math.PI);
  if (z < 1e-2) {
    // The closed form cancels here; moments 4/15, 4/35, 64/945, 32/693 of (1 + 2m²/s)β.
    out[0] -= 3 * unit * z * (4 / 15 + z * (4 / 35 + z * (64 / 945 + z * (32 / 693 + (z * 1024) / 30030))));
    return;
  }
  const half = 1 / (2 * z);
  const real = -5 / 3 - 1 / z;
  if (z <= 1) {
    const b = Math.sqrt(1 / z - 1);
    out[0] += unit * (real + (1 + half) * 2 * b * atan2(1, b));
    return;
  }
  const beta = Math.sqrt(1 - 1 / z);
  // 1 − β = (1/z) / (1 + β), without cancellation.
  out[0] += unit * (real + beta * (1 + half) * ln((1 + beta) * (1 + beta) * z));
  out[1] -= Math.PI * unit * beta * (1 + half);
}

/**
 * Second order of the spectral function of a lepton pair, $\rho$ in $R=1\cdot\beta(3-\beta^2)/2+\frac\alpha\pi\rho$.
 *
 * @param v - velocity of the leptons, within (0, 1)
 * @see G. Källén, A. Sabry, Dan. Mat. Fys. Medd. 29 (1955) no. 17
 */
export function kallenSabry(v: number): number {
  const p = (1 - v) / (1 + v);
  const log = ln(p);
  const logs = 2 * ln(1 - p) + ln(1 + p);
  const polynomial = (1 - v) * (33 + v * (-39 + v * (-17 + 7 * v)));
  return (
    0.5 * (3 - v * v) * (1 + v * v) * (2 * dilogarithm(p) + dilogarithm(p * p) + log * logs) -
    v * (3 - v * v) * logs -
    (polynomial / 16) * log +
    0.375 * v * (5 - 3 * v * v)
  );
}

/** $\mathrm{Li}_2(x)$ within [0, 1]. */
function dilogarithm(x: number): number {
  if (x > 0.5) {
    const rest = x === 1 ? 0 : ln(x) * log1p(-x);
    return (Math.PI * Math.PI) / 6 - rest - dilogarithm(1 - x);
  }
  let sum = 0;
  let power = x;
  for (let k = 1; power > 1e-18 * k * k; k++) {
    sum += power / (k * k);
    power *= x;
  }
  return sum;
}

/** Two loops of a lepton, by dispersion over {@link kallenSabry}; the asymptotic form where $s>10^6m^2$. */
function addTwoLoops(s: number, m: number, out: Float64Array): void {
  if (s === 0) return;
  const a = ALPHA / Math.PI;
  const ws = 1 - (4 * m * m) / s;
  if (s > 1e6 * m * m) {
    out[0] += a * a * (0.25 * ln(s / (m * m)) + ZETA3 - 5 / 24);
    out[1] -= 0.25 * Math.PI * a * a;
    return;
  }
  const rho = (w: number): number => kallenSabry(Math.sqrt(w));
  let integral: number;
  if (ws <= 0) integral = integrate((w) => rho(w) / (w - ws), 0, 1, TOLERANCE);
  else {
    // The principal value: what is subtracted is done in closed form.
    const at = rho(ws);
    const smooth = (w: number): number => (w === ws ? 0 : (rho(w) - at) / (w - ws));
    integral = integrate(smooth, 0, ws, TOLERANCE) + integrate(smooth, ws, 1, TOLERANCE) + at * ln((1 - ws) / ws);
    out[1] -= (a * a * Math.PI * at) / 3;
  }
  out[0] -= (a * a * integral) / 3;
}

/**
 * Leptons in the photon's propagator at time-like $q^2$: $\Delta\alpha$ of $e$, $\mu$ and $\tau$.
 *
 * @param s - $q^2$, GeV², >= 0
 * @param loops - 1, in closed form; or 2, which takes integrals
 * @returns real and imaginary part; $\alpha(s)=\alpha/(1-\Delta\alpha)$
 * @throws `RangeError` for a $q^2$ that is negative or not finite, or another number of loops
 *
 * @example
 * ```ts
 * leptonVacuumPolarisation(10.58 ** 2, 1)[0]; // ≈ 0.0212674
 * ```
 */
export function leptonVacuumPolarisation(s: number, loops: 1 | 2 = 2): readonly [re: number, im: number] {
  if (!(s >= 0)) throw new RangeError(`leptonVacuumPolarisation: q2 must be >= 0, got ${s}`);
  requireWithin("leptonVacuumPolarisation: q2", s, 0, Number.MAX_VALUE);
  requireWithin("leptonVacuumPolarisation: loops", loops, 1, 2);
  const out = new Float64Array(2);
  for (const m of LEPTONS) {
    addOneLoop(s, m, out);
    if (loops === 2) addTwoLoops(s, m, out);
  }
  return [out[0], out[1]];
}
