import { requireChoice, requireOptions } from "@belladonna/numerics";
import { textTable } from "./csv/cells.js";
import { factLines, factsFrom } from "./csv/facts.js";
import { columnName, energyUnits, namedEnergies, unitFactor, type ColumnName } from "./units.js";
import { limit } from "./limit.js";
import { limitFacts, limitShapes } from "./limit-facts.js";
import { requireLimit } from "./require-limit.js";
import type { ExpectedBands, Limit, LimitInfo } from "./limit.js";

const BANDS = ["median", "minus1", "plus1", "minus2", "plus2"] as const;

/**
 * A limit as CSV: a comment line `# name: value` for each fact, a header, and rows.
 *
 * Columns: `mass_GeV,value` (curve, contour) and `expected_median,expected_minus1,…` where known; `mass_GeV,lower,upper`
 * (interval); `mass_GeV,ctau_cm,value` (grid). {@link limitFromCsv} reads it back whole.
 *
 * ```ts
 * limitToCsv(limit({ id: "mine", observable: "epsilon", unit: "1", cl: 0.9, kind: "observed", shape: "curve", mass: [1], value: [1e-3] })).includes("0.001"); // true
 * ```
 * @param data - Any limit.
 * @returns CSV text, numbers with all their digits.
 */
export function limitToCsv(data: Limit): string {
  requireLimit("limitToCsv", data);
  const lines = factLines(data).map((line) => `# ${line}`);
  if (data.shape === "grid") {
    lines.push("mass_GeV,ctau_cm,value");
    data.ctau.forEach((c, i) => {
      data.mass.forEach((m, j) => lines.push(`${m},${c},${text(data.value[i][j])}`));
    });
  } else {
    const expected = "expected" in data ? data.expected : undefined;
    const bands = BANDS.filter((b) => expected?.[b] !== undefined);
    const columns: (readonly number[])[] = data.shape === "interval" ? [data.lower, data.upper] : [data.value];
    for (const b of bands) columns.push(expected?.[b] ?? []);
    const names = data.shape === "interval" ? ["lower", "upper"] : ["value"];
    lines.push(["mass_GeV", ...names, ...bands.map((b) => `expected_${b}`)].join(","));
    data.mass.forEach((m, i) => lines.push([m, ...columns.map((c) => text(c[i]))].join(",")));
  }
  return lines.join("\n") + "\n";
}

/** What a CSV text does not say. */
export interface LimitFromCsvInfo extends Partial<LimitInfo> {
  /** Shape; by the columns when absent. */
  readonly shape?: Limit["shape"];
  /** Unit of the masses, where the text names none: eV, keV, MeV, GeV or TeV. */
  readonly massUnit?: string;
  /** Unit of the values, where the text names none; they are turned into `unit`. */
  readonly valueUnit?: string;
  /** Sort rows by mass; without it masses that decrease are refused. */
  readonly sort?: boolean;
}

/**
 * Read a limit from CSV: what {@link limitToCsv} writes, or any table of numbers with such column names (or none, then
 * mass and value, or mass, lower and upper), separated by tabs, semicolons, commas or blanks, with points or, where the
 * comma does not separate, decimal commas.
 *
 * A single other column that states a unit holds the upper limits: `mass [GeV], sigma [pb]`.
 *
 * Units that the header or a comment line of names states (`mass [MeV]`, `sigma (pb)`) are turned into GeV, cm and
 * the limit's `unit`.
 * @param csv - The text.
 * @param info - Facts the text does not state; these win over the text's.
 * @returns The checked, frozen limit.
 * @throws RangeError when a fact that every limit needs is in neither, a cell is no number, a row has another width than the
 * header, or units are stated that contradict or cannot be turned into the limit's.
 * @example
 * ```ts
 * limitFromCsv("# id: mine\n# observable: epsilon\n# unit: 1\n# cl: 0.9\n# kind: observed\n500;1,5e-3", { massUnit: "MeV" }).mass[0]; // ≈ 0.5
 * ```
 */
export function limitFromCsv(csv: string, info: LimitFromCsvInfo = {}): Limit {
  requireOptions("limitFromCsv", info, OPTIONS);
  const { shape: wanted, massUnit, valueUnit, sort = false, ...given } = info;
  if (massUnit !== undefined) requireChoice("limitFromCsv: massUnit", massUnit, energyUnits);
  const { header, comments, rows } = textTable(csv, "limitFromCsv");
  const facts = factsFrom(comments, "limitFromCsv");
  const about = { ...facts.info, ...given } as LimitInfo;
  for (const key of ["id", "observable", "unit", "cl", "kind"] as const) {
    if ((about[key] as unknown) === undefined) {
      throw new RangeError(`limitFromCsv: ${key} must be given in the text or in info`);
    }
  }
  const names = (header ?? commentHeader(facts.remarks, rows[0].length) ?? defaults(rows[0].length)).map(columnName);
  const table = rows.slice();
  const at = massColumn(names);
  if (sort) table.sort((a, b) => a[at] - b[at]);
  const scaled = (index: number, factor: number): number[] => table.map((row) => row[index] * factor);
  const find = (name: string): number => names.findIndex((one) => one.name.toLowerCase() === name);
  const column = (name: string, factor: number): number[] | undefined => {
    const index = find(name);
    return index < 0 ? undefined : scaled(index, factor);
  };
  const single = valueColumn(names, at);
  const factor = valueFactor(names, single, about.unit, valueUnit);
  const value = (): number[] => {
    if (single >= 0) return scaled(single, factor);
    throw new RangeError(
      `limitFromCsv: must have a column value, got ${(header ?? names.map(({ name }) => name)).join(", ")}: name that of the upper limits so`,
    );
  };
  const mass = scaled(at, unitFactor(massUnitOf(names[at], facts.remarks, massUnit), "GeV", "limitFromCsv: mass"));
  const edges = [column("lower", factor), column("upper", factor)];
  const lifetimes = column("ctau", unitFactor(names[find("ctau")]?.unit ?? "cm", "cm", "limitFromCsv: ctau"));
  const shape = wanted ?? facts.shape ?? (lifetimes ? "grid" : edges[0] ? "interval" : "curve");
  requireChoice("limitFromCsv: shape", shape, limitShapes);
  const bands = BANDS.flatMap((b) => {
    const c = column(`expected_${b}`, factor);
    return c === undefined ? [] : [[b, c] as const];
  });
  const expected = bands.length > 0 ? { expected: Object.fromEntries(bands) as unknown as ExpectedBands } : {};
  switch (shape as Limit["shape"]) {
    case "curve":
      return limit({ ...about, ...expected, shape: "curve", mass, value: value() });
    case "contour":
      return limit({ ...about, shape: "contour", mass, value: value() });
    case "interval": {
      const [lower, upper] = edges;
      if (lower === undefined || upper === undefined) {
        throw new RangeError(`limitFromCsv: an interval must have columns lower and upper`);
      }
      const scanned = facts.scanned === undefined ? {} : { scanned: facts.scanned };
      return limit({ ...about, ...expected, ...scanned, shape: "interval", mass, lower, upper });
    }
    case "grid":
      if (lifetimes === undefined) throw new RangeError("limitFromCsv: a grid must have a column ctau_cm");
      return limit({ ...about, shape: "grid", ...gridOf(mass, lifetimes, value()) });
  }
}

const OPTIONS: readonly string[] = [...limitFacts, "shape", "massUnit", "valueUnit", "sort"];

function defaults(width: number): string[] {
  return width === 3 ? ["mass", "lower", "upper"] : ["mass", "value"];
}

/** The last comment that has as many parts as the table has columns is a header: `# mass [eV]  epsilon`. */
function commentHeader(remarks: readonly string[], width: number): string[] | undefined {
  for (const remark of [...remarks].reverse()) {
    const parts = [/\t+/, /\s*[;,]\s*/, /\s{2,}/].map((cut) => remark.split(cut)).find((list) => list.length === width);
    if (parts === undefined || !parts.some((part) => columnName(part).unit !== undefined)) continue;
    const named = defaults(width);
    return parts.map((part, i) => {
      const { unit } = columnName(part);
      return unit === undefined ? named[i] : `${named[i]} [${unit}]`;
    });
  }
  return undefined;
}

function massColumn(names: readonly ColumnName[]): number {
  const at = names.findIndex(({ name }) => /^(mass|m)$/i.test(name));
  const loose =
    at >= 0 ? at : names.findIndex(({ name, unit }) => /^m/i.test(name) && energyUnits.includes(unit ?? ""));
  if (loose >= 0) return loose;
  throw new RangeError(
    `limitFromCsv: must have a column mass_GeV (or mass [unit]), got ${names.map(({ name }) => name).join(", ")}`,
  );
}

/** The column of upper limits: the one called value, or the only other one that states a unit. */
function valueColumn(names: readonly ColumnName[], mass: number): number {
  const named = names.findIndex(({ name }) => name.toLowerCase() === "value");
  if (named >= 0) return named;
  const others = names.flatMap(({ name, unit }, i) =>
    unit === undefined || i === mass || /^(ctau|lower|upper|expected_.*)$/i.test(name) ? [] : [i],
  );
  return others.length === 1 ? others[0] : -1;
}

/** Unit of the masses: what the column says, the option, or GeV where the text does not speak of another. */
function massUnitOf({ unit }: ColumnName, remarks: readonly string[], option: string | undefined): string {
  if (unit !== undefined && option !== undefined && unit !== option) {
    throw new RangeError(`limitFromCsv: massUnit must be that of the text, ${unit}, got ${option}`);
  }
  const stated = unit ?? option;
  if (stated !== undefined) return stated;
  const other = remarks.flatMap(namedEnergies).find((one) => one !== "GeV");
  if (other === undefined) return "GeV";
  throw new RangeError(`limitFromCsv: the text speaks of ${other}: say massUnit "GeV" or "${other}"`);
}

function valueFactor(names: readonly ColumnName[], at: number, unit: string, option: string | undefined): number {
  const stated = at < 0 ? undefined : names[at].unit;
  if (stated !== undefined && option !== undefined && stated !== option) {
    throw new RangeError(`limitFromCsv: valueUnit must be that of the text, ${stated}, got ${option}`);
  }
  return unitFactor(stated ?? option ?? unit, unit, "limitFromCsv: value");
}

function gridOf(
  mass: number[],
  ctau: number[],
  value: number[],
): { mass: number[]; ctau: number[]; value: number[][] } {
  const masses = [...new Set(mass)].sort((a, b) => a - b);
  const lifetimes = [...new Set(ctau)].sort((a, b) => a - b);
  const at = new Map(masses.map((m, j) => [m, j]));
  const row = new Map(lifetimes.map((c, i) => [c, i]));
  const grid = lifetimes.map(() => new Array<number>(masses.length).fill(Number.NaN));
  value.forEach((v, k) => (grid[row.get(ctau[k]) ?? 0][at.get(mass[k]) ?? 0] = v));
  return { mass: masses, ctau: lifetimes, value: grid };
}

function text(value: number): string {
  return value === Infinity ? "inf" : Number.isNaN(value) ? "nan" : String(value);
}
