import { cholesky, choleskySolve } from "@belladonna/numerics";
import { cube } from "@belladonna/numerics/elementary";
import type { Likelihood } from "../likelihood/likelihood.js";
import { hessianOf } from "./marginal.js";

/** Below so many effective events asymptotic limits are more than 5 % too strong: 4 to 5 % at 40, 7 % at 17, a third at 3. */
const FEW = 30;

/** Step along the profile, standard deviations. */
const STEP = 0.05;
/** What a parameter of unit deviation may move by in a step. */
const NEAR_KINK = 2 * STEP;

/**
 * The events of a single count whose likelihood would be as skewed: what the asymptotic formulae neglect goes as one over
 * its root. Along the profile of the parameter of interest, with Asimov data, of information $I$ and third derivative
 * $-2S$ of $\ln L$ it is $I^3/S^2$, for a count of mean $\nu$ just $\nu$.
 * @param likelihood - Model.
 * @param index - Position of the parameter of interest.
 * @param theta - Where.
 * @returns The number; infinite for a Gaussian likelihood, and where there is no such number.
 */
export function effectiveEvents(likelihood: Likelihood, index: number, theta: Float64Array): number {
  const asimov = likelihood.asimov(theta);
  const along = profileDirection(asimov, index, theta);
  if (along === undefined) return Infinity;
  const { direction, information } = along;
  const h = STEP / Math.sqrt(information);
  const slope = (step: number): number => {
    const g = asimov.gradient(theta.map((x, i) => x + step * direction[i]));
    return g.reduce((sum, x, i) => sum + x * direction[i], 0);
  };
  const [up, down] = [slope(h), slope(-h)];
  const second = (up - down) / (2 * h);
  const third = (up + down) / (h * h);
  const events = (2 * cube(second)) / (third * third);
  return events >= 0 ? events : Infinity;
}

/** How the parameters move along the profile, the one of interest by 1, and the information in it. */
function profileDirection(
  likelihood: Likelihood,
  index: number,
  theta: Float64Array,
): { direction: Float64Array; information: number } | undefined {
  const n = theta.length;
  const hessian = hessianOf(likelihood, theta);
  const inside = (i: number): boolean => {
    const { fixed, min = -Infinity, max = Infinity } = likelihood.parameters[i];
    // On a kink a parameter stays, and a step across it would be taken for skewness.
    const onKink = likelihood.kinks?.includes(i) === true && Math.abs(theta[i]) < NEAR_KINK;
    return fixed !== true && !onKink && theta[i] > min && theta[i] < max;
  };
  const others = [...theta.keys()].filter((i) => i !== index && inside(i));
  const k = others.length;
  const matrix = new Float64Array(k * k);
  for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) matrix[a * k + b] = hessian[others[a] * n + others[b]];
  if (cholesky(matrix, k) >= 0) return undefined;
  const shift = Float64Array.from(others, (i) => -hessian[i * n + index]);
  choleskySolve(matrix, k, shift);
  const direction = new Float64Array(n);
  direction[index] = 1;
  others.forEach((i, a) => (direction[i] = shift[a]));
  let information = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) information += direction[i] * hessian[i * n + j] * direction[j];
  information *= 0.5;
  return information > 0 && information < Infinity ? { direction, information } : undefined;
}

/** What is to be said of an asymptotic limit at `theta`: that the events are few, or nothing. */
export function fewEvents(likelihood: Likelihood, index: number, theta: Float64Array): string {
  const events = effectiveEvents(likelihood, index, theta);
  if (events >= FEW) return "";
  return `asymptotic formulae, for a likelihood as skewed as that of ${events.toPrecision(2)} events: too few, the limit may be 5 % (for 30) to a third (for 3) too strong; the calculator toys does without them`;
}
