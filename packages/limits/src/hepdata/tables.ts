import type { ExpectedBands, Limit, LimitInfo } from "../limit.js";

/** A column of a HEPData table. */
export interface HepDataVariable {
  /** Name and unit. */
  readonly header: {
    /** Name. */
    readonly name: string;
    /** Unit. */
    readonly units?: string;
  };
  /** Facts about the column. */
  readonly qualifiers?: readonly {
    /** What the fact is about. */
    readonly name: string;
    /** The fact. */
    readonly value: string | number;
    /** Its unit. */
    readonly units?: string;
  }[];
  /** Cells. */
  readonly values: readonly HepDataCell[];
}

/** A cell of a HEPData table. */
export interface HepDataCell {
  /** The value; `"-"` where there is none. */
  readonly value?: number | string;
  /** Lower edge of a bin. */
  readonly low?: number;
  /** Upper edge of a bin. */
  readonly high?: number;
  /** Errors, such as the half-widths of expected bands. */
  readonly errors?: readonly {
    /** What the error is. */
    readonly label?: string;
    /** Symmetric error. */
    readonly symerror?: number | string;
    /** Asymmetric error. */
    readonly asymerror?: {
      /** Downwards. */
      readonly minus: number | string;
      /** Upwards. */
      readonly plus: number | string;
    };
  }[];
}

/** A HEPData table. */
export interface HepDataTable {
  /** Mass, and lifetime for a grid. */
  readonly independent_variables: readonly HepDataVariable[];
  /** Limits. */
  readonly dependent_variables: readonly HepDataVariable[];
}

/** Header of the column of each band; also what {@link readTable} looks for. */
export const bandNames: readonly (readonly [keyof ExpectedBands, string])[] = [
  ["median", "Expected upper limit"],
  ["minus2", "Expected upper limit, -2 sigma"],
  ["minus1", "Expected upper limit, -1 sigma"],
  ["plus1", "Expected upper limit, +1 sigma"],
  ["plus2", "Expected upper limit, +2 sigma"],
];

/** A limit as the data of a HEPData table; where nothing is excluded a cell is `"-"`. */
export function tableOf(data: Limit): HepDataTable {
  const qualifiers = qualifiersOf(data);
  const units =
    data.unit === "1" ? {} : { units: data.unit.replace(/\^?-1$/, "^{-1}").replace(/^(\w+)\^\{-1\}/, "$1$^{-1}$") };
  const column = (name: string, values: readonly number[]): HepDataVariable => ({
    header: { name, ...units },
    qualifiers,
    values: values.map((v) => ({ value: Number.isFinite(v) ? v : "-" })),
  });
  const independent = (name: string, unit: string, values: readonly number[]): HepDataVariable => ({
    header: { name, units: unit },
    values: values.map((value) => ({ value })),
  });
  const expected = "expected" in data ? data.expected : undefined;
  const bands = bandNames.flatMap(([key, name]) => {
    const values = expected?.[key];
    return values ? [column(name, values)] : [];
  });
  const mass = [independent("Mass", "GeV", data.mass)];
  switch (data.shape) {
    case "curve":
      return { independent_variables: mass, dependent_variables: [column("Upper limit", data.value), ...bands] };
    case "contour":
      return { independent_variables: mass, dependent_variables: [column("Contour", data.value)] };
    case "interval": {
      const edges = [column("Lower edge", data.lower), column("Upper edge", data.upper)];
      return { independent_variables: mass, dependent_variables: [...edges, ...bands] };
    }
    case "grid": {
      const m = data.ctau.flatMap(() => data.mass);
      const c = data.ctau.flatMap((ctau) => data.mass.map(() => ctau));
      return {
        independent_variables: [independent("Mass", "GeV", m), independent("ctau", "cm", c)],
        dependent_variables: [column("Upper limit", data.value.flat())],
      };
    }
  }
}

const FACTS: readonly (readonly [keyof LimitInfo, string])[] = [
  ["id", "IDENTIFIER"],
  ["observable", "OBSERVABLE"],
  ["unit", "UNIT"],
  ["cl", "CL"],
  ["kind", "KIND"],
  ["data", "DATA"],
  ["method", "METHOD"],
  ["luminosity", "LUMINOSITY"],
  ["portal", "PORTAL"],
  ["experiment", "EXPERIMENT"],
  ["finalState", "FINAL STATE"],
  ["label", "LABEL"],
];

function qualifiersOf(data: Limit): NonNullable<HepDataVariable["qualifiers"]> {
  const facts = FACTS.flatMap(([key, name]) => {
    const value = data[key] as string | number | undefined;
    return value === undefined ? [] : [{ name, value, ...(key === "luminosity" ? { units: "fb$^{-1}$" } : {}) }];
  });
  return [{ name: "SHAPE", value: data.shape }, ...facts];
}

/** The facts a table of ours states about its limit. */
export function factsOf(table: HepDataTable): Record<string, string | number> {
  const stated = new Map(table.dependent_variables[0]?.qualifiers?.map((q) => [q.name, q.value]) ?? []);
  const facts = FACTS.flatMap(([key, name]) => {
    const value = stated.get(name);
    return value === undefined ? [] : [[key, value] as const];
  });
  const shape = stated.get("SHAPE");
  return Object.fromEntries([...facts, ...(shape === undefined ? [] : [["shape", shape] as const])]);
}
