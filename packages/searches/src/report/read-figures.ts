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
  readonly format?: unknown;
  readonly search: string;
  readonly masses: Readonly<Record<string, TriggerCurves["masses"]>>;
  readonly limits: readonly unknown[];
  readonly projection: readonly unknown[];
  readonly figures?: readonly FigureRow[];
}

interface FigureRow extends Pick<Figure, "name" | "process" | "axis" | "particle"> {
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
  const { format, search, figures, masses, limits, projection } = documentIn(file);
  if (format !== RESULTS_FORMAT) {
    throw new InputError(`${file}: format must be ${RESULTS_FORMAT}, got ${JSON.stringify(format)}`);
  }
  if (figures === undefined) throw new InputError(`${file}: must have figures, got none: run the search again`);
  try {
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

function documentIn(file: string): Document {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Document;
  } catch (error) {
    throw new InputError(`cannot read ${file}: ${messageOf(error)}`);
  }
}
