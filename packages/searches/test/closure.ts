// Closure of a likelihood with pseudo-experiments, the same questions for every search.
import { fit, type Likelihood, significance } from "@belladonna/stats";
import { random } from "@belladonna/numerics";
import { expect } from "vitest";

/** Share of pseudo-experiments whose fit must be verified. */
const FITTED = 0.98;

/**
 * Expects that an injected signal comes out unbiased and with the error that the fit states: the pulls have mean 0 and
 * width 1 within four standard errors.
 *
 * @param model - Likelihood whose parameter of interest is the signal.
 * @param background - Parameters of background alone.
 * @param deviations - Injected signal in units of its error; far enough from zero that a bound there does not shape the pulls.
 */
export function expectUnbiased(model: Likelihood, background: Float64Array, toys: number, deviations = 6): void {
  const { poi } = model;
  if (poi === undefined) throw new TypeError("no parameter of interest");
  const injected = background.slice();
  const at = model.parameters.findIndex(({ name }) => name === poi);
  injected[at] = deviations * errorOf(model, background, poi, at);
  const pulls: number[] = [];
  for (let k = 0; k < toys; k++) {
    const { minimum, parameters, errors } = fit(model.sample(injected, random(5).stream(k)));
    if (minimum.valid) pulls.push((parameters[poi] - injected[at]) / errors[poi]);
  }
  expect(pulls.length).toBeGreaterThan(FITTED * toys);
  const mean = pulls.reduce((s, x) => s + x, 0) / pulls.length;
  const width = Math.sqrt(pulls.reduce((s, x) => s + (x - mean) ** 2, 0) / (pulls.length - 1));
  expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(toys));
  expect(Math.abs(width - 1)).toBeLessThan(4 / Math.sqrt(2 * toys));
}

/** The error of the signal; where the fit of background alone ends at its bound, and has none, that beside a signal. */
function errorOf(model: Likelihood, background: Float64Array, poi: string, at: number): number {
  const error = fit(model).errors[poi];
  if (error > 0) return error;
  const beside = background.slice();
  beside[at] = Math.sqrt(model.expected(background).reduce((sum, n) => sum + n, 0));
  return fit(model.asimov(beside)).errors[poi];
}

/** Expects that excesses of more than one standard deviation in background alone are 15.9 % of all, within four standard errors. */
export function expectCalibrated(model: Likelihood, background: Float64Array, toys: number): void {
  let above = 0;
  let tested = 0;
  for (let k = 0; k < toys; k++) {
    const { z, valid } = significance(model.sample(background, random(6).stream(k)));
    if (!valid) continue;
    tested++;
    if (z > 1) above++;
  }
  expect(tested).toBeGreaterThan(FITTED * toys);
  expect(Math.abs(above / tested - 0.1587)).toBeLessThan(4 * Math.sqrt((0.1587 * 0.8413) / tested));
}
