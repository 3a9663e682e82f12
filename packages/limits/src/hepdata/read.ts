import { parse, parseAllDocuments } from "yaml";
import { limit } from "../limit.js";
import type { ExpectedBands, Limit, LimitInfo } from "../limit.js";
import { bandNames, factsOf } from "./tables.js";
import type { HepDataCell, HepDataTable, HepDataVariable } from "./tables.js";

/** Which columns of a table are what, for a table that other hands made. */
export interface ReadTableOptions {
  /** Facts the table does not state. */
  readonly info?: Partial<LimitInfo>;
  /** Header of the column of masses. Default: the first independent variable. */
  readonly mass?: string;
  /** Header of the column of upper limits. Default: the first dependent variable. */
  readonly value?: string;
  /** Header of the column of median expected limits, with ±1σ and ±2σ as errors or in columns of their own. */
  readonly expected?: string;
  /** Factor to the unit of `info`. Default 1. */
  readonly scale?: number;
}

/**
 * Read limits from the files of a HEPData submission written by {@link hepDataFiles}.
 * @param files - File names with their texts, `submission.yaml` among them.
 * @returns The limits, in the order of the submission.
 * @throws RangeError when `submission.yaml` or a table it names is missing, or a table is not one of ours.
 */
export function readHepData(files: Readonly<Record<string, string>>): Limit[] {
  const submission = files["submission.yaml"] as string | undefined;
  if (submission === undefined) throw new RangeError("readHepData: files must contain submission.yaml");
  const documents = parseAllDocuments(submission).map(
    (d) => d.toJS() as { data_file?: string; comment?: string } | null,
  );
  return documents.flatMap((d) => {
    if (d?.data_file === undefined) return [];
    const table = files[d.data_file] as string | undefined;
    if (table === undefined) throw new RangeError(`readHepData: files must contain ${d.data_file}`);
    return [readTable(table)];
  });
}

/**
 * Read a limit from one HEPData table, ours or another's.
 * @param yaml - Text of the table file, YAML (or JSON).
 * @param options - Facts and columns, for a table that does not state them.
 * @returns The limit; bins become their centres, cells without a number mean nothing is excluded.
 * @throws RangeError when a column is missing or a fact that every limit needs is stated nowhere.
 */
export function readTable(yaml: string, options: ReadTableOptions = {}): Limit {
  const raw = parse(yaml, { version: "1.1" }) as Partial<HepDataTable> | null;
  const { independent_variables, dependent_variables } = raw ?? {};
  if (independent_variables === undefined || dependent_variables === undefined) {
    throw new RangeError("readTable: must have independent_variables and dependent_variables");
  }
  const table: HepDataTable = { independent_variables, dependent_variables };
  const { shape = "curve", ...facts } = factsOf(table);
  const info = {
    provenance: { source: "HEPData table", standing: "published" },
    ...facts,
    ...options.info,
  } as Partial<LimitInfo>;
  for (const key of ["id", "observable", "unit", "cl", "kind"] as const) {
    if (info[key] === undefined) throw new RangeError(`readTable: ${key} must be stated by the table or in info`);
  }
  const about = info as LimitInfo;
  const scale = options.scale ?? 1;
  const dependent = (name: string | undefined, index: number): number[] =>
    find(table.dependent_variables, name, index).values.map((c) => number(c, Infinity) * scale);
  const masses = find(table.independent_variables, options.mass, 0).values.map((c) => number(c, Number.NaN));
  const expected = expectedOf(table, options);
  const bands = expected ? { expected } : {};
  switch (shape) {
    case "contour":
      return limit({ ...about, shape, mass: masses, value: dependent(options.value, 0) });
    case "interval":
      return limit({
        ...about,
        ...bands,
        shape,
        mass: masses,
        lower: dependent("Lower edge", 0),
        upper: dependent("Upper edge", 1),
      });
    case "grid": {
      const lifetimes = find(table.independent_variables, "ctau", 1).values.map((c) => number(c, Number.NaN));
      const ctau = [...new Set(lifetimes)];
      const n = masses.length / ctau.length;
      const flat = dependent(options.value, 0).map((v) => (v === Infinity ? Number.NaN : v));
      const value = ctau.map((_, i) => flat.slice(i * n, (i + 1) * n));
      return limit({ ...about, shape, mass: masses.slice(0, n), ctau, value });
    }
    default: {
      const value =
        options.value ??
        (table.dependent_variables.some((v) => v.header.name === "Upper limit") ? "Upper limit" : undefined);
      return limit({ ...about, ...bands, shape: "curve", mass: masses, value: dependent(value, 0) });
    }
  }
}

function find(variables: readonly HepDataVariable[], name: string | undefined, index: number): HepDataVariable {
  const found = variables.find((v, i) => (name === undefined ? i === index : v.header.name === name));
  if (found !== undefined) return found;
  throw new RangeError(
    `readTable: no column "${name ?? index}", got ${variables.map((v) => v.header.name).join(", ")}`,
  );
}

function number(cell: HepDataCell, missing: number): number {
  if (cell.value === undefined) return ((cell.low ?? Number.NaN) + (cell.high ?? Number.NaN)) / 2;
  const v = Number(cell.value);
  return Number.isNaN(v) ? missing : v;
}

/** Bands from columns of their own, or from the errors of the median. */
function expectedOf(table: HepDataTable, options: ReadTableOptions): ExpectedBands | undefined {
  const scale = options.scale ?? 1;
  const name = options.expected ?? "Expected upper limit";
  const median = table.dependent_variables.find((v) => v.header.name === name);
  if (median === undefined) return undefined;
  const bands: Record<string, number[]> = { median: median.values.map((c) => number(c, Infinity) * scale) };
  for (const [key, header] of bandNames.slice(1)) {
    const column = table.dependent_variables.find((v) => v.header.name === header);
    if (column) bands[key] = column.values.map((c) => number(c, Infinity) * scale);
  }
  const sigmas = median.values[0]?.errors ?? [];
  sigmas.forEach((_, k) => {
    if (k > 1) return;
    const edge = (c: HepDataCell, side: "minus" | "plus"): number => {
      const e = c.errors?.[k];
      const by = e?.asymerror ? Number(e.asymerror[side]) : (side === "minus" ? -1 : 1) * Number(e?.symerror);
      return (number(c, Infinity) + by) * scale;
    };
    bands[`minus${k + 1}`] = median.values.map((c) => edge(c, "minus"));
    bands[`plus${k + 1}`] = median.values.map((c) => edge(c, "plus"));
  });
  return bands as unknown as ExpectedBands;
}
