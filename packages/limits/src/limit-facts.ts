import { requireChoice, requireOptions } from "@belladonna/numerics";
import { standings } from "@belladonna/sources";

/** Names of all that a limit says about itself, whatever its shape. */
export const limitFacts: readonly string[] = [
  "id",
  "observable",
  "unit",
  "cl",
  "kind",
  "data",
  "method",
  "luminosity",
  "portal",
  "experiment",
  "finalState",
  "label",
  "reference",
  "provenance",
];

/** Those that are texts, where they are said. */
const TEXTS = ["method", "portal", "experiment", "finalState", "label"] as const;

/** What a limit of each shape holds beyond its facts. */
const COLUMNS = {
  curve: ["mass", "value", "expected"],
  interval: ["mass", "lower", "upper", "expected", "scanned"],
  contour: ["mass", "value"],
  grid: ["mass", "ctau", "value"],
} as const;

/** Shapes of limits. */
export const limitShapes: readonly string[] = Object.keys(COLUMNS);

/** What a limit is: measured, expected, or made from another one. */
export const limitKinds: readonly string[] = ["observed", "expected", "bands", "projection", "recast", "derived"];

/** Names of the bands of an expectation. */
export const bandNames: readonly string[] = ["median", "minus1", "plus1", "minus2", "plus2"];

/** Texts of a citation. */
const CITATION = ["key", "authors", "title", "journal", "eprint", "doi", "note"] as const;

/** Texts of a provenance. */
const PROVENANCE = ["source", "licence", "redigitisationOf", "note"] as const;

/** A value as a message shows it. */
export const shown = (value: unknown): string => (typeof value === "string" ? `"${value}"` : String(value));

/**
 * Throws unless the facts of a limit are of the kinds that they must be, and it holds nothing else.
 * @param caller - Name of the function that was given it.
 * @param data - What was given.
 */
export function requireLimitFacts(caller: string, data: object): void {
  const facts = data as Readonly<Record<string, unknown>>;
  requireChoice(`${caller}: shape`, facts.shape, limitShapes);
  requireOptions(caller, data, [...limitFacts, "shape", ...COLUMNS[facts.shape as keyof typeof COLUMNS]]);
  requireTexts(caller, facts, ["id", "observable", "unit"], TEXTS);
  const { cl, kind, luminosity, reference, provenance } = facts;
  requireChoice(`${caller}: kind`, kind, limitKinds);
  if (facts.data !== undefined) requireChoice(`${caller}: data`, facts.data, ["pseudo-data"]);
  if (!(typeof cl === "number" && cl > 0 && cl < 1)) {
    throw new RangeError(`${caller}: cl must be a fraction in (0, 1), got ${shown(cl)}`);
  }
  if (luminosity !== undefined && !(typeof luminosity === "number" && luminosity > 0 && luminosity < Infinity)) {
    throw new RangeError(`${caller}: luminosity must be > 0 fb^-1, got ${shown(luminosity)}`);
  }
  if (reference !== undefined) requireReference(`${caller}: reference`, reference);
  if (provenance !== undefined) requireProvenance(`${caller}: provenance`, provenance);
}

type Facts = Readonly<Record<string, unknown>>;

/** Throws unless these are texts: the first not empty, the second where they are said. */
function requireTexts(where: string, facts: Facts, needed: readonly string[], said: readonly string[]): void {
  for (const name of needed) {
    if (typeof facts[name] !== "string" || facts[name] === "") {
      throw new RangeError(`${where}: ${name} must be a string, got ${shown(facts[name])}`);
    }
  }
  for (const name of said) {
    if (facts[name] !== undefined && typeof facts[name] !== "string") {
      throw new RangeError(`${where}: ${name} must be a string, got ${shown(facts[name])}`);
    }
  }
}

function requireReference(where: string, reference: unknown): void {
  const facts = (reference ?? {}) as Facts;
  if (typeof facts.key !== "string" || typeof facts.authors !== "string") {
    throw new RangeError(
      `${where} must be a Citation { key, authors, journal, year, eprint }, got ${JSON.stringify(reference)}`,
    );
  }
  requireOptions(where, facts, [...CITATION, "year", "standing"]);
  requireTexts(where, facts, [], CITATION);
  const { year, standing } = facts;
  if (year !== undefined && !Number.isInteger(year)) {
    throw new RangeError(`${where}: year must be an integer, got ${shown(year)}`);
  }
  if (standing !== undefined) requireChoice(`${where}: standing`, standing, standings);
}

function requireProvenance(where: string, provenance: unknown): void {
  const facts = (provenance ?? {}) as Facts;
  if (!standings.some((s) => s === facts.standing)) {
    throw new RangeError(`${where} must have a standing (${standings.join(", ")}), got ${JSON.stringify(provenance)}`);
  }
  requireOptions(where, facts, [...PROVENANCE, "standing", "aliases"]);
  requireTexts(where, facts, ["source"], PROVENANCE);
  const { aliases } = facts;
  if (aliases !== undefined && !(Array.isArray(aliases) && aliases.every((one) => typeof one === "string"))) {
    throw new RangeError(`${where}: aliases must be a list of strings, got ${JSON.stringify(aliases)}`);
  }
}
