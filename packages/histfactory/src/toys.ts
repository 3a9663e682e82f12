/**
 * Pseudo-experiments of HistFactory likelihoods, what threads and jobs of an executor load:
 * `upperLimit(model, { toys, seed, executor: pool({ module: import.meta.resolve("@belladonna/histfactory/toys") }) })`.
 *
 * @packageDocumentation
 */
import { toyWorker } from "@belladonna/stats";
import type { ToyTask } from "@belladonna/stats";
import { histFactory } from "./hist-factory.js";
import type { HistFactory, Recipe } from "./model-likelihood.js";

const work = toyWorker((config): HistFactory => {
  if (config === undefined) {
    throw new RangeError("toyTask: the likelihood must have a recipe, got one with modifiers of your own");
  }
  const { workspace, parameters, ...options } = config as Recipe;
  return histFactory(workspace, options).withParameters(parameters);
});

/**
 * The test statistics of some pseudo-experiments of a HistFactory likelihood, whose model is built from the task's `config`,
 * the likelihood's `recipe`. A model with modifiers of one's own has none: write a module that knows them.
 * @param point - The task.
 */
export const toyTask = ({ point }: { readonly point: ToyTask }): Float64Array => work(point);
export default toyTask;
