import type { CurveLimit, Limit } from "@belladonna/limits";
import { interpolated } from "../bump-hunt/peak.js";
import { radiatedCouplingLimit } from "../bump-hunt/radiated-coupling.js";
import type { Exclusion } from "../search.js";
import { beams, mediatorOf, type Model, models, referenceCoupling } from "./samples.js";
import type { Peaks } from "./tasks.js";

/**
 * What a model's coupling is called, and where it is looked for: by the formulae of leading order, also where the coupling
 * is too large for them.
 */
interface Reading {
  readonly name: string;
  readonly particle: string;
  readonly axis: string;
  readonly coupling: string;
  readonly unit: string;
  readonly range: readonly [number, number];
}

const READINGS: Readonly<Record<Model, Reading>> = {
  "z-prime": {
    name: "g-prime",
    particle: "Z′",
    axis: "$g′$ of $L_μ$ − $L_τ$",
    coupling: "gPrime",
    unit: "1",
    range: [1e-6, 1e6],
  },
  scalar: {
    name: "xi",
    particle: "S",
    axis: "$ξ$ of the leptophilic scalar",
    coupling: "xi",
    unit: "1",
    range: [1e-3, 1e6],
  },
  alp: {
    name: "c-over-f",
    particle: "a",
    axis: "$c_ℓ/f$ [GeV⁻¹]",
    coupling: "cLepton/f",
    unit: "GeV^-1",
    range: [1e-7, 1e6],
  },
};

/** Couplings from which on leading order means little: a coupling of the tau is $\sqrt{4\pi}$. */
export const PERTURBATIVE = { gPrime: 3.5, xi: 490, cLepton: 2 } as const;

/**
 * The limit on the rate as limits on couplings of each model. The rate is for the efficiency of the Z′; that of the
 * others enters as their ratio to it, and cross sections with the radiation that the simulation found.
 *
 * @param limit - Limit on the cross section times branching fraction, fb.
 * @param peaks - Simulated signal of each model.
 * @param invisible - A published limit on g′, drawn beside.
 * @param share - Share of the cross sections that is taken, {@link shareAsPublished}.
 */
export function couplingsOf(limit: CurveLimit, peaks: Peaks, invisible: Limit, share: number): Exclusion[] {
  const efficiency = (model: Model, mass: number): number => interpolated(peaks[model], mass, (p) => p.efficiency);
  return models.map((model): Exclusion => {
    const { name, particle, axis, coupling, unit, range } = READINGS[model];
    const converted = radiatedCouplingLimit(limit, {
      mediator: (mass) => mediatorOf(model, mass, referenceCoupling[model]),
      reference: referenceCoupling[model],
      sqrtS: beams.sqrtS,
      channel: "tau+ tau-",
      factor: (mass) =>
        (share * interpolated(peaks[model], mass, (p) => p.radiation ?? 1) * efficiency(model, mass)) /
        efficiency("z-prime", mass),
      coupling,
      unit,
      range,
    });
    return {
      name,
      process: `e⁺e⁻ → μμ${particle}, ${particle} → ττ`,
      axis,
      particle,
      limit: converted,
      published: model === "z-prime" ? [invisible] : [],
      projections: [],
    };
  });
}
