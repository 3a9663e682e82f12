import { square } from "@belladonna/numerics/elementary";
import type { Complex } from "../widths/loop-mixing.js";
import type { LightQuarkCouplings } from "./vector-meson.js";

/**
 * Strength at which a vector couples to the currents of the light mesons, relative to a photon of charge 1: the photon
 * itself has 1, 1, 1.
 */
export interface LightCurrents {
  /** $\rho$: $x_u-x_d$. */
  readonly rho: number;
  /** $\omega$: $3(x_u+x_d)$. */
  readonly omega: number;
  /** $\phi$: $-3x_s$. */
  readonly phi: number;
}

/**
 * The light-meson currents of a vector with couplings $g\,x_q$ to quarks.
 *
 * @param q - couplings of the light quarks
 * @returns the three strengths
 * @see Foguel, Reimitz, Zukanovich Funchal, arXiv:2201.01788
 */
export function lightCurrents({ u, d, s }: LightQuarkCouplings): LightCurrents {
  return {
    rho: u - d,
    omega: 3 * (u + d),
    phi: -3 * s,
  };
}

/** Sum of $|\sum_Vc_VA_V|^2$ over phase space, as the quadratic form in the strengths $c_V$ that it is. */
export class CurrentMatrix {
  readonly #terms = new Float64Array(6);

  /** Adds $w\,|\sum_Vc_VA_V|^2$. */
  add(w: number, rho: Complex, omega: Complex, phi: Complex): void {
    const t = this.#terms;
    t[0] += w * (square(rho[0]) + square(rho[1]));
    t[1] += w * (square(omega[0]) + square(omega[1]));
    t[2] += w * (square(phi[0]) + square(phi[1]));
    t[3] += 2 * w * (rho[0] * omega[0] + rho[1] * omega[1]);
    t[4] += 2 * w * (rho[0] * phi[0] + rho[1] * phi[1]);
    t[5] += 2 * w * (omega[0] * phi[0] + omega[1] * phi[1]);
  }

  /** The form at these strengths, >= 0. */
  at({ rho: r, omega: o, phi: p }: LightCurrents): number {
    const t = this.#terms;
    return Math.max(0, r * r * t[0] + o * o * t[1] + p * p * t[2] + r * o * t[3] + r * p * t[4] + o * p * t[5]);
  }
}

/** Masses whose matrices are kept. */
const KEPT = 4096;

/**
 * A width from its matrix, which is made once a mass: scans over couplings and models at the same masses pay for phase
 * space once.
 *
 * @param make - the matrix at a mass, GeV
 * @returns the width, GeV, at a mass and strengths
 */
export function widthOfMatrix(make: (m: number) => CurrentMatrix): (m: number, currents: LightCurrents) => number {
  const kept = new Map<number, CurrentMatrix>();
  return (m, currents) => {
    let matrix = kept.get(m);
    if (matrix === undefined) {
      if (kept.size >= KEPT) kept.clear();
      kept.set(m, (matrix = make(m)));
    }
    return matrix.at(currents);
  };
}
