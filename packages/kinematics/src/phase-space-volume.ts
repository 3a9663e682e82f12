import { cos, cosh, exp, log, pow, sinh } from "@belladonna/numerics/elementary";

// All functions here take the kinetic energy Q = M - (sum of masses) instead of M: products and sums of positive terms
// only, so that thresholds and light particles cost no digits.

/** Two-body volume $\pi p^{\ast}/M$ at kinetic energy `q`. */
function twoBody(q: number, m1: number, m2: number): number {
  const M = q + m1 + m2;
  return (Math.PI * Math.sqrt(q * (q + 2 * m1) * (q + 2 * m2) * (q + 2 * (m1 + m2)))) / (2 * M * M);
}

// Double-exponential quadrature on (0, 1): nodes u with their distances to both ends, and weights (H. Takahasi, M. Mori,
// Publ. RIMS 9 (1974) 721). Singularities at or just beyond the ends cost nothing.
const STEP = 1 / 32;
const HALF = 106;
const NODES = 213;
const fromZero = /* @__PURE__ */ new Float64Array(213);
const fromOne = /* @__PURE__ */ new Float64Array(213);
const weights = /* @__PURE__ */ new Float64Array(213);

function prepareNodes(): void {
  for (let i = 0; i < NODES; i++) {
    const t = (i - HALF) * STEP;
    const w = Math.PI * sinh(t);
    fromZero[i] = 1 / (1 + exp(-w));
    fromOne[i] = 1 / (1 + exp(w));
    weights[i] = STEP * Math.PI * cosh(t) * fromZero[i] * fromOne[i];
  }
}

/** $R_k(Q) = \int_0^Q dx\;2M'\,R_{k-1}(x)\,R_2(M; M', m)$ with $M' = x + s$. */
function convolve(q: number, s: number, m: number, inner: (x: number) => number): number {
  if (weights[HALF] === 0) prepareNodes();
  const M = q + s + m;
  let sum = 0;
  for (let i = 0; i < NODES; i++) {
    const x = q * fromZero[i];
    const open = q * fromOne[i];
    const heavy = x + s;
    const lambda = open * (open + 2 * heavy) * (open + 2 * m) * (open + 2 * (heavy + m));
    sum += weights[i] * heavy * inner(x) * Math.sqrt(lambda);
  }
  return (sum * q * Math.PI) / (M * M);
}

// Between two integrations R_k(x), divided by its growth at threshold and far above, is kept as a Chebyshev series in
// ln(x / Q): smooth on the scale of one unit wherever the masses lie. Below exp(-DEPTH) the share is below 1e-18.
const DEPTH = 14;
const TERMS = 96;

function tabulate(qMax: number, s: number, k: number, exact: (x: number) => number): (x: number) => number {
  const norm = (x: number): number => pow(x, (3 * k - 5) / 2) * pow(x + 2 * s, (k - 3) / 2);
  const values = new Float64Array(TERMS);
  for (let j = 0; j < TERMS; j++) {
    const x = qMax * exp((DEPTH / 2) * (cos((Math.PI * (j + 0.5)) / TERMS) - 1));
    values[j] = exact(x) / norm(x);
  }
  const c = new Float64Array(TERMS);
  for (let i = 0; i < TERMS; i++) {
    let sum = 0;
    for (let j = 0; j < TERMS; j++) sum += values[j] * cos((Math.PI * i * (j + 0.5)) / TERMS);
    c[i] = ((i === 0 ? 1 : 2) * sum) / TERMS;
  }
  return (x) => {
    const t = Math.max(-1, 1 + (2 / DEPTH) * log(x / qMax));
    let b1 = 0;
    let b2 = 0;
    for (let i = TERMS - 1; i > 0; i--) {
      const b = c[i] + 2 * t * b1 - b2;
      b2 = b1;
      b1 = b;
    }
    return (c[0] + t * b1 - b2) * norm(x);
  };
}

/**
 * Volume of $n$-body phase space,
 *
 * $$R_n(M; m_1\ldots m_n) = \int \prod_i \frac{d^3p_i}{2E_i}\;\delta^4\Bigl(P - \sum_i p_i\Bigr),$$
 *
 * in GeV to the power $2n-4$. The PDG's $d\Phi_n$ integrates to $(2\pi)^{4-3n}R_n$ ({@link phaseSpaceFactor}).
 *
 * Two bodies and massless particles have closed forms, $R_2 = \pi p^{\ast}/M$ and
 * $R_n = (\pi/2)^{n-1} M^{2n-4}/[(n-1)!\,(n-2)!]$; the rest is the recursion $R_n = \int dM'^2\,R_{n-1}(M')\,R_2(M;M',m_n)$
 * (E. Byckling, K. Kajantie, *Particle Kinematics*, 1973, eq. V.4.16) by double-exponential quadrature, to $10^{-12}$
 * relative for any masses and $n$ up to 10.
 *
 * @param M - Mass of the decaying system, GeV.
 * @param masses - Two or more masses, GeV, in any order.
 * @returns $R_n$; 0 at and below threshold.
 * @throws RangeError when there are fewer than two masses or one is negative or above $10^{70}$, or `M` is, or is above 0
 * and below $10^{-70}$.
 * @example
 * ```ts
 * phaseSpaceVolume(10.58, [0, 0, 0, 0]); // ≈ 4046.887
 * phaseSpaceVolume(5.27934, [0.493677, 0.13957039, 0.13957039]); // ≈ 30.8462
 * ```
 */
export function phaseSpaceVolume(M: number, masses: readonly number[]): number {
  checkMasses("phaseSpaceVolume", M, masses);
  const n = masses.length;
  // Sorted, the lightest first: any order gives the same bits.
  const m = [...masses].sort((a, b) => a - b);
  const total = m.reduce((sum, mass) => sum + mass, 0);
  const q = M - total;
  if (q <= 0) return 0;
  if (total === 0) {
    let volume = Math.PI / 2;
    for (let k = 3; k <= n; k++) volume *= (Math.PI * M * M) / (2 * (k - 1) * (k - 2));
    return volume;
  }
  let s = m[0] + m[1];
  let inner = (x: number): number => twoBody(x, m[0], m[1]);
  for (let k = 3; k <= n; k++) {
    const [below, light, mass] = [inner, s, m[k - 1]];
    const exact = (x: number): number => convolve(x, light, mass, below);
    s += mass;
    inner = k === n ? exact : tabulate(q, s, k, exact);
  }
  return inner(q);
}

/** Most bodies whose factor is a number. */
const MOST_BODIES = 100;

/**
 * $(2\pi)^{4-3n}$: what turns $R_n$ into the PDG's $\Phi_n$.
 *
 * ```ts
 * phaseSpaceFactor(2); // ≈ 0.02533
 * ```
 * @param n - Number of bodies, 2 to 100.
 * @throws RangeError when `n` is not such an integer.
 */
export function phaseSpaceFactor(n: number): number {
  if (!(Number.isInteger(n) && n >= 2 && n <= MOST_BODIES)) {
    throw new RangeError(`phaseSpaceFactor: n must be an integer from 2 to ${MOST_BODIES}, got ${n}`);
  }
  return pow(2 * Math.PI, 4 - 3 * n);
}

/** Heaviest and lightest system, GeV: beyond, fourth powers of masses leave the exponent range. */
const HEAVIEST = 1e70;
const LIGHTEST = 1e-70;

/** Throws unless `masses` are two or more masses ≥ 0 and `M` is one, or 0, whose fourth power is a number. */
export function checkMasses(name: string, M: number, masses: readonly number[]): void {
  if (!(masses.length >= 2 && masses.every((m) => m >= 0 && m < Infinity) && M >= 0 && M < Infinity)) {
    throw new RangeError(
      `${name}: needs a finite M >= 0 and two or more masses >= 0, got M=${M}, masses=[${masses.join(", ")}]`,
    );
  }
  if (Math.max(M, ...masses) > HEAVIEST || (M > 0 && M < LIGHTEST)) {
    throw new RangeError(
      `${name}: masses must be at most ${HEAVIEST} GeV and M at least ${LIGHTEST}, got M=${M}, masses=[${masses.join(", ")}]`,
    );
  }
}
