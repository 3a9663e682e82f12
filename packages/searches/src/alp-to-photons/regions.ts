import type { Observable } from "./columns.js";
import { simulatedMasses } from "../simulated-masses.js";
import { massRange, orders, photonEnergy, regionEnds } from "./selection.js";

/** What changes with the mass of the hypothesis. */
export interface Region {
  /** Lowest mass, GeV. */
  readonly from: number;
  /** Highest mass, GeV. */
  readonly to: number;
  /** Lower bound on the laboratory energy of each photon, GeV. */
  readonly minEnergy: number;
  /** What is fitted. */
  readonly observable: Observable;
  /** Order of the background polynomial. */
  readonly order: number;
}

const [LOW, HIGH] = massRange.value;
const [SECOND, SPLIT, RECOIL] = regionEnds.value;
const [LIGHT, HEAVY] = photonEnergy.value;
const [LOW_ORDER, PAIR_ORDER, RECOIL_ORDER] = orders.value;

/** The four mass regions, in ascending order; each begins where the last ends. */
export const regions: readonly Region[] = [
  { from: LOW, to: SECOND, minEnergy: LIGHT, observable: "diphoton", order: LOW_ORDER },
  { from: SECOND, to: SPLIT, minEnergy: LIGHT, observable: "diphoton", order: PAIR_ORDER },
  { from: SPLIT, to: RECOIL, minEnergy: HEAVY, observable: "diphoton", order: PAIR_ORDER },
  { from: RECOIL, to: HIGH, minEnergy: HEAVY, observable: "recoil", order: RECOIL_ORDER },
];

/** The region that holds a mass. */
export function regionOf(mass: number): Region | undefined {
  return regions.find((r, i) => mass >= r.from && (mass < r.to || (i === regions.length - 1 && mass <= r.to)));
}

/**
 * Masses at which signal is simulated: of the ends of each region that is asked for and points between them, so that
 * nothing is interpolated across a change of selection.
 *
 * @param from - Lowest mass, GeV.
 * @param to - Highest mass, GeV.
 */
export function signalMasses(from: number, to: number): { readonly region: Region; readonly masses: number[] }[] {
  return regions
    .filter((region) => region.to >= from && region.from <= to)
    .map((region) => {
      const n = Math.max(1, Math.ceil((region.to - region.from) / (0.1 * region.to)));
      const grid = Array.from({ length: n + 1 }, (_, k) => region.from + (k * (region.to - region.from)) / n);
      return {
        region,
        masses: simulatedMasses(grid, { from: Math.max(region.from, from), to: Math.min(region.to, to) }),
      };
    });
}
