// Rules of HEPData that its schemas do not state: https://hepdata-submission.readthedocs.io, version 1.1.1.
import type { HepDataTable } from "./tables.js";

/** Largest file of a table, bytes. */
const LARGEST = 10 * 1024 * 1024;

/** What a document about a table says, as far as the rules read it. */
export interface TableDocument {
  readonly keywords?: readonly { readonly name?: unknown; readonly values?: readonly unknown[] }[];
  readonly additional_resources?: readonly { readonly location?: unknown }[];
}

/** Energies are numbers, or a single range such as `1.7-4.7`. */
export function faultsOfEnergies({ keywords = [] }: TableDocument): string[] {
  return keywords.flatMap(({ name, values = [] }) => {
    if (name !== "cmenergies") return [];
    const odd = values.filter((value) => String(value).trim() === "" || Number.isNaN(Number(value)));
    const range = values.length === 1 && /^\d+\.?\d*-\d+\.?\d*$/.test(String(values[0]));
    return range ? [] : odd.map((value) => `cmenergies must be numbers, GeV, or one range, got ${String(value)}`);
  });
}

/** Files beside a submission that it names are there, and no name is a path. */
export function faultsOfResources({ additional_resources = [] }: TableDocument, files: object): string[] {
  return additional_resources.flatMap(({ location }) => {
    if (typeof location !== "string" || location.startsWith("http")) return [];
    if (location.includes("/")) return [`location must not hold /, got ${location}`];
    return Object.hasOwn(files, location) ? [] : [`${location}: missing`];
  });
}

/** A file of a table is not too large, and its name is no path. */
export function faultsOfFile(name: string, text: string): string[] {
  const bytes = new (globalThis as unknown as Platform).TextEncoder().encode(text).length;
  return [
    ...(name.includes("/") ? [`name of the file must not hold /`] : []),
    ...(bytes > LARGEST ? [`must not be larger than ${LARGEST} bytes, has ${bytes}`] : []),
  ];
}

interface Platform {
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
}

/** What is wrong with the cells of a table that has the right form. */
export function faultsOfTable({ independent_variables: mass, dependent_variables: limits }: HepDataTable): string[] {
  const faults: string[] = [];
  const lengths = [...mass, ...limits].map(({ values }) => values.length);
  if (new Set(lengths).size > 1) faults.push(`columns must have equal lengths, got ${lengths.join(", ")}`);
  if (mass.length > 0 && limits.length === 0) faults.push("must have a dependent variable");
  for (const { header, values } of mass) {
    const say = (rule: string): void => void faults.push(`column ${header.name}: ${rule}`);
    const range = values.find(({ value }) => typeof value === "string" && RANGE.test(value));
    if (range !== undefined) say(`a range is given by low and high, got ${String(range.value)}`);
    const bins = values.filter(({ low, high }) => low !== undefined && high !== undefined);
    if (bins.some(({ low, high }) => isEndless(low) && isEndless(high))) say("a bin must have a finite end");
    for (const end of ["low", "high"] as const) {
      const open = bins.filter((bin) => isEndless(bin[end])).map(({ low, high }) => `${low} to ${high}`);
      if (new Set(open).size > 1) say(`must have one bin without ${end} end at most, got ${open.join(", ")}`);
    }
  }
  for (const { header, values } of limits) {
    for (const [i, { errors = [] }] of values.entries()) {
      for (const rule of faultsOfErrors(errors)) faults.push(`column ${header.name}, row ${i + 1}: ${rule}`);
    }
  }
  return faults;
}

const NUMBER = String.raw`[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?`;
const RANGE = new RegExp(String.raw`^${NUMBER}\s*-\s*${NUMBER}$`);

const isEndless = (end: unknown): boolean => Number(end) === Infinity || Number(end) === -Infinity;

type Errors = NonNullable<HepDataTable["dependent_variables"][number]["values"][number]["errors"]>;

/** Errors are numbers or per cent of the value, not all zero; of two sides one may be empty. */
function faultsOfErrors(errors: Errors): string[] {
  const faults: string[] = [];
  const zero = errors.map(({ symerror, asymerror }) => {
    const sides = asymerror === undefined ? [symerror] : [asymerror.minus, asymerror.plus];
    if (sides.every((side) => side === "")) faults.push("an error must not be empty");
    for (const side of sides) {
      if (side !== "" && Number.isNaN(numberOf(side))) {
        faults.push(`an error must be a number or per cent, got ${String(side)}`);
      }
    }
    return sides.every((side) => side !== "" && numberOf(side) === 0);
  });
  if (zero.length > 0 && zero.every(Boolean)) faults.push("errors must not all be 0");
  return faults;
}

function numberOf(side: number | string | undefined): number {
  const text = String(side).replace(/%$/, "").trim();
  // `.inf` and `.nan` are numbers to YAML, which has turned them already.
  return text === "" ? Number.NaN : Number(text);
}
