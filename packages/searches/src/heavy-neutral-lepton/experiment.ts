import { beamPreset, type Beams } from "@belladonna/kinematics";
import { belle2, type Detector } from "@belladonna/trigger";
import {
  CHAMBER_LAYERS,
  CHAMBER_RADIUS,
  CHAMBER_Z,
  FULL_RADIUS,
  LUMINOSITY,
  SHORT_RADIUS,
  TAU_PAIRS,
  TAU_PAIRS_BELLE_2,
} from "./inputs.js";

/** Where tau pairs are made and seen. */
export interface Experiment {
  /** Name. */
  readonly name: "Belle" | "Belle II";
  /** Beams. */
  readonly beams: Beams;
  /** Detector. */
  readonly detector: Detector;
  /** Tau pairs per fb⁻¹. */
  readonly tauPairs: number;
}

/** Belle as far as it is read: its drift chamber. All else is Belle II's. */
const belleDetector: Detector = {
  ...belle2,
  name: "Belle",
  tracker: {
    ...belle2.tracker,
    chamberRadius: CHAMBER_RADIUS.value,
    chamberZ: CHAMBER_Z.value,
    layers: CHAMBER_LAYERS.value,
  },
  level1: { ...belle2.level1, fullRadius: FULL_RADIUS.value, shortRadius: SHORT_RADIUS.value },
};

/** The two experiments: what has been measured, and what is projected. */
export const experiments: readonly Experiment[] = [
  { name: "Belle", beams: beamPreset("belle"), detector: belleDetector, tauPairs: TAU_PAIRS.value / LUMINOSITY.value },
  { name: "Belle II", beams: beamPreset("upsilon4S"), detector: belle2, tauPairs: TAU_PAIRS_BELLE_2.value },
];
