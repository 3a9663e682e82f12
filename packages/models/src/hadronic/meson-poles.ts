import { particle } from "@belladonna/kinematics";
import { exp, log, pow, square } from "@belladonna/numerics/elementary";
import type { Table } from "../tables/table.js";

/** A width with what is known of it. */
export interface SpreadWidth {
  /** Width in the unit of the table. */
  readonly width: number;
  /** Lowest and highest ratio to `width`. */
  readonly spread: readonly [low: number, high: number];
}

/** Branching fractions of $\pi^0$, $\eta$ and $\eta'$ by the key of a table. */
export type MesonFractions = readonly [
  pi0: Readonly<Record<string, number>>,
  eta: Readonly<Record<string, number>>,
  etaPrime: Readonly<Record<string, number>>,
];

/**
 * Branching fractions of $\pi^0$, $\eta$ and $\eta'$, PDG 2024 (recalled). With the two charges of the $\eta'$ apart; that
 * of $\pi^+\pi^-\gamma$ is with the $\rho$. Left out: photon conversions, and $\eta'\to\omega\gamma$, 2.5 %.
 */
export const mesonFractions = {
  pi0: { gammaGamma: 0.98823 },
  eta: { gammaGamma: 0.3936, threeNeutralPions: 0.3256, threePions: 0.2302, pionsGamma: 0.0428 },
  etaPrime: {
    gammaGamma: 0.02307,
    pionsGamma: 0.295,
    etaChargedPions: 0.425,
    etaNeutralPions: 0.224,
    threePions: 3.61e-3,
    threeNeutralPions: 2.5e-3,
    fourChargedPions: 8.6e-5,
    mixedFourPions: 1.8e-4,
  },
} as const;

/**
 * Where the pole form takes the place of a table, GeV. In between, the digitised curves are caps at masses that differ by
 * channel, and computed ones have a point a MeV; at these ends their channels agree with one mixing angle within a factor 3.
 */
const regions = [
  { id: 111, low: 0.1292, high: 0.1402 },
  { id: 221, low: 0.53, high: 0.5625 },
  { id: 331, low: 0.9355, high: 0.9755 },
] as const;

/** Mass to which a state goes on whose table ends at the $\eta'$, GeV; above, it is among the states without a table. */
export const POLE_TAIL_END = 1;

/** One meson and the strength of the mixing with it, $\delta^4\Gamma_P$. */
interface Pole {
  readonly mass: number;
  readonly width: number;
  readonly low: number;
  readonly high: number;
  readonly fractions: Readonly<Record<string, number>>;
  readonly strength: number;
}

const distance2 = (m: number, mass: number, width: number): number =>
  square((m - mass) * (m + mass)) + square(mass * width);

function poleOf(
  tables: Readonly<Record<string, Table>>,
  { id, low, high }: (typeof regions)[number],
  fractions: Readonly<Record<string, number>>,
): Pole {
  const { mass } = particle(id);
  const width = particle(id).width ?? NaN;
  let [sum, weight] = [0, 0];
  for (const [key, fraction] of Object.entries(fractions)) {
    for (const edge of [low, high]) {
      if (edge > tables[key].last) continue;
      sum += fraction * log((tables[key](edge) * distance2(edge, mass, width)) / fraction);
      weight += fraction;
    }
  }
  return { mass, width, low, high, fractions, strength: exp(sum / weight) };
}

/**
 * Widths of an axion-like particle from tables, with $\pi^0$, $\eta$ and $\eta'$ as poles,
 * $$\Gamma_F(m)=\frac{N_F(m)}{(m^2-M_P^2)^2+M_P^2\Gamma_P^2},\qquad N_F(M_P)=\delta_P^4\,\Gamma_P\,B(P\to F).$$
 *
 * One mixing $\delta_P^2$ serves all channels of a meson, so that on the pole the particle decays as the meson does. It is the
 * mean, by branching fraction, of what the channels of the table say at the ends of the region. $\ln N_F$ goes in straight
 * lines from the table at either end to the pole; the spread is that of $N_F$ between the two times that of the table.
 *
 * The form is of first order in the mixing and holds for $\theta^2=\delta_P^4c^2/[(m^2-M_P^2)^2+M_P^2\Gamma_P^2]\ll1$, $c$
 * the coupling. Next to the pole a coupling that is not tiny mixes fully and shifts both masses: the width is then below
 * what is given, and the lower end of the spread is divided by $1+\theta^2$.
 *
 * @param tables - widths at unit coupling against mass, GeV
 * @param fractions - branching fractions of the mesons to the states of the tables
 * @param base - spread of the tables
 * @param unit - unit of the tables, GeV
 * @returns width (unit of the tables, at unit coupling) of a key at a mass (GeV) and the square of the coupling
 */
export function withMesonPoles(
  tables: Readonly<Record<string, Table>>,
  fractions: MesonFractions,
  base: readonly [number, number],
  unit: number,
): (key: string, m: number, c2: number) => SpreadWidth {
  let poles: readonly Pole[] | undefined;
  return (key, m, c2) => {
    poles ??= regions.map((region, i) => poleOf(tables, region, fractions[i]));
    const table = tables[key];
    for (const { mass, width, low, high, fractions: of, strength } of poles) {
      const tail = table.last < high;
      if (!(key in of) || m < low || m > (tail ? POLE_TAIL_END : high)) continue;
      const pole = strength * of[key];
      const edge = m < mass ? low : high;
      const atEdge = tail && m >= mass ? pole : table(edge) * distance2(edge, mass, width);
      const t = Math.abs((m - mass) / (edge - mass));
      const here = tail && m >= mass ? pole : pole * pow(atEdge / pole, t);
      const distance = distance2(m, mass, width);
      const mixing2 = (strength * unit * c2) / (width * distance);
      return {
        width: here / distance,
        spread: [
          (base[0] * Math.min(pole, atEdge, here)) / here / (1 + mixing2),
          (base[1] * Math.max(pole, atEdge, here)) / here,
        ],
      };
    }
    return { width: table(m), spread: base };
  };
}
