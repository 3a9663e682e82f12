/**
 * Parametric detector response, level-1 and high-level trigger, rates and efficiencies. Natural units: GeV, cm, ns, rad;
 * rates in Hz, cross sections in fb.
 *
 * @packageDocumentation
 */
export { belle2 } from "./detector/belle2.js";
export { belle2Data } from "./data/belle2.js";
export { detect } from "./detector/detect.js";
export type { DetectOptions } from "./detector/detect.js";
export { LEVEL1_FIT, LEVEL1_FULL, LEVEL1_NEURAL, LEVEL1_SHORT } from "./detector/detected.js";
export type { ClusterColumns, Detected, MuonColumns, TrackColumns } from "./detector/detected.js";
export type {
  BeamBackground,
  Calorimeter,
  Curve,
  Detector,
  EnergyResolution,
  Identification,
  Interval,
  Level1Tracking,
  MuonSystem,
  Tracker,
} from "./detector/detector.js";
export type { Described, Sourced } from "./detector/sourced.js";
export { energyResolution, positionResolution } from "./detector/resolution.js";
export type { ResolutionForm } from "./detector/resolution.js";
export { regionAt } from "./detector/acceptance.js";
export type { Region } from "./detector/acceptance.js";
