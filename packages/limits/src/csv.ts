import { standings } from "@belladonna/sources";
import type { Citation, Standing } from "@belladonna/sources";
import { limit } from "./limit.js";
import type { ExpectedBands, Limit, LimitInfo } from "./limit.js";

const BANDS = ["median", "minus1", "plus1", "minus2", "plus2"] as const;

/**
 * A limit as CSV: a comment line `# name: value` for each fact, a header, and rows.
 *
 * Columns: `mass_GeV,value` (curve, contour) and `expected_median,expected_minus1,…` where known; `mass_GeV,lower,upper`
 * (interval); `mass_GeV,ctau_cm,value` (grid).
 * @param data - Any limit.
 * @returns CSV text, numbers with all their digits.
 */
export function limitToCsv(data: Limit): string {
  const lines = [`# shape: ${data.shape}`];
  for (const key of TEXT) if (data[key] !== undefined) lines.push(`# ${key}: ${data[key]}`);
  lines.push(`# cl: ${data.cl}`);
  if (data.luminosity !== undefined) lines.push(`# luminosity: ${data.luminosity}`);
  for (const [name, value] of Object.entries(data.reference ?? {})) lines.push(`# reference_${name}: ${value}`);
  if (data.provenance !== undefined) {
    lines.push(`# source: ${data.provenance.source}`, `# standing: ${data.provenance.standing}`);
  }
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

const TEXT = [
  "id",
  "observable",
  "unit",
  "kind",
  "method",
  "portal",
  "experiment",
  "finalState",
  "label",
] as const satisfies readonly (keyof LimitInfo)[];

/**
 * Read a limit from CSV: what {@link limitToCsv} writes, or any table with such column names (or none, then mass and
 * value, or mass, lower and upper), separated by commas, semicolons, tabs or blanks.
 * @param csv - The text.
 * @param info - Facts the text does not state; these win over the text's.
 * @returns The checked, frozen limit.
 * @throws RangeError when a fact that every limit needs is in neither, or a cell is no number.
 */
export function limitFromCsv(csv: string, info: Partial<LimitInfo> & { readonly shape?: Limit["shape"] } = {}): Limit {
  const facts: Record<string, string | undefined> = {};
  let header: string[] | undefined;
  const rows: number[][] = [];
  for (const [number, raw] of csv.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === "") continue;
    if (line.startsWith("#")) {
      const [, name, value] = /^#\s*(\w+):\s*(.*)$/.exec(line) ?? [];
      if (name) facts[name] = value;
      continue;
    }
    const cells = line.split(/[,;\t]|\s+/).filter((c) => c !== "");
    const values = cells.map(parse);
    if (
      header === undefined &&
      rows.length === 0 &&
      values.every(Number.isNaN) &&
      !cells.every((c) => /^nan$/i.test(c))
    ) {
      header = cells;
      continue;
    }
    const bad = cells.findIndex((c, i) => Number.isNaN(values[i]) && !/^nan$/i.test(c));
    if (bad >= 0) throw new RangeError(`limitFromCsv: line ${number + 1}: must be a number, got "${cells[bad]}"`);
    if (rows.length > 0 && values.length !== rows[0].length) {
      throw new RangeError(`limitFromCsv: line ${number + 1}: must have ${rows[0].length} cells, got ${values.length}`);
    }
    rows.push(values);
  }
  if (rows.length === 0) throw new RangeError("limitFromCsv: must have at least one row of numbers");
  const names = header ?? (rows[0].length === 3 ? ["mass_GeV", "lower", "upper"] : ["mass_GeV", "value"]);
  const column = (name: string): number[] | undefined => {
    const at = names.findIndex((n) => n.toLowerCase() === name.toLowerCase());
    return at < 0 ? undefined : rows.map((r) => r[at]);
  };
  const need = (name: string): number[] => {
    const c = column(name);
    if (c === undefined) throw new RangeError(`limitFromCsv: must have a column ${name}, got ${names.join(", ")}`);
    return c;
  };
  const { source, standing, cl, luminosity, shape: stated, ...texts } = facts;
  const reference = referenceOf(texts);
  const base = {
    provenance: { source: source ?? "CSV given by the user", standing: standingOf(standing) },
    ...(reference === undefined ? {} : { reference }),
    ...(cl === undefined ? {} : { cl: Number(cl) }),
    ...(luminosity === undefined ? {} : { luminosity: Number(luminosity) }),
    ...Object.fromEntries(TEXT.flatMap((k) => (texts[k] === undefined ? [] : [[k, texts[k]]]))),
    ...info,
  } as Partial<LimitInfo>;
  for (const key of ["id", "observable", "unit", "cl", "kind"] as const) {
    if (base[key] === undefined) throw new RangeError(`limitFromCsv: ${key} must be given in the text or in info`);
  }
  const about = base as LimitInfo;
  const mass = need("mass_GeV");
  const shape = info.shape ?? stated ?? (column("ctau_cm") ? "grid" : column("lower") ? "interval" : "curve");
  const bands = BANDS.flatMap((b) => {
    const c = column(`expected_${b}`);
    return c === undefined ? [] : [[b, c] as const];
  });
  const expected = bands.length > 0 ? { expected: Object.fromEntries(bands) as unknown as ExpectedBands } : {};
  switch (shape) {
    case "curve":
      return limit({ ...about, ...expected, shape, mass, value: need("value") });
    case "contour":
      return limit({ ...about, shape, mass, value: need("value") });
    case "interval":
      return limit({ ...about, ...expected, shape, mass, lower: need("lower"), upper: need("upper") });
    case "grid":
      return limit({ ...about, shape, ...gridOf(mass, need("ctau_cm"), need("value")) });
    default:
      throw new RangeError(`limitFromCsv: shape must be curve, interval, contour or grid, got ${shape}`);
  }
}

/** The standing a text states; numbers of a text that states none are as read from it. */
function standingOf(stated: string | undefined): Standing {
  if (stated === undefined) return "read";
  const standing = standings.find((s) => s === stated);
  if (standing !== undefined) return standing;
  throw new RangeError(`limitFromCsv: standing must be one of ${standings.join(", ")}, got "${stated}"`);
}

/** The citation that lines `# reference_NAME: value` state: authors, and what else is known. */
function referenceOf(facts: Readonly<Record<string, string | undefined>>): Citation | undefined {
  const { reference_key, reference_authors, reference_year, reference_standing } = facts;
  const authors = reference_authors ?? reference_key;
  if (authors === undefined) return undefined;
  const names = ["title", "journal", "eprint", "doi", "note"] as const;
  return {
    key: reference_key ?? authors,
    authors,
    ...Object.fromEntries(
      names.flatMap((n) => (facts[`reference_${n}`] === undefined ? [] : [[n, facts[`reference_${n}`]]])),
    ),
    ...(reference_year === undefined ? {} : { year: Number(reference_year) }),
    ...(reference_standing === undefined ? {} : { standing: standingOf(reference_standing) }),
  };
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

function parse(cell: string): number {
  return /^\+?inf(inity)?$/i.test(cell) ? Infinity : Number(cell);
}
