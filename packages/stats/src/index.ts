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
