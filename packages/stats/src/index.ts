/**
 * Parameters, densities, likelihoods, fits, hypothesis tests, intervals and upper limits.
 *
 * @packageDocumentation
 */
export type { Parameter } from "./parameter.js";
export { philox4x32, random } from "./random.js";
export type { RandomStream } from "./random.js";
export type { Likelihood } from "./likelihood/likelihood.js";
