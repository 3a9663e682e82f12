/**
 * Parameters, densities, likelihoods, fits, hypothesis tests, intervals and upper limits.
 *
 * @packageDocumentation
 */
export { philox4x32, random } from "./random.js";
export type { RandomStream } from "./random.js";

// Parameters, minimiser, densities, likelihoods, fits.
export { parameter } from "./parameter.js";
export type { Parameter, ParameterOptions } from "./parameter.js";
export { minimise, minimiser } from "./minimise/minimise.js";
export type { MinimiseOptions, Minimum, Objective } from "./minimise/objective.js";
export type { Likelihood } from "./likelihood/likelihood.js";

// HistFactory
export { histFactory } from "./histfactory/hist-factory.js";
export type { HistFactory, HistFactoryOptions } from "./histfactory/hist-factory.js";
export type { ChannelLayout } from "./histfactory/compile.js";
export type { FactorInterpolation, ShiftInterpolation } from "./histfactory/interpolation.js";
export type { ParameterSet } from "./histfactory/parameter-set.js";
export { applyJsonPatch } from "./histfactory/patch.js";
export type { PatchChoice } from "./histfactory/patch.js";
export { parsePatchSet } from "./histfactory/patch-set.js";
export type { PatchOperation, PatchSet } from "./histfactory/patch-set.js";
export { workspaceDigest } from "./histfactory/digest.js";
export { parseWorkspace } from "./histfactory/validate.js";
export { WorkspaceError } from "./histfactory/workspace-error.js";
export type {
  BinUncertainty,
  Channel,
  FreeModifier,
  HistoSys,
  Measurement,
  Modifier,
  NormSys,
  Observation,
  ParameterConfig,
  Sample,
  Workspace,
} from "./histfactory/workspace.js";
// Special functions
export { betaI, betaIInverse, betaIUpper, betaIUpperInverse } from "./special/beta.js";
export { chi2Cdf, chi2Quantile, chi2Sf, chi2UpperQuantile } from "./special/chi2.js";
export { erf, erfc, erfcx } from "./special/erf.js";
export { gammaP, gammaPInverse, gammaQ, gammaQInverse, logGammaP, logGammaQ } from "./special/gamma.js";
export { logGamma } from "./special/log-gamma.js";
export {
  logNormalCdf,
  logNormalSf,
  normalCdf,
  normalPdf,
  normalQuantile,
  normalSf,
  normalUpperQuantile,
  normalUpperQuantileLog,
} from "./special/normal.js";
export { logPoissonPmf, poissonCdf, poissonPmf, poissonQuantile, poissonSf } from "./special/poisson.js";
