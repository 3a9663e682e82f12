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
