import { requireOptions } from "@belladonna/numerics";
import { limit } from "../limit.js";
import type { ExpectedBands, Limit, LimitInfo } from "../limit.js";
import { unitFactor } from "../units.js";
import { cellNumber, errorEnds, labelledSigmas } from "./cell-number.js";
import { bandNames, factsOf } from "./tables.js";
import type { HepDataTable, HepDataVariable } from "./tables.js";
import { yamlDocuments } from "./yaml-documents.js";

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
  const documents = yamlDocuments(submission).map((content) => {
    if ("fault" in content) throw new RangeError(`readHepData: submission.yaml must be YAML: ${content.fault}`);
    return content.data;
  });
  return documents.flatMap((document) => {
    const file = (document as { data_file?: unknown } | null)?.data_file;
    if (file === undefined) return [];
    const table = typeof file === "string" && Object.hasOwn(files, file) ? files[file] : undefined;
    if (table === undefined) throw new RangeError(`readHepData: files must contain ${JSON.stringify(file)}`);
    return [readTable(table)];
  });
}

/**
 * Read a limit from one HEPData table, ours or another's.
 * @param yaml - Text of the table file, YAML (or JSON).
 * @param options - Facts and columns, for a table that does not state them.
 * @returns The limit; bins become their centres, `< 0.1` is a limit of 0.1, cells without a number (`-`) mean nothing is
 * excluded. Units of the headers are turned into GeV, cm and the limit's own; errors may be per cent of their value.
 * @throws RangeError when the text is no such table, a cell is no number, a unit cannot be turned, a column is missing or a fact that every limit needs is stated nowhere.
 */
export function readTable(yaml: string, options: ReadTableOptions = {}): Limit {
  requireOptions("readTable", options, ["info", "mass", "value", "expected", "scale"]);
  const table = tableFrom(yaml);
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
  const factorOf = ({ header: { units } }: HepDataVariable): number => options.scale ?? factor(units, about.unit);
  const dependent = (name: string | undefined, index: number): number[] => {
    const variable = find(table.dependent_variables, name, index);
    return numbers(variable, Infinity, factorOf(variable));
  };
  const mass = find(table.independent_variables, options.mass, 0);
  const masses = numbers(mass, Number.NaN, factor(mass.header.units, "GeV"));
  const expected = expectedOf(table, options.expected, factorOf);
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
      const lifetime = find(table.independent_variables, "ctau", 1);
      const lifetimes = numbers(lifetime, Number.NaN, factor(lifetime.header.units, "cm"));
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

function numbers({ header, values }: HepDataVariable, missing: number, by: number): number[] {
  return values.map((cell) => cellNumber(cell, missing, header.name) * by);
}

/** Factor from a header's unit, in HEPData's notation, to ours; 1 where it states none. */
function factor(units: string | undefined, wanted: string): number {
  if (units === undefined || units === "") return 1;
  return unitFactor(units.replace(/[${}]/g, ""), wanted, "readTable");
}

/** A table of the form that every reader relies on. @throws RangeError for what is none. */
function tableFrom(yaml: string): HepDataTable {
  const [content = { data: null }, ...more] = yamlDocuments(yaml);
  if ("fault" in content) throw new RangeError(`readTable: must be YAML: ${content.fault}`);
  if (more.length > 0) throw new RangeError(`readTable: must be one YAML document, got ${more.length + 1}`);
  const { independent_variables: independent, dependent_variables: dependent } = (content.data ??
    {}) as Partial<HepDataTable>;
  if (!(isColumns(independent) && isColumns(dependent))) {
    throw new RangeError(
      "readTable: must have independent_variables and dependent_variables with header and values, as HEPData has them",
    );
  }
  const lengths = [...independent, ...dependent].map(({ values }) => values.length);
  if (new Set(lengths).size > 1) {
    throw new RangeError(`readTable: columns must have equal lengths, got ${lengths.join(", ")}`);
  }
  return { independent_variables: independent, dependent_variables: dependent };
}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTextOrNothing = (value: unknown): boolean => value === undefined || typeof value === "string";
const isListOrNothing = (value: unknown, element: (one: unknown) => boolean): boolean =>
  value === undefined || (Array.isArray(value) && value.every(element));

function isError(value: unknown): boolean {
  return (
    isRecord(value) && isTextOrNothing(value.label) && (value.asymerror === undefined || isRecord(value.asymerror))
  );
}

function isColumns(list: unknown): list is HepDataVariable[] {
  if (!Array.isArray(list)) return false;
  return list.every((one: unknown) => {
    if (!(isRecord(one) && isRecord(one.header) && Array.isArray(one.values))) return false;
    const { header, values, qualifiers } = one;
    return (
      typeof header.name === "string" &&
      isTextOrNothing(header.units) &&
      values.every((cell) => isRecord(cell) && isListOrNothing(cell.errors, isError)) &&
      isListOrNothing(qualifiers, isRecord)
    );
  });
}

/** Bands from columns of their own, or from the errors of the median: by their labels, else in their order. */
function expectedOf(
  table: HepDataTable,
  name = "Expected upper limit",
  factorOf: (variable: HepDataVariable) => number,
): ExpectedBands | undefined {
  const median = table.dependent_variables.find((v) => v.header.name === name);
  if (median === undefined) return undefined;
  const bands: Record<string, number[]> = { median: numbers(median, Infinity, factorOf(median)) };
  for (const [key, header] of bandNames.slice(1)) {
    const column = table.dependent_variables.find((v) => v.header.name === header);
    if (column) bands[key] = numbers(column, Infinity, factorOf(column));
  }
  const by = factorOf(median);
  const labels = median.values[0]?.errors?.map((error) => labelledSigmas(error.label)) ?? [];
  labels.forEach((label, k) => {
    const sigmas = label ?? (labels.every((one) => one === undefined) ? k + 1 : undefined);
    if (sigmas === undefined || sigmas > 2) return;
    const ends = median.values.map((cell) => errorEnds(cell, k, name));
    bands[`minus${sigmas}`] = ends.map(([low]) => low * by);
    bands[`plus${sigmas}`] = ends.map(([, high]) => high * by);
  });
  return bands as unknown as ExpectedBands;
}
