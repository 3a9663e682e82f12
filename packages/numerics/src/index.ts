/**
 * Random streams, special functions, roots, quadrature, interpolation and linear algebra.
 *
 * @packageDocumentation
 */
export { philox4x32 } from "./philox.js";
export { aliasTable, random } from "./random.js";
export type { RandomStream } from "./random.js";
// Special functions
export { besselKScaled } from "./special/bessel-k.js";
export { betaI, betaIInverse, betaIUpper, betaIUpperInverse, logBetaI } from "./special/beta.js";
export { chi2Cdf, chi2Quantile, chi2Sf, chi2UpperQuantile } from "./special/chi2.js";
export { digamma } from "./special/digamma.js";
export { erf, erfc, erfcx } from "./special/erf.js";
export { erfcInverse } from "./special/erfc-inverse.js";
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
export { efficiencyInterval } from "./efficiency-interval.js";
export type { Efficiency, EfficiencyOptions } from "./efficiency-interval.js";
export { linearInterpolate, logLogInterpolate } from "./interpolate.js";
export type { InterpolationOptions } from "./interpolate.js";
export { findRoot } from "./find-root.js";
export type { RootOptions } from "./find-root.js";

export { integrate } from "./integrate.js";
export type { IntegrateOptions } from "./integrate.js";
export { gaussLegendre, integrateEnds, integrateGauss } from "./gauss-legendre.js";
export type { QuadratureRule } from "./gauss-legendre.js";
export { adaptiveIntegral, aroundPeak } from "./adaptive-integral.js";
export type { Fill } from "./adaptive-integral.js";
export { cholesky, choleskyInverse, choleskySolve, symmetricEigen } from "./linear-algebra.js";
export type { Eigen } from "./linear-algebra.js";
export { firstAbove, firstAtOrAbove, lastAtOrBelow } from "./bracket.js";
export { fraction, segment } from "./interpolate.js";
export { faddeeva } from "./special/faddeeva.js";
export { xMinusLog1p } from "./special/log-gamma.js";
export { boundArrays } from "./bounded-arrays.js";
export type { ArrayReader, JsrootIo, StreamedArray, StreamedList } from "./bounded-arrays.js";
export { didYouMean } from "./did-you-mean.js";
export { requireChoice, requireOptions } from "./options.js";
export { requireCoupling, requirePositive, requireWithin } from "./checks.js";
