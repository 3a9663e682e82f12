import { didYouMean, requireOptions, requireWithin } from "@belladonna/numerics";
import type { Search, SearchOptions } from "./search.js";

/** Options every search has beside its defaults. */
const COMMON = { seed: 1, toys: 0 };

/** Least step between mass hypotheses, GeV: below it a search would not end. */
const LEAST_STEP = 1e-6;

/** Names of all options. */
export const searchOptions: readonly string[] = [
  "luminosity",
  "level",
  "method",
  "masses",
  "seed",
  "events",
  "toys",
  "inject",
  "signal",
  "data",
  "likelihood",
  "asPublished",
] satisfies (keyof SearchOptions)[];

/** What an upper limit can be. */
export const limitMethods: readonly string[] = [
  "cls",
  "profile",
  "bayesian",
  "feldman-cousins",
] satisfies SearchOptions["method"][];

/**
 * All options of a run: those given over the defaults of the search.
 * @throws RangeError when a name or a value is not one that a search can take.
 */
export function wholeOptions(search: Search, given: Partial<SearchOptions>): SearchOptions {
  for (const name of Object.keys(given)) {
    if (!searchOptions.includes(name))
      refuse(`option must be one of ${searchOptions.join(", ")}`, name, didYouMean(name, searchOptions));
  }
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const options: SearchOptions = { ...search.defaults, ...COMMON, ...set };
  const { luminosity, level, method, masses, seed, events, toys, asPublished = false } = options;
  const { from, to } = search.defaults.masses;
  requireOptions("runSearch: masses", masses, ["from", "to", "step"]);
  if (options.inject !== undefined) {
    requireOptions("runSearch: inject", options.inject, ["mass", "rate"]);
    requireWithin("runSearch: inject.mass, GeV,", options.inject.mass, 0, 1e3);
    requireWithin("runSearch: inject.rate", options.inject.rate, 0, 1e15);
  }
  for (const name of ["signal", "data"] as const) {
    const file = options[name];
    if (file !== undefined) requireOptions(`runSearch: ${name}`, file, ["name", "bytes"]);
  }
  const { likelihood } = options;
  if (likelihood !== undefined) {
    if (search.likelihood === undefined) refuse("likelihood must be absent, this search takes none", search.name);
    for (const file of likelihood) requireOptions("runSearch: likelihood", file, ["name", "bytes"]);
  }
  const isCount = (n: number, least: number) => Number.isSafeInteger(n) && n >= least;
  if (!(luminosity > 0 && luminosity < Infinity)) refuse("luminosity must be > 0 fb^-1", luminosity);
  if (!(level > 0.5 && level < 1)) refuse("level must be between 0.5 and 1", level);
  if (!limitMethods.includes(method))
    refuse(`method must be one of ${limitMethods.join(", ")}`, method, didYouMean(method, limitMethods));
  const { step = 1 } = masses;
  if (!(masses.from >= from && masses.to <= to && masses.from <= masses.to && step >= LEAST_STEP && step < Infinity)) {
    const steps = `with steps of ${LEAST_STEP} GeV or more if any`;
    refuse(`masses must ascend from >= ${from} to <= ${to} GeV, ${steps}`, JSON.stringify(masses));
  }
  if (!isCount(seed, 0)) refuse("seed must be an integer >= 0", seed);
  if (!isCount(events, 1)) refuse("events must be an integer >= 1", events);
  if (!isCount(toys, 0)) refuse("toys must be an integer >= 0", toys);
  if (typeof asPublished !== "boolean") refuse("asPublished must be true or false", String(asPublished));
  return options;
}

function refuse(what: string, value: string | number, hint = ""): never {
  throw new RangeError(`runSearch: ${what}, got ${value}${hint}`);
}
