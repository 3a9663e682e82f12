import { cos, log, sin, square, tanh } from "@belladonna/numerics/elementary";
import type { Sampler } from "./sampler.js";

const TWO_PI = 2 * Math.PI;

/**
 * Phase-space maps for a two-body final state: $\cos\theta$ flat, and flat in $\operatorname{artanh}(\beta\cos\theta)$
 * for the peaks $1/(1 - \beta^2\cos^2\theta)$ of electron exchange.
 * @param masses - Masses of the two particles, GeV.
 * @param cosTheta - Greatest $|\cos\theta|$.
 * @param electronMass - Mass in $\beta = \sqrt{1 - 4 m^2 / s}$, GeV.
 */
export function twoBodySampler(masses: readonly [number, number], cosTheta: number, electronMass: number): Sampler {
  const [m1, m2] = masses;
  return {
    channels: 2,
    dimensions: 2,
    sample(channel, u, sqrtS, [a, b], row) {
      const e1 = (sqrtS + ((m1 - m2) * (m1 + m2)) / sqrtS) / 2;
      const k = momentum(sqrtS, m1, m2);
      const beta = Math.sqrt(1 - square((2 * electronMass) / sqrtS));
      const x = 2 * u[0] - 1;
      const c = channel === 0 ? cosTheta * x : tanh(width(beta * cosTheta, beta, cosTheta) * x) / beta;
      const sine = Math.sqrt(Math.max(0, 1 - c * c));
      const phi = TWO_PI * u[1];
      a.e[row] = e1;
      a.px[row] = k * sine * cos(phi);
      a.py[row] = k * sine * sin(phi);
      a.pz[row] = k * c;
      b.e[row] = sqrtS - e1;
      b.px[row] = -a.px[row];
      b.py[row] = -a.py[row];
      b.pz[row] = -a.pz[row];
      return true;
    },
    densities(sqrtS, [a], row, out) {
      const k = momentum(sqrtS, m1, m2);
      const beta2 = 1 - square((2 * electronMass) / sqrtS);
      const beta = Math.sqrt(beta2);
      const c = a.pz[row] / k;
      // dΦ = k dΩ / (16π² √s).
      const flat = (8 * Math.PI * sqrtS) / k;
      out[0] = flat / (2 * cosTheta);
      // 1 − β²c² from its small parts.
      const transverse = (a.px[row] * a.px[row] + a.py[row] * a.py[row]) / (k * k);
      const peak = transverse + (1 - beta2) * c * c;
      out[1] = (flat * beta) / (2 * width(beta * cosTheta, beta, cosTheta) * peak);
    },
  };
}

function momentum(M: number, m1: number, m2: number): number {
  const s = m1 + m2;
  const d = m1 - m2;
  return Math.sqrt((M - s) * (M + s) * (M - d) * (M + d)) / (2 * M);
}

/** $\operatorname{artanh} x$ for $x = \beta c_0$ close to 1. */
function width(x: number, beta: number, c0: number): number {
  const rest = (1 - beta) * (1 + beta) * c0 * c0 + (1 - c0) * (1 + c0);
  return 0.5 * log(((1 + x) * (1 + x)) / rest);
}
