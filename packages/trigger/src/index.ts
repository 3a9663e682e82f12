/**
 * Parametric detector response, level-1 and high-level trigger, rates and efficiencies. Natural units: GeV, cm, ns, rad;
 * rates in Hz, cross sections in fb.
 *
 * @packageDocumentation
 */
export { belle2 } from "./detector/belle2.js";
export { belle2Data } from "./detector/belle2-data.js";
export { detect } from "./detector/detect.js";
export type { DetectOptions } from "./detector/detect.js";
export { takeDetected } from "./detector/take-detected.js";
export { trackPath } from "./detector/track-path.js";
export type { TrackPath } from "./detector/track-path.js";
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
export { energyResolution, positionResolution } from "./detector/resolution.js";
export { trackEfficiency } from "./detector/track-efficiency.js";
export type { ResolutionForm } from "./detector/resolution.js";
export { regionAt } from "./detector/acceptance.js";
export type { Region, Regions } from "./detector/acceptance.js";
export type { ParseError, TextPosition } from "./parse-error.js";
export { bit, bitsOf, countSet, emptyBits, namesSet } from "./bits.js";
export type { Bits } from "./bits.js";
export { level1InputNames } from "./l1/input-names.js";
export { level1MenuText } from "./l1/level1-menu.js";
export { evaluate, l1Menu, parseMenu } from "./l1/menu.js";
export type { Menu, MenuLine } from "./l1/menu.js";
export { l1ExpressionText } from "./l1/expression.js";
export type { Comparison, L1Expression } from "./l1/expression.js";
export type { Counter, CounterCode } from "./l1/counters.js";
export type { Program } from "./l1/program.js";
export { level1Inputs } from "./l1/inputs.js";
export type { Level1Options } from "./l1/inputs.js";
export { singleTrack } from "./l1/cdc.js";
export type { Reading } from "./l1/cdc.js";
export { hltVariables } from "./hlt/variables.js";
export type { HltOptions, HltVariables } from "./hlt/variables.js";
export { hltVariableNames } from "./hlt/names.js";
export type { HltVariableName } from "./hlt/names.js";
export { newPairVertex, pairVertex } from "./hlt/vertices.js";
export type { PairVertex, Vertex } from "./hlt/vertices.js";
export { evaluateCut, parseCut } from "./hlt/cut.js";
export type { Binary, Cut, CutExpression, Unary } from "./hlt/cut.js";
export { cutMask } from "./hlt/cut-mask.js";
export { hltMenu, parseHltMenu } from "./hlt/lines.js";
export type { HltLine, HltMenu } from "./hlt/lines.js";
export type { CutProgram } from "./hlt/cut-program.js";
export { finalDecision, lineResult, menuResult } from "./hlt/decision.js";
export type { LineResult } from "./hlt/decision.js";
export { highLevel } from "./hlt/high-level.js";
export type { HighLevelOptions, HighLevelResult } from "./hlt/high-level.js";
export { keepProbability, prescaleKeeps } from "./prescale.js";
export { triggerEfficiency } from "./efficiency.js";
export type { EventSet, TriggerEfficiencyInput } from "./efficiency.js";
export { rates } from "./rates.js";
export type { LineRate, Rate, RateOptions, RateSample, Rates, SampleRate } from "./rates.js";
export { explain, explanationText } from "./explain.js";
export type { Explanation } from "./explain.js";
