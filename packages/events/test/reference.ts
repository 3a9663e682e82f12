import type { FourVector } from "@belladonna/kinematics";
import amplitudes from "./data/madgraph-squared-amplitudes.json?raw";
import sections from "./data/madgraph-cross-sections.json?raw";

/** One point of `madgraph-squared-amplitudes.json`: |M|² by MadGraph5_aMC@NLO 3.5.7. */
export interface AmplitudePoint {
  readonly name: string;
  readonly index: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly momenta: readonly (readonly [number, number, number, number])[];
  readonly msq: number;
  readonly identical_factor: number;
}

/** One row of `madgraph-cross-sections.json`, pb or GeV. */
export interface CrossSectionRow {
  readonly key: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly cuts: string;
  readonly value: number;
  readonly err: number;
}

export const points: readonly AmplitudePoint[] = (JSON.parse(amplitudes) as { points: AmplitudePoint[] }).points;
export const rows: readonly CrossSectionRow[] = (JSON.parse(sections) as { rows: CrossSectionRow[] }).rows;

/** The coupling and the electron mass those tables were made with. */
export const ALPHA_MG: number = 1 / 137.036;
export const ELECTRON_MASS_MG = 0.51099895e-3;

/** Momenta of a point; the mass column is not used by amplitudes. */
export function momentaOf({ momenta }: AmplitudePoint): FourVector[] {
  return momenta.map(([e, px, py, pz]) => ({ px, py, pz, e, m: 0 }));
}
