import { readFileSync } from "node:fs";
import path from "node:path";
import { type IntervalLimit, limitFromJson } from "@belladonna/limits";
import { InputError, messageOf } from "../user-error.js";
import type { Figure } from "./figure.js";
import { RESULTS_FORMAT } from "./limits-document.js";
import type { TriggerCurves } from "./trigger-plot.js";

/** What figures of a run are drawn from. */
export interface RunFigures {
  /** Name of the search. */
  readonly search: string;
  /** Limits, each with what is drawn beside it. */
  readonly figures: readonly Figure[];
  /** Limits on rates with their efficiencies. */
  readonly measured: readonly TriggerCurves[];
}

/** What is read of `limits.json`. */
interface Document {
  readonly search: string;
  readonly masses: Readonly<Record<string, TriggerCurves["masses"]>>;
  readonly limits: readonly unknown[];
  readonly projection: readonly unknown[];
  readonly figures: readonly FigureRow[];
}

interface FigureRow extends Pick<Figure, "name" | "process" | "axis" | "particle" | "leftOut"> {
  readonly limit: number;
  readonly projection?: number;
  readonly published: readonly unknown[];
  readonly projections: readonly unknown[];
  readonly preferred?: readonly unknown[];
}

/**
 * Reads the figures of a run from the `limits.json` in its folder.
 * @throws InputError when there is no such file, it is not of a run, or it was written before figures were kept in it.
 */
export function readFigures(folder: string): RunFigures {
  const file = path.join(folder, "limits.json");
  const document = documentIn(file);
  try {
    const { search, figures, masses, limits, projection } = checkedDocument(document);
    const all = figures.map(({ limit, projection: later, published, projections, preferred, ...row }): Figure => ({
      ...row,
      limit: limitFromJson(limits[limit]),
      ...(later !== undefined && { projection: limitFromJson(projection[later]) }),
      published: published.map(limitFromJson),
      projections: projections.map(limitFromJson),
      ...(preferred !== undefined && { preferred: preferred.map(limitFromJson) as IntervalLimit[] }),
    }));
    const measured = all.flatMap(({ name, process, particle }) => {
      const rows = masses[name] as TriggerCurves["masses"] | undefined;
      return rows === undefined ? [] : [{ name, process, masses: rows, ...(particle !== undefined && { particle }) }];
    });
    return { search, figures: all, measured };
  } catch (error) {
    throw new InputError(`${file}: ${messageOf(error)}`);
  }
}

function documentIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new InputError(`cannot read ${file}: ${messageOf(error)}`);
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** Throws unless a document has all that figures are drawn from; its limits are checked where they are read. */
function checkedDocument(document: unknown): Document {
  const { format, search, figures, masses, limits, projection } = fieldsOf("the document", document);
  must("format", RESULTS_FORMAT, format, format === RESULTS_FORMAT);
  if (figures === undefined) throw new RangeError("must have figures, got none: run the search again");
  must("search", "a text", search, typeof search === "string");
  const [ours, later] = [listOf("limits", limits), listOf("projection", projection)];
  listOf("figures", figures).forEach((figure, i) => {
    const at = `figures[${i}]`;
    const row = fieldsOf(at, figure);
    for (const key of ["name", "process", "axis"])
      must(`${at}.${key}`, "a text", row[key], typeof row[key] === "string");
    if (row.particle !== undefined) must(`${at}.particle`, "a text", row.particle, typeof row.particle === "string");
    must(`${at}.limit`, "the number of a limit", row.limit, isIndex(ours, row.limit));
    if (row.projection !== undefined) {
      must(`${at}.projection`, "the number of one", row.projection, isIndex(later, row.projection));
    }
    for (const key of ["published", "projections"]) listOf(`${at}.${key}`, row[key]);
    if (row.leftOut !== undefined)
      listOf(`${at}.leftOut`, row.leftOut).forEach((one, k) => {
        const { mass, label } = fieldsOf(`${at}.leftOut[${k}]`, one);
        const range = listOf(`${at}.leftOut[${k}].mass`, mass);
        must(`${at}.leftOut[${k}].mass`, "two masses", mass, range.length === 2 && range.every(Number.isFinite));
        must(`${at}.leftOut[${k}].label`, "a text", label, typeof label === "string");
      });
  });
  for (const [name, rows] of Object.entries(fieldsOf("masses", masses))) {
    listOf(`masses.${name}`, rows).forEach((row, i) => {
      const numbers = fieldsOf(`masses.${name}[${i}]`, row);
      for (const key of ["mass", "efficiency", "triggerEfficiency"]) {
        // JSON has null for what is no number: the efficiency of a trigger among no events.
        const holds = typeof numbers[key] === "number" || (key !== "mass" && numbers[key] === null);
        must(`masses.${name}[${i}].${key}`, "a number", numbers[key], holds);
      }
    });
  }
  return document as Document;
}

function must(path: string, rule: string, got: unknown, holds: boolean): void {
  if (!holds) throw new RangeError(`${path} must be ${rule}, got ${JSON.stringify(got)}`);
}

const isIndex = (list: readonly unknown[], i: unknown): boolean => typeof i === "number" && list[i] !== undefined;

function fieldsOf(path: string, value: unknown): Fields {
  must(path, "an object", value, typeof value === "object" && value !== null && !Array.isArray(value));
  return value as Fields;
}

function listOf(path: string, value: unknown): readonly unknown[] {
  must(path, "a list", value, Array.isArray(value));
  return value as readonly unknown[];
}
