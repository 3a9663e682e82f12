import { besselKScaled } from "@belladonna/numerics";
import { cube, exp, log, square } from "@belladonna/numerics/elementary";
import { entropyDegrees, rootOfDegrees } from "../tables/degrees-of-freedom.js";
import type { RelicDarkMatter } from "./relic-dark-matter.js";
import { thermalAverage, type AnnihilationTable } from "./thermal-average.js";

/** Planck mass, GeV. */
const PLANCK_MASS = 1.22089e19;
/** $\Omega h^2$ per GeV of $m_1Y$: entropy of today 2891.2 cm⁻³ over the critical density 1.053672·10⁻⁵ $h^2$ GeV cm⁻³. */
const OMEGA_PER_MASS: number = 2891.2 / 1.053672e-5;
/** $x=m_1/T$ at the start, in equilibrium, and at the end. */
const FIRST = 5;
const LAST = 3000;
/** Steps of the finest of three grids. */
const STEPS = 4000;
/** Every so many of them the thermal average is taken. */
const STRIDE = 16;

/** The equation of Boltzmann on a grid in $\ln x$, ready to be solved for any coupling. */
export interface FreezeOut {
  /** Mass of the (lighter) dark matter, GeV. */
  readonly mass: number;
  /** $-Y'/(Y^2-Y_{\rm eq}^2)$ per squared coupling, by step. */
  readonly rate: Float64Array;
  /** $Y_{\rm eq}$ by step. */
  readonly equilibrium: Float64Array;
}

/** Cubic through four neighbours of a column with a point every {@link STRIDE} steps. */
function between(column: Float64Array, step: number): number {
  const at = step / STRIDE;
  const i = Math.min(Math.max(Math.floor(at) - 1, 0), column.length - 4);
  const t = at - i;
  const [a, b, c, d] = column.subarray(i, i + 4);
  return (
    (-a * (t - 1) * (t - 2) * (t - 3)) / 6 +
    (b * t * (t - 2) * (t - 3)) / 2 -
    (c * t * (t - 1) * (t - 3)) / 2 +
    (d * t * (t - 1) * (t - 2)) / 6
  );
}

/**
 * Coefficients of
 * $$\frac{dY}{d\ln x}=-\sqrt{\frac\pi{45}}\,M_{\rm Pl}\,g_*^{1/2}\frac{m_1}x\,f\,\langle\sigma v\rangle(Y^2-Y_{\rm eq}^2),$$
 * $Y$ the sum over all dark states; $f=\frac12$ (Dirac, complex scalar), 1 (Majorana), $2n_1n_2/(n_1+n_2)^2$ in equilibrium
 * (inelastic), whose states stay in equilibrium with each other.
 */
export function freezeOut(table: AnnihilationTable, dark: RelicDarkMatter): FreezeOut {
  const { mass, partner } = table;
  const step = log(LAST / FIRST) / STEPS;
  const coarse = Float64Array.from({ length: STEPS / STRIDE + 1 }, (_, k) =>
    log(thermalAverage(table, FIRST * exp(k * STRIDE * step))),
  );
  const rate = new Float64Array(STEPS + 1);
  const equilibrium = new Float64Array(STEPS + 1);
  for (let k = 0; k <= STEPS; k++) {
    const x = FIRST * exp(k * step);
    const T = mass / x;
    const density = (m: number, g: number): number =>
      ((g * m * m * T) / (2 * Math.PI * Math.PI)) * besselKScaled(2, m / T) * exp(-m / T);
    const entropy = ((2 * Math.PI * Math.PI) / 45) * entropyDegrees(T) * cube(T);
    let total = density(mass, dark.kind === "dirac" ? 4 : 2);
    let share = dark.kind === "majorana" ? 1 : 0.5;
    if (dark.kind === "inelastic") {
      const ratio = square(partner / mass) * (besselKScaled(2, partner / T) / besselKScaled(2, x));
      const second = ratio * exp((mass - partner) / T);
      total += density(partner, 2);
      share = (2 * second) / square(1 + second);
    }
    equilibrium[k] = total / entropy;
    const average = exp(between(coarse, k));
    rate[k] = Math.sqrt(Math.PI / 45) * PLANCK_MASS * rootOfDegrees(T) * (mass / x) * share * average;
  }
  return { mass, rate, equilibrium };
}

/** $Y$ at the end by implicit Euler steps of `stride` points, each a quadratic equation. */
function lastYield({ rate, equilibrium }: FreezeOut, coupling2: number, stride: number): number {
  const h = (stride * coupling2 * log(LAST / FIRST)) / STEPS;
  let y = equilibrium[0];
  for (let k = stride; k <= STEPS; k += stride) {
    const a = h * rate[k];
    const c = y + a * square(equilibrium[k]);
    y = (2 * c) / (1 + Math.sqrt(1 + 4 * a * c));
  }
  return y;
}

/**
 * Relic density today, $\Omega h^2=m_1Y\,s_0/\rho_c$: steps of 1000, 2000 and 4000 to the third order.
 *
 * @param problem - the equation
 * @param coupling2 - squared coupling
 */
export function densityToday(problem: FreezeOut, coupling2: number): number {
  const [one, two, four] = [4, 2, 1].map((stride) => lastYield(problem, coupling2, stride));
  return ((8 * four - 6 * two + one) / 3) * problem.mass * OMEGA_PER_MASS;
}
