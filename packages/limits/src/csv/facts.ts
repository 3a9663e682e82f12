import { standings } from "@belladonna/sources";
import type { Citation, Standing } from "@belladonna/sources";
import type { Limit, LimitInfo, Provenance } from "../limit.js";

/** Facts that are a text each, in the order in which they are written. */
const TEXTS = [
  "id",
  "observable",
  "unit",
  "kind",
  "data",
  "method",
  "portal",
  "experiment",
  "finalState",
  "label",
] as const;
const CITATION = ["key", "authors", "title", "journal", "year", "eprint", "doi", "note", "standing"] as const;
const PROVENANCE = ["source", "standing", "licence", "redigitisationOf", "note"] as const;

/** Lines `name: value` for all that a limit says about itself. */
export function factLines(data: Limit): string[] {
  const lines = [`shape: ${data.shape}`];
  const add = (name: string, value: string | number | undefined): void => {
    // A text of several lines, or one that looks like a quoted one, is written as JSON.
    if (value === undefined) return;
    lines.push(
      `${name}: ${typeof value === "string" && /[\n\r]|^["\s]|\s$/.test(value) ? JSON.stringify(value) : value}`,
    );
  };
  for (const name of TEXTS) add(name, data[name]);
  add("cl", data.cl);
  add("luminosity", data.luminosity);
  for (const name of CITATION)
    add(`reference_${name}`, (data.reference as Partial<Record<string, string | number>> | undefined)?.[name]);
  const { provenance } = data;
  for (const name of PROVENANCE)
    add(name === "source" || name === "standing" ? name : `provenance_${name}`, provenance?.[name]);
  if (provenance?.aliases !== undefined) add("provenance_aliases", JSON.stringify(provenance.aliases));
  if (data.shape === "interval" && data.scanned !== undefined) add("scanned", data.scanned.join(" "));
  return lines;
}

/** What the lines of a text say about a limit. */
export interface ReadFacts {
  readonly info: Partial<LimitInfo>;
  readonly shape?: string;
  readonly scanned?: readonly [number, number];
  /** The lines that state no fact. */
  readonly remarks: readonly string[];
}

/** Read lines `name: value`; all others are remarks. */
export function factsFrom(lines: readonly string[], reader: string): ReadFacts {
  const facts: Partial<Record<string, string>> = {};
  const remarks: string[] = [];
  for (const line of lines) {
    const [, name, value] = (/^(\w+):\s*(.*)$/.exec(line) ?? []) as (string | undefined)[];
    if (name === undefined || value === undefined || !NAMES.has(name)) remarks.push(line);
    else facts[name] = unquoted(value);
  }
  const number = (name: string): number | undefined => {
    const text = facts[name];
    if (text === undefined) return undefined;
    const value = Number(text);
    if (text === "" || Number.isNaN(value)) throw new RangeError(`${reader}: ${name} must be a number, got "${text}"`);
    return value;
  };
  const standing = (name: string): Standing | undefined => {
    const text = facts[name];
    const found = standings.find((one) => one === text);
    if (text === undefined || found !== undefined) return found;
    throw new RangeError(`${reader}: ${name} must be one of ${standings.join(", ")}, got "${text}"`);
  };
  const picked = (names: readonly string[], prefix = ""): Record<string, string> =>
    Object.fromEntries(
      names.flatMap((name) => (facts[prefix + name] === undefined ? [] : [[name, facts[prefix + name] ?? ""]])),
    );
  const authors = facts.reference_authors ?? facts.reference_key;
  const year = number("reference_year");
  const known = standing("reference_standing");
  const reference: Citation | undefined =
    authors === undefined
      ? undefined
      : {
          ...picked(["title", "journal", "eprint", "doi", "note"], "reference_"),
          key: facts.reference_key ?? authors,
          authors,
          ...(year === undefined ? {} : { year }),
          ...(known === undefined ? {} : { standing: known }),
        };
  const aliases = facts.provenance_aliases;
  const provenance: Provenance = {
    ...picked(["licence", "redigitisationOf", "note"], "provenance_"),
    source: facts.source ?? "CSV given by the user",
    standing: standing("standing") ?? "read",
    ...(aliases === undefined ? {} : { aliases: textList(aliases, reader) }),
  };
  const [cl, luminosity] = [number("cl"), number("luminosity")];
  return {
    info: {
      ...(picked(TEXTS) as Partial<LimitInfo>),
      provenance,
      ...(reference === undefined ? {} : { reference }),
      ...(cl === undefined ? {} : { cl }),
      ...(luminosity === undefined ? {} : { luminosity }),
    },
    ...(facts.shape === undefined ? {} : { shape: facts.shape }),
    ...(facts.scanned === undefined ? {} : { scanned: pair(facts.scanned, reader) }),
    remarks,
  };
}

const NAMES: ReadonlySet<string> = new Set([
  ...TEXTS,
  ...CITATION.map((name) => `reference_${name}`),
  ...PROVENANCE.map((name) => `provenance_${name}`),
  "provenance_aliases",
  "source",
  "standing",
  "shape",
  "cl",
  "luminosity",
  "scanned",
]);

function unquoted(value: string): string {
  if (!/^".*"$/.test(value)) return value;
  try {
    const text: unknown = JSON.parse(value);
    return typeof text === "string" ? text : value;
  } catch {
    return value;
  }
}

function textList(text: string, reader: string): string[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    list = undefined;
  }
  if (Array.isArray(list) && list.every((one) => typeof one === "string")) return list;
  throw new RangeError(`${reader}: provenance_aliases must be a JSON list of texts, got "${text}"`);
}

function pair(text: string, reader: string): readonly [number, number] {
  const [a, b, ...more] = text.split(/\s+/).map(Number);
  if (more.length > 0 || !(a <= b)) throw new RangeError(`${reader}: scanned must be two numbers, got "${text}"`);
  return [a, b];
}
