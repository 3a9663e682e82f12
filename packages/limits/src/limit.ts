import { citationText } from "@belladonna/sources";
import type { Citation, Standing } from "@belladonna/sources";
import { requireOptions } from "@belladonna/numerics";
import { bandNames, requireLimitFacts } from "./limit-facts.js";

/** What a limit is: measured, expected, or made from another one. */
export type LimitKind = "observed" | "expected" | "bands" | "projection" | "recast" | "derived";

/** Where the numbers of a limit come from. */
export interface Provenance {
  /** Place the numbers were taken from: a record, or repository, version and path. */
  readonly source: string;
  /**
   * How well the numbers are known: `published` for a table of the authors, `read` for a copy of it, `derived` for a
   * limit you made.
   */
  readonly standing: Standing;
  /** Licence stated by the source. */
  readonly licence?: string;
  /** Identifier of the limit of which this is another digitisation. */
  readonly redigitisationOf?: string;
  /** Other names under which the same numbers circulate. */
  readonly aliases?: readonly string[];
  /** What a user must know before quoting the numbers. */
  readonly note?: string;
}

/** What every limit says about itself, whatever its shape. */
export interface LimitInfo {
  /** Identifier, unique among the limits one works with. */
  readonly id: string;
  /** The limited quantity: `epsilon`, `gPhoton`, `sigma(e+ e- -> gamma a) BF(a -> gamma gamma)`. */
  readonly observable: string;
  /** Unit of the observable: `1`, `GeV^-1`, `fb`. */
  readonly unit: string;
  /** Confidence or credibility level, a fraction in (0, 1). */
  readonly cl: number;
  /** Observed, expected, both (`bands`), or made from another limit. */
  readonly kind: LimitKind;
  /** What stands for the data where none were measured: the observed limit is that of simulated ones, and is called so. */
  readonly data?: "pseudo-data";
  /** Statistical method: `CLs, asymptotic`, `Bayesian, flat prior in the cross section`. */
  readonly method?: string;
  /** Integrated luminosity, fb⁻¹. */
  readonly luminosity?: number;
  /** The portal the limit speaks about: `alp`, `dark-photon`, `z-prime`, … */
  readonly portal?: string;
  /** The experiment. */
  readonly experiment?: string;
  /** Final state searched: `gamma gamma`, `e e + mu mu`, `invisible`. */
  readonly finalState?: string;
  /** Short text for a plot. */
  readonly label?: string;
  /** The publication. */
  readonly reference?: Citation;
  /** Where the numbers come from. */
  readonly provenance?: Provenance;
}

/** Median expected limit and the edges of its bands; in each column one value a mass, in the unit of the limit. */
export interface ExpectedBands {
  /** Median. */
  readonly median: readonly number[];
  /** Lower edge of the band that holds 68.3 % of background-only experiments. */
  readonly minus1?: readonly number[];
  /** Upper edge of that band. */
  readonly plus1?: readonly number[];
  /** Lower edge of the band that holds 95.4 % of background-only experiments. */
  readonly minus2?: readonly number[];
  /** Upper edge of that band. */
  readonly plus2?: readonly number[];
}

/** One upper limit a mass: values above are excluded. */
export interface CurveLimit extends LimitInfo {
  /** One upper limit a mass. */
  readonly shape: "curve";
  /** Masses, GeV, not decreasing; a mass given twice is a step. */
  readonly mass: readonly number[];
  /** Upper limits in the unit of the limit; the median where only an expectation exists; `Infinity`: nothing excluded. */
  readonly value: readonly number[];
  /** The expectation, where it is known. */
  readonly expected?: ExpectedBands;
}

/** Excluded from `lower` to `upper`; several intervals at one mass are several rows. */
export interface IntervalLimit extends LimitInfo {
  /** Excluded between two edges. */
  readonly shape: "interval";
  /** Masses, GeV, not decreasing; rows of equal mass are disjoint intervals. */
  readonly mass: readonly number[];
  /** Lower edges, in the unit of the limit; `Infinity`: nothing is excluded at this mass. */
  readonly lower: readonly number[];
  /** Upper edges, in the unit of the limit; `Infinity`: excluded from `lower` on. */
  readonly upper: readonly number[];
  /** Lower edges of the expectation, one a row; `Infinity`: no exclusion expected. */
  readonly expected?: ExpectedBands;
  /** Values that were tried. An edge equal to one of these is where the search for it ended, not where exclusion ends. */
  readonly scanned?: readonly [number, number];
}

/** Excluded inside a closed curve (even–odd rule); the last point joins the first. */
export interface ContourLimit extends LimitInfo {
  /** Excluded inside a closed curve. */
  readonly shape: "contour";
  /** Masses along the curve, GeV. */
  readonly mass: readonly number[];
  /** Values along the curve, in the unit of the limit. */
  readonly value: readonly number[];
}

/** One upper limit for each mass and lifetime hypothesis. */
export interface GridLimit extends LimitInfo {
  /** Upper limits on a grid of mass and lifetime. */
  readonly shape: "grid";
  /** Masses, GeV, increasing. */
  readonly mass: readonly number[];
  /** Proper lifetimes $c\tau$, cm, increasing. */
  readonly ctau: readonly number[];
  /** `value[i][j]` is the upper limit at `ctau[i]` and `mass[j]`, in the unit of the limit; `NaN`: not given. */
  readonly value: readonly (readonly number[])[];
}

/** A limit of any shape: plain, frozen, JSON-safe data. */
export type Limit = CurveLimit | IntervalLimit | ContourLimit | GridLimit;

/**
 * Check the data of a limit and freeze them.
 *
 * ```ts
 * limit({ shape: "curve", id: "mine", observable: "gPhoton", unit: "GeV^-1", cl: 0.95, kind: "observed",
 *   mass: [0.2, 0.5], value: [1e-3, 9e-4] })
 * ```
 * @param data - A limit of any shape; masses in GeV, lifetimes in cm, `cl` a fraction.
 * @returns The same data, frozen.
 * @throws RangeError when lengths differ, masses are negative or decrease (curve, interval, grid), a value is not > 0,
 * an interval is upside down, `cl` is not in (0, 1), shape, kind or standing are none that there are, or a name is not known.
 */
export function limit<L extends Limit>(data: L): L {
  checkLimit("limit", data);
  made.add(data);
  return deepFreeze(data);
}

/** Limits that were checked when they were made. */
const made = /* @__PURE__ */ new WeakSet();

/** Whether `limit` made this. */
export function isMade(data: unknown): boolean {
  return typeof data === "object" && data !== null && made.has(data);
}

/**
 * Throws unless data are those of a limit.
 * @param caller - Name of the function that was given them.
 * @param data - What was given.
 */
export function checkLimit(caller: string, data: Limit): void {
  check(typeof data === "object" && (data as unknown) !== null, `must be an object, got ${JSON.stringify(data)}`);
  requireLimitFacts(caller, data);
  numbers(data, "mass", data.mass);
  check(
    data.mass.every((m) => m >= 0 && Number.isFinite(m)),
    `masses of ${data.id} must be finite and >= 0`,
  );
  check(data.mass.length > 0, `${data.id} must have at least one mass`);
  switch (data.shape) {
    case "curve":
      sorted(data);
      column(data, "value", data.value);
      bands(data, data.expected);
      break;
    case "interval":
      sorted(data);
      column(data, "lower", data.lower, 0);
      column(data, "upper", data.upper);
      bands(data, data.expected);
      check(
        data.lower.every((l, i) => l <= data.upper[i]),
        `lower edges of ${data.id} must be <= upper`,
      );
      if (data.scanned !== undefined) {
        numbers(data, "scanned", data.scanned);
        const [from, to] = data.scanned;
        check(
          (data.scanned as readonly number[]).length === 2 && from <= to,
          `scanned of ${data.id} must be two numbers, low and high`,
        );
      }
      break;
    case "contour":
      column(data, "value", data.value);
      check(data.mass.length > 2, `contour ${data.id} must have at least 3 points, got ${data.mass.length}`);
      break;
    case "grid":
      sorted(data);
      numbers(data, "ctau", data.ctau);
      check(Array.isArray(data.value), `value of ${data.id} must be a list of rows`);
      data.value.forEach((row, i) => {
        numbers(data, `row ${i} of value`, row);
        const at = row.findIndex((v) => v <= 0);
        check(at < 0, `each value of ${data.id} must be > 0 or NaN, got ${row[at]}`);
      });
      check(
        data.ctau.every((c, i) => c > 0 && (i === 0 || c > data.ctau[i - 1])),
        `lifetimes of ${data.id} must be > 0 and increase`,
      );
      check(
        data.value.length === data.ctau.length,
        `${data.id} must have one row of values a lifetime, got ${data.value.length}`,
      );
      for (const row of data.value)
        check(row.length === data.mass.length, `rows of ${data.id} must have one value a mass`);
      break;
  }
}

/** How {@link cite} says what was done to the numbers. */
const HOW: Readonly<Record<Standing, string>> = {
  published: "table from",
  read: "table from",
  digitised: "digitised in",
  derived: "derived from",
  unverified: "unverified,",
  recalled: "recalled,",
  "stand-in": "stand-in,",
};

/**
 * The citation of a limit: publication, arXiv number and, where the numbers are not the authors' own, who read them off.
 * A limit derived without a publication, such as one of yours, is cited by its identifier.
 *
 * ```ts
 * cite(await published.get("BelleII_Zprime_invisible_2020")).length > 10; // true
 * ```
 * @param data - Any limit.
 * @returns One line of text.
 */
export function cite(data: LimitInfo): string {
  const { id, reference, provenance } = data;
  const head = reference === undefined ? id : citationText(reference);
  if (provenance === undefined || (provenance.standing === "derived" && reference === undefined)) return head;
  return `${head} (${HOW[provenance.standing]} ${provenance.source})`;
}

/**
 * Provenance of numbers computed from those of a limit: `derived`, unless these are not known themselves.
 * @param origin - The limit computed from.
 * @param note - What was done.
 */
export function derivedProvenance(origin: LimitInfo, note: string): Provenance {
  const { standing = "derived", source = origin.id } = origin.provenance ?? {};
  const unknown = standing === "unverified" || standing === "recalled" || standing === "stand-in";
  return { standing: unknown ? standing : "derived", source, note };
}

function check(holds: boolean, rule: string): void {
  if (!holds) throw new RangeError(`limit: ${rule}`);
}

function sorted(data: Limit): void {
  const at = data.mass.findIndex((m, i) => i > 0 && m < data.mass[i - 1]);
  check(at < 0, `masses of ${data.id} must not decrease, got ${data.mass[at]} after ${data.mass[at - 1]}`);
}

function numbers(data: Limit, name: string, values: unknown): void {
  const list = Array.isArray(values) && values.every((value) => typeof value === "number");
  check(list, `${name} of ${data.id} must be a list of numbers, got ${typeof values}`);
}

function column(data: Limit, name: string, values: readonly number[], least = Number.MIN_VALUE): void {
  numbers(data, name, values);
  check(values.length === data.mass.length, `${data.id} must have one ${name} a mass, got ${values.length}`);
  const at = values.findIndex((v) => !(v >= least));
  check(at < 0, `each ${name} of ${data.id} must be ${least > 0 ? ">" : ">="} 0, got ${values[at]}`);
}

function bands(data: Limit, expected: ExpectedBands | undefined): void {
  if (expected === undefined) return;
  check(typeof expected === "object" && (expected as unknown) !== null, `expected of ${data.id} must hold bands`);
  requireOptions(`limit: expected of ${data.id}`, expected, bandNames);
  numbers(data, "expected median", expected.median);
  for (const [name, values] of Object.entries(expected) as [string, readonly number[]][]) column(data, name, values);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
