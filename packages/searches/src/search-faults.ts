import type { Search } from "./search.js";

type Unknown<T> = { readonly [K in keyof T]?: unknown };

const METHODS: readonly unknown[] = ["cls", "profile", "bayesian", "feldman-cousins"];

/** What keeps a value from being a search: one sentence each, none for a search. */
export function faultsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [`search must be an object, got ${typeof value}`];
  const { name, title, reference, defaults, dataColumns, facts, run } = value as Unknown<Search>;
  const faults: string[] = [];
  const must = (good: boolean, what: string, got: unknown) => {
    if (!good) faults.push(`${what}, got ${got === undefined ? "none" : JSON.stringify(got)}`);
  };
  must(
    typeof name === "string" && /^[a-z0-9][a-z0-9-]*$/.test(name),
    "name must be lower-case words with hyphens",
    name,
  );
  must(isText(title), "title must be a line of text", title);
  must(isText(reference), "reference must be a line of text", reference);
  must(isListOf(dataColumns, isText), "dataColumns must be a list of names", dataColumns);
  must(isListOf(facts, isFact), "facts must be a list of { quantity, value, standing, source }", facts);
  must(typeof run === "function", "run must be a function", run);
  if (typeof defaults !== "object" || defaults === null) must(false, "defaults must be an object", defaults);
  else {
    const { luminosity, level, method, masses, events } = defaults as Unknown<Search["defaults"]>;
    must(isAbove(luminosity, 0), "defaults.luminosity must be > 0 fb^-1", luminosity);
    must(isAbove(level, 0.5) && level < 1, "defaults.level must be between 0.5 and 1", level);
    must(METHODS.includes(method), `defaults.method must be one of ${METHODS.join(", ")}`, method);
    must(isRange(masses), "defaults.masses must be { from, to } in GeV", masses);
    must(Number.isSafeInteger(events) && isAbove(events, 0), "defaults.events must be an integer >= 1", events);
  }
  return faults;
}

const isText = (x: unknown): boolean => typeof x === "string" && x !== "";

const isAbove = (x: unknown, low: number): x is number => typeof x === "number" && x > low && x < Infinity;

const isListOf = (x: unknown, is: (one: unknown) => boolean): boolean => Array.isArray(x) && x.every(is);

const isFact = (x: unknown): boolean =>
  typeof x === "object" &&
  x !== null &&
  ["quantity", "value", "standing", "source"].every((key) => isText((x as Record<string, unknown>)[key]));

function isRange(x: unknown): boolean {
  const { from, to } = (x ?? {}) as Unknown<Search["defaults"]["masses"]>;
  return isAbove(from, 0) && isAbove(to, 0) && from <= to;
}
