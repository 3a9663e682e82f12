/**
 * Parameters, densities, likelihoods, fits, hypothesis tests, intervals and upper limits.
 *
 * @packageDocumentation
 */
export type { Parameter } from "./parameter.js";
export type { Likelihood } from "./likelihood/likelihood.js";

// Random numbers
export { philox4x32 } from "./philox.js";
export { aliasTable, random } from "./random.js";
export type { RandomStream } from "./random.js";

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

// Counting: efficiencies, significances, limits and intervals in closed form
export { efficiencyInterval } from "./efficiency.js";
export type { Efficiency, EfficiencyOptions } from "./efficiency.js";
export type { Interval } from "./counting/interval.js";
export { rolkeInterval } from "./counting/profile-interval.js";
export type { OnOffEfficiency } from "./counting/profile-interval.js";
export { asimovSignificance, countingSignificance, liMa, zBi } from "./counting/significance.js";
export type { Significance } from "./counting/significance.js";
export { countingUpperLimit } from "./counting/upper-limit.js";
export type { CountingLimitOptions } from "./counting/upper-limit.js";

// Tests, intervals and limits
export { feldmanCousins } from "./inference/feldman-cousins.js";
export type { FeldmanCousinsCounting, FeldmanCousinsGaussian } from "./inference/feldman-cousins.js";
export { countUpcrossings, grossVitells } from "./inference/gross-vitells.js";
export type { GlobalSignificance } from "./inference/gross-vitells.js";
