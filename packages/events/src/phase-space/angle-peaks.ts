import { exp, log } from "@belladonna/numerics/elementary";
import { dipolePeak, exchangePeak } from "./peak-positions.js";
import type { PeakPosition } from "./peak-positions.js";

/** Rounding that may put a squared momentum on the wrong side of its limit, relative. */
const SLACK = 1e-5;

/** The peak last found: one for all, as each map finds its own before it uses it. */
const peak: PeakPosition = { offset: 0.5, scale: 0.5 };

/**
 * How the polar angle of a two-body step is thrown: drawing and density belong together. Both take what else they need
 * from the table of squared masses as it is.
 */
export interface AnglePeak {
  /**
   * $1-\cos\theta$ for a uniform; outside $[0,2]$, or no number, where there is no phase space.
   * @param p - Momentum of either part in the rest frame of the whole, GeV.
   * @param u - The uniform.
   */
  draw(p: number, u: number): number;
  /**
   * Density in $\cos\theta$ of {@link AnglePeak.draw} where the table of squared masses says the angle is.
   * @param p - Momentum of either part in the rest frame of the whole, GeV.
   */
  density(p: number): number;
}

/** All angles alike. */
export const flatAngle: AnglePeak = { draw: (_, u) => 2 * u, density: () => 0.5 };

/** Where the squared masses of a step with an exchanged line stand in the table. */
export interface ExchangeIndices {
  /** The state before. */
  readonly whole: number;
  /** Its part on the electron's side. */
  readonly a: number;
  /** The other part. */
  readonly b: number;
  /** The line exchanged. */
  readonly exchange: number;
  /** The line that comes in on the electron's side. */
  readonly before: number;
  /** The line that comes in on the positron's side. */
  readonly behind: number;
}

/**
 * The peak of an exchanged line, $1/(m^2-t)$ or its square; drawing it sets $t$ in the table.
 * @param squares - The table, GeV².
 * @param at - Places in it.
 * @param pole - Squared mass of the exchanged field, GeV².
 * @param power - Power of the peak.
 * @param low - Least $1-\cos\theta$.
 */
export function exchangeAngle(
  squares: Float64Array,
  at: ExchangeIndices,
  pole: number,
  power: 1 | 2,
  low: number,
): AnglePeak {
  const find = (p: number): void => {
    const { whole, a, b, before, behind } = at;
    exchangePeak(squares[whole], p, squares[a], squares[b], squares[before], squares[behind], pole, peak);
  };
  return {
    draw(p, u) {
      find(p);
      const { offset, scale } = peak;
      const z =
        power === 1
          ? (low + offset) * exp(u * log((2 - low + offset) / (low + offset))) - offset
          : 1 / ((1 - u) / (low + offset) + u / (2 - low + offset)) - offset;
      squares[at.exchange] = pole - scale * (z + offset);
      return z;
    },
    density(p) {
      find(p);
      const { offset, scale } = peak;
      // From t itself and not from the angle, which would cancel near the peak.
      const distance = (pole - squares[at.exchange]) / scale;
      if (!(distance >= (low + offset) * (1 - SLACK))) return 0;
      return power === 1
        ? 1 / (distance * log((2 - low + offset) / (low + offset)))
        : 1 / (distance * distance * (1 / (low + offset) - 1 / (2 - low + offset)));
    },
  };
}

/** Where the squared masses of a pair that radiates $X$ stand in the table. */
export interface DipoleIndices {
  /** The pair. */
  readonly pair: number;
  /** One of it. */
  readonly a: number;
  /** The other. */
  readonly b: number;
  /** $X$. */
  readonly radiated: number;
  /** The pair with $X$. */
  readonly total: number;
  /** `a` with $X$. */
  readonly first: number;
  /** `b` with $X$. */
  readonly second: number;
}

/**
 * The two peaks of a pair that radiates $X$: the product of the propagators of either with it.
 * @param squares - The table of squared masses, GeV².
 * @param at - Places in it.
 */
export function dipoleAngle(squares: Float64Array, at: DipoleIndices): AnglePeak {
  /** Sets the peak; returns half the range of $\operatorname{artanh}(\cos\theta/(1+\delta))$. */
  const find = (p: number): number => {
    dipolePeak(squares[at.pair], p, squares[at.a], squares[at.radiated], squares[at.total], peak);
    return 0.5 * log((2 + peak.offset) / peak.offset);
  };
  return {
    draw(p, u) {
      const range = find(p);
      const { offset } = peak;
      // 1 − u without cancellation near u = 1, u = (1 + δ) tanh y.
      const y = range * (2 * u - 1);
      return Math.min(2, Math.max(0, (2 * (1 + offset)) / (exp(2 * y) + 1) - offset));
    },
    density(p) {
      const range = find(p);
      const { offset, scale } = peak;
      const m2 = squares[at.a];
      const product = (squares[at.first] - m2) * (squares[at.second] - squares[at.b]);
      return (0.5 * (1 + offset) * scale * scale) / (range * product);
    },
  };
}
