/**
 * Parameters, densities, likelihoods, fits, hypothesis tests, intervals and upper limits.
 *
 * @packageDocumentation
 */
// From numerics: what its users reach for
export {
  philox4x32,
  aliasTable,
  random,
  betaI,
  betaIInverse,
  betaIUpper,
  betaIUpperInverse,
  chi2Cdf,
  chi2Quantile,
  chi2Sf,
  chi2UpperQuantile,
  erf,
  erfc,
  erfcx,
  gammaP,
  gammaPInverse,
  gammaQ,
  gammaQInverse,
  logGammaP,
  logGammaQ,
  logGamma,
  logNormalCdf,
  logNormalSf,
  normalCdf,
  normalPdf,
  normalQuantile,
  normalSf,
  normalUpperQuantile,
  normalUpperQuantileLog,
  logPoissonPmf,
  poissonCdf,
  poissonPmf,
  poissonQuantile,
  poissonSf,
  efficiencyInterval,
} from "@belladonna/numerics";
export type { RandomStream, Efficiency, EfficiencyOptions } from "@belladonna/numerics";
// Parameters, minimiser, densities, likelihoods, fits.
export { parameter } from "./parameter.js";
export type { Parameter, ParameterOptions } from "./parameter.js";
export { minimise, minimiser } from "./minimise/minimise.js";
export type { MinimiseOptions, Minimum, Objective } from "./minimise/objective.js";
export type { MinosInterval } from "./minimise/minos.js";
export type { ContourPoint } from "./minimise/contour.js";
export type { Density, Range, Value } from "./densities/density.js";
export { gaussian } from "./densities/gaussian.js";
export type { GaussianOptions } from "./densities/gaussian.js";
export { exponential } from "./densities/exponential.js";
export type { ExponentialOptions } from "./densities/exponential.js";
export { crystalBall } from "./densities/crystal-ball.js";
export type { CrystalBallOptions } from "./densities/crystal-ball.js";
export { chebyshev } from "./densities/chebyshev.js";
export type { ChebyshevOptions } from "./densities/chebyshev.js";
export { bernstein } from "./densities/bernstein.js";
export type { BernsteinOptions } from "./densities/bernstein.js";
export { doubleCrystalBall } from "./densities/double-crystal-ball.js";
export type { DoubleCrystalBallOptions } from "./densities/double-crystal-ball.js";
export { voigt } from "./densities/voigt.js";
export type { VoigtOptions } from "./densities/voigt.js";
export { breitWigner } from "./densities/breit-wigner.js";
export type { BreitWignerOptions } from "./densities/breit-wigner.js";
export { argus } from "./densities/argus.js";
export type { ArgusOptions } from "./densities/argus.js";
export { johnson } from "./densities/johnson.js";
export type { JohnsonOptions } from "./densities/johnson.js";
export { bifurcatedGaussian } from "./densities/bifurcated-gaussian.js";
export type { BifurcatedGaussianOptions } from "./densities/bifurcated-gaussian.js";
export { uniform } from "./densities/uniform.js";
export { histogramDensity } from "./densities/histogram-density.js";
export type { HistogramDensityOptions } from "./densities/histogram-density.js";
export { kernelDensity } from "./densities/kernel-density.js";
export type { KernelDensityOptions } from "./densities/kernel-density.js";
export { density } from "./densities/user-density.js";
export type { UserDensityOptions } from "./densities/user-density.js";
export { truncate } from "./densities/truncate.js";
export { convolve } from "./densities/convolve.js";
export type { ConvolveOptions } from "./densities/convolve.js";
export { product } from "./densities/product.js";
export { sum } from "./densities/sum.js";
export type { SumOptions } from "./densities/sum.js";
export type { KnownCount, Likelihood } from "./likelihood/likelihood.js";
export { withParameters } from "./likelihood/with-parameters.js";
export type { Bounds, ParameterChange } from "./likelihood/with-parameters.js";
export { unbinned } from "./likelihood/unbinned.js";
export type { UnbinnedOptions } from "./likelihood/unbinned.js";
export { binned } from "./likelihood/binned.js";
export type { BinnedOptions } from "./likelihood/binned.js";
export type { BinStatistic } from "./likelihood/bin-statistic.js";
export { counting } from "./likelihood/counting.js";
export type { BackgroundKnowledge, ControlRegion, CountingOptions, NormalBackground } from "./likelihood/counting.js";
export { superposition } from "./likelihood/superposition.js";
export type { Component, SuperpositionOptions } from "./likelihood/superposition.js";
export { templates } from "./likelihood/templates.js";
export type { Template, TemplatesOptions } from "./likelihood/templates.js";
export type { TemplateMethod } from "./likelihood/template-term.js";
export { leastSquares } from "./likelihood/least-squares.js";
export type { Curve, LeastSquaresOptions, Points } from "./likelihood/least-squares.js";
export { constrain } from "./likelihood/constrain.js";
export { simultaneous } from "./likelihood/simultaneous.js";
export type { SimultaneousOptions } from "./likelihood/simultaneous.js";
export { fit } from "./fit.js";
export type { Fit, FitOptions, MinosOptions } from "./fit.js";
export type { Interval } from "./counting/interval.js";
export { rolkeInterval } from "./counting/profile-interval.js";
export type { OnOffEfficiency } from "./counting/profile-interval.js";
export { asimovSignificance, countingSignificance, liMa, zBi } from "./counting/significance.js";
export type { Significance } from "./counting/significance.js";
export { countingUpperLimit } from "./counting/upper-limit.js";
export type { CountingLimitOptions } from "./counting/upper-limit.js";
// Tests, intervals and limits
export { feldmanCousins } from "./inference/feldman-cousins.js";
export type {
  FeldmanCousinsCounting,
  FeldmanCousinsGaussian,
  FeldmanCousinsLikelihood,
} from "./inference/feldman-cousins.js";
export type { UnifiedInterval } from "./inference/unified-interval.js";
export type { ToyExecutor, ToyUpperLimitOptions } from "./inference/toy-upper-limit.js";
export { runToys, toyPValue, toyWorker } from "./inference/run-toys.js";
export type { ToyJob, ToyPool, ToyPValue, ToyTask } from "./inference/run-toys.js";
export { countUpcrossings, grossVitells } from "./inference/gross-vitells.js";
export type { GlobalSignificance } from "./inference/gross-vitells.js";
export { asymptoticBand, asymptoticPValues } from "./inference/asymptotic.js";
export type { PValues } from "./inference/asymptotic.js";
export { asymptotic, toys } from "./inference/calculator.js";
export type { AsymptoticCalculator, Calculator, ToyCalculator } from "./inference/calculator.js";
export { hypothesisTest } from "./inference/hypothesis-test.js";
export type { HypothesisTest, HypothesisTestOptions } from "./inference/hypothesis-test.js";
export { significance } from "./inference/significance.js";
export type { Discovery, SignificanceOptions } from "./inference/significance.js";
export { testStatistic } from "./inference/test-statistic.js";
export type { Statistic, TestStatistic, TestStatisticOptions } from "./inference/test-statistic.js";
export { toyStatistics } from "./inference/toys.js";
export type { ToyOptions } from "./inference/toys.js";
export { upperLimit } from "./inference/upper-limit.js";
export type { UpperLimitOptions } from "./inference/upper-limit.js";
export type { LimitMethod, UpperLimit } from "./inference/upper-limit-result.js";
// Histograms
export { binEdges, categoryAxis, regularAxis, variableAxis } from "./histogram/axis.js";
export type { Axis, CategoryAxis, RegularAxis, VariableAxis } from "./histogram/axis.js";
export { Histogram } from "./histogram/histogram.js";
export type { Column } from "./histogram/histogram.js";
export type { Nested, UhiAxis, UhiHistogram } from "./histogram/uhi.js";
// Goodness of fit, sPlot
export { goodnessOfFit } from "./goodness/chi2.js";
export type { Chi2Test, GoodnessOfFit } from "./goodness/chi2.js";
export { andersonDarling, cramerVonMises, kolmogorovSmirnov } from "./goodness/unbinned.js";
export type { KolmogorovSmirnov } from "./goodness/unbinned.js";
export { sWeights } from "./s-plot.js";
export type { SWeights } from "./s-plot.js";
export { lookElsewhere } from "./inference/look-elsewhere.js";
export type { LookElsewhere, LookElsewhereOptions } from "./inference/look-elsewhere.js";
export { bayesianUpperLimit } from "./inference/bayesian.js";
export type { BayesianLimit, BayesianOptions } from "./inference/bayesian.js";
