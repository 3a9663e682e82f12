import { square } from "@belladonna/numerics/elementary";
import { MASS } from "../masses.js";

/** A published set of form factors of $B\to K$ or $B\to K^*$. */
export type FormFactorSet = "BallZwicky2005" | "Bharucha2016" | "Bailey2016" | "Gubernari2023";

// The fits are made in the isospin limit; charged mesons stand for both.
const mB = MASS["B+"];
const kaonMass = { K: MASS["K+"], "K*": MASS["K*+"] } as const;

/** $z(q^2)$ with $t_0=t_+(1-\sqrt{1-t_-/t_+})$, $t_\pm=(m_B\pm m_M)^2$. */
function conformal(q2: number, m: number): number {
  const plus = square(mB + m);
  const minus = square(mB - m);
  const t0 = plus * (1 - Math.sqrt(1 - minus / plus));
  const a = Math.sqrt(plus - q2);
  const b = Math.sqrt(plus - t0);
  return (a - b) / (a + b);
}

/** $\frac{1}{1-q^2/m_R^2}\sum_k a_k[z(q^2)-z(0)]^k$. */
function simplified(q2: number, m: number, pole: number, a: readonly number[]): number {
  const dz = conformal(q2, m) - conformal(0, m);
  return a.reduceRight((sum, coefficient) => sum * dz + coefficient, 0) / (1 - q2 / square(pole));
}

const scalar: Readonly<Partial<Record<FormFactorSet, (q2: number) => number>>> = {
  BallZwicky2005: (q2) => 0.33 / (1 - q2 / 37.46),
  // The pole at which its authors' program EOS holds the fit; with it, it meets the lattice at the end point, below.
  Gubernari2023: (q2) => simplified(q2, kaonMass.K, 5.63, [0.33196382, 0.33478906, 0.00372445]),
  Bailey2016: (q2) => {
    // Powers of z, without the subtraction at q2 = 0; the lowest scalar state is that of the paper, by lattice.
    const z = conformal(q2, kaonMass.K);
    return (0.292 + z * (0.281 + z * 0.15)) / (1 - q2 / square(5.711));
  },
};

const axial: Readonly<Partial<Record<FormFactorSet, (q2: number) => number>>> = {
  BallZwicky2005: (q2) => 1.364 / (1 - q2 / square(5.279)) - 0.99 / (1 - q2 / 36.78),
  Bharucha2016: (q2) => simplified(q2, kaonMass["K*"], 5.366, [0.369196, -1.36584, 0.128191]),
  Gubernari2023: (q2) => simplified(q2, kaonMass["K*"], 5.366, [0.34213768, -1.14740932, 2.37275841]),
};

/** The form-factor sets there are for each kaon. */
export const formFactorSets: Readonly<Record<"K" | "K*", readonly FormFactorSet[]>> = {
  K: Object.keys(scalar) as FormFactorSet[],
  "K*": Object.keys(axial) as FormFactorSet[],
};

/**
 * The form factor a spin-0 particle sees: $f_0(q^2)$ of $B\to K$ or $A_0(q^2)$ of $B\to K^*$.
 *
 * Sets: Ball and Zwicky (hep-ph/0406232, hep-ph/0412079), Bharucha, Straub and Zwicky (1503.05534, $K^*$ only),
 * Fermilab/MILC (1509.06235, $K$ only), Gubernari et al. (2305.06301). Each set keeps the poles it was fitted with: the
 * scalar one at 5.711 GeV (Fermilab/MILC) and 5.630 GeV (Gubernari).
 *
 * @param kaon - final state
 * @param q2 - squared mass of the spin-0 particle, GeV², within [0, $(m_B-m_K)^2$]
 * @param set - which fit
 * @returns the form factor, dimensionless
 * @throws `RangeError` for a set that does not exist for this kaon
 *
 * @example
 * ```ts
 * bFormFactor("K", 0, "Gubernari2023"); // ≈ 0.332
 * ```
 */
export function bFormFactor(kaon: "K" | "K*", q2: number, set: FormFactorSet): number {
  const of = (kaon === "K" ? scalar : axial)[set];
  if (of === undefined) {
    throw new RangeError(`bFormFactor: set for ${kaon} must be one of ${formFactorSets[kaon].join(", ")}, got ${set}`);
  }
  return of(q2);
}

/** Masses of parent and daughter in a $B\to K^{(*)}$ decay, GeV. */
export function bToKaonMasses(charge: "+" | "0", kaon: "K" | "K*"): readonly [parent: number, daughter: number] {
  const daughter = kaon === "K" ? (charge === "+" ? MASS["K+"] : MASS.K0) : MASS[charge === "+" ? "K*+" : "K*0"];
  return [charge === "+" ? MASS["B+"] : MASS.B0, daughter];
}
