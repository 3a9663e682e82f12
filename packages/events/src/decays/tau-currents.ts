import { MASS } from "@belladonna/models/constants";
import { pairMass2 } from "@belladonna/models/dynamics";
import { square } from "@belladonna/numerics/elementary";
import type { CurrentOf } from "./tau-matrix-element.js";

/** Masses and widths of the resonances, GeV, and $\beta$: J. H. Kühn, A. Santamaria, Z. Phys. C 48 (1990) 445. */
export const RESONANCES = {
  rho: { mass: 0.773, width: 0.145 },
  rhoPrime: { mass: 1.37, width: 0.51 },
  a1: { mass: 1.251, width: 0.599 },
  beta: -0.145,
} as const;

const PION = 0.13957039;
const TWO_PIONS = 4 * PION * PION;

/** Adds $c\,m^2/(m^2-s-i\sqrt s\,\Gamma(s))$ with $\Gamma\propto p^3/s$ to `out` (real, imaginary). */
function addVector(s: number, { mass, width }: { readonly mass: number; readonly width: number }, c: number): void {
  const peak = mass * mass;
  const p = Math.sqrt(Math.max(0, s - TWO_PIONS) / (peak - TWO_PIONS));
  const running = (width * peak * p * p * p) / Math.sqrt(s);
  const real = peak - s;
  const norm = (c * peak) / (real * real + running * running);
  form[0] += norm * real;
  form[1] += norm * running;
}

const form = /* @__PURE__ */ new Float64Array(2);

/**
 * Pion form factor of the $\rho$ and $\rho'$, $F=(B_\rho+\beta B_{\rho'})/(1+\beta)$, into `form`; valid until the next
 * call.
 * @param s - Invariant mass squared of the pions, GeV².
 * @returns Real and imaginary part.
 */
export function pionFormFactor(s: number): Float64Array {
  const { rho, rhoPrime, beta } = RESONANCES;
  form[0] = form[1] = 0;
  addVector(s, rho, 1 / (1 + beta));
  addVector(s, rhoPrime, beta / (1 + beta));
  return form;
}

/** Current of one pseudoscalar, $J=q$. */
export const pionCurrent: CurrentOf = (p, j) => {
  j.fill(0);
  j[0] = p[3];
  j[1] = p[0];
  j[2] = p[1];
  j[3] = p[2];
};

/**
 * Current of two pseudoscalars by a vector resonance, $J=\bigl(q_1-q_2-Q\,\tfrac{Q\cdot(q_1-q_2)}{Q^2}\bigr)F(Q^2)$;
 * products $q_1,q_2,\nu$.
 * @param factor - Form factor.
 */
export function vectorCurrent(factor: (s: number) => ArrayLike<number>): CurrentOf {
  return (p, j) => {
    const s = pairMass2(p, 0, 1);
    const f = factor(s);
    const [re, im] = [f[0], f[1]];
    const odd =
      (p[3] * p[3] -
        p[0] * p[0] -
        p[1] * p[1] -
        p[2] * p[2] -
        (p[7] * p[7] - p[4] * p[4] - p[5] * p[5] - p[6] * p[6])) /
      s;
    for (let c = 0; c < 4; c++) {
      const at = (c + 3) % 4;
      const v = p[at] - p[4 + at] - odd * (p[at] + p[4 + at]);
      j[c] = re * v;
      j[4 + c] = im * v;
    }
  };
}

/** Relativistic Breit–Wigner of fixed width as a form factor, $m^2/(m^2-s-im\Gamma)$. */
export function fixedWidth(mass: number, width: number): (s: number) => ArrayLike<number> {
  const out = new Float64Array(2);
  const peak = mass * mass;
  return (s) => {
    const norm = peak / (square(peak - s) + peak * width * width);
    out[0] = norm * (peak - s);
    out[1] = norm * mass * width;
    return out;
  };
}

/** Growth of the width of the $a_1$ with $Q^2$ by its decay to $\rho\pi$, the fit of Kühn and Santamaria. */
function growth(x: number): number {
  const y = x - 9 * PION * PION;
  if (y <= 0) return 0;
  if (x < square(RESONANCES.rho.mass + PION)) return 4.1 * y * y * y * (1 - 3.3 * y + 5.8 * y * y);
  return x * (1.623 + 10.38 / x - 9.32 / (x * x) + 0.65 / (x * x * x));
}

/**
 * Current of three pions by $a_1\to\rho\pi$; products $q_1,q_2$ (equal charges), $q_3$, $\nu$:
 * $$J^\mu=B_{a_1}(Q^2)\,\Bigl(g^{\mu\nu}-\frac{Q^\mu Q^\nu}{Q^2}\Bigr)
 *   \bigl[(q_1-q_3)_\nu F(s_{13})+(q_2-q_3)_\nu F(s_{23})\bigr].$$
 */
export const threePionCurrent: CurrentOf = (p, j) => {
  const [re1, im1] = pionFormFactor(pairMass2(p, 0, 2));
  const [re2, im2] = pionFormFactor(pairMass2(p, 1, 2));
  let q2 = 0;
  let reQ = 0;
  let imQ = 0;
  for (let c = 0; c < 4; c++) {
    const at = (c + 3) % 4;
    const [v1, v2] = [p[at] - p[8 + at], p[4 + at] - p[8 + at]];
    const sum = p[at] + p[4 + at] + p[8 + at];
    const sign = c === 0 ? 1 : -1;
    j[c] = v1 * re1 + v2 * re2;
    j[4 + c] = v1 * im1 + v2 * im2;
    q2 += sign * sum * sum;
    reQ += sign * sum * j[c];
    imQ += sign * sum * j[4 + c];
  }
  const { mass, width } = RESONANCES.a1;
  const real = mass * mass - q2;
  const running = (mass * width * growth(q2)) / growth(mass * mass);
  const norm = (mass * mass) / (real * real + running * running);
  const [bRe, bIm] = [norm * real, norm * running];
  for (let c = 0; c < 4; c++) {
    const at = (c + 3) % 4;
    const sum = (p[at] + p[4 + at] + p[8 + at]) / q2;
    const re = j[c] - reQ * sum;
    const im = j[4 + c] - imQ * sum;
    j[c] = re * bRe - im * bIm;
    j[4 + c] = re * bIm + im * bRe;
  }
};

/** Form factor of $\tau\to K\pi\nu$: the $K^*(892)$ of the particle table's mass, with a fixed width. */
export const kaonPionFormFactor: (s: number) => ArrayLike<number> = /* @__PURE__ */ fixedWidth(MASS["K*+"], 0.0485);
