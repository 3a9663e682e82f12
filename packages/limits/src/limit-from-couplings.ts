import { limitFacts } from "./limit-facts.js";
import { derivedProvenance, limit } from "./limit.js";
import type { CurveLimit, ExpectedBands, IntervalLimit, LimitInfo, LimitKind } from "./limit.js";

/** Excluded couplings at one mass, from low to high. */
export type Edges = [lower: number, upper: number][];

/** What was found on a coupling, mass by mass. */
export interface Findings {
  /** Identifier of the new limit. */
  readonly id: string;
  /** Name of the coupling. */
  readonly coupling: string;
  /** Its unit. */
  readonly unit: string;
  /** Kind of the new limit. */
  readonly kind: LimitKind;
  /** How it was made. */
  readonly note: string;
  /** Couplings searched. */
  readonly scanned: readonly [number, number];
  /** Masses, GeV. */
  readonly masses: readonly number[];
  /** Excluded couplings, one list a mass. */
  readonly rows: readonly Edges[];
  /** Lowest roots for the expectation, one value a mass. */
  readonly expected?: readonly (readonly [string, readonly number[]])[];
}

const NONE = [Infinity, Infinity] as const;

/** A curve when at every mass all couplings from one on are excluded (or none), else intervals. */
export function limitFromCouplings(origin: LimitInfo, found: Findings): CurveLimit | IntervalLimit {
  const { masses, rows, scanned, expected } = found;
  const info: LimitInfo = {
    ...infoOf(origin),
    id: found.id,
    observable: found.coupling,
    unit: found.unit,
    kind: found.kind,
    provenance: derivedProvenance(origin, `${found.note}, couplings from ${scanned[0]} to ${scanned[1]} searched`),
  };
  const bands = (index: readonly number[]): { expected?: ExpectedBands } =>
    expected
      ? {
          expected: Object.fromEntries(
            expected.map(([k, v]) => [k, index.map((i) => v[i])]),
          ) as unknown as ExpectedBands,
        }
      : {};
  // A mass without an excluded coupling keeps a row, so that no look-up bridges it.
  const flat = rows.flatMap((r, i) => (r.length > 0 ? r : [NONE]).map(([lower, upper]) => ({ i, lower, upper })));
  if (rows.every((r) => r.length === 0 || (r.length === 1 && r[0][1] === scanned[1]))) {
    const value = rows.map((r) => (r.length > 0 ? r[0][0] : Infinity));
    return limit({ ...info, ...bands(masses.map((_, i) => i)), shape: "curve", mass: [...masses], value });
  }
  return limit({
    ...info,
    ...bands(flat.map((r) => r.i)),
    shape: "interval",
    mass: flat.map((r) => masses[r.i]),
    lower: flat.map((r) => r.lower),
    upper: flat.map((r) => r.upper),
    scanned,
  });
}

/** The facts of a limit without its numbers. */
function infoOf(data: LimitInfo): LimitInfo {
  const facts = Object.entries(data).filter(([name]) => limitFacts.includes(name));
  return Object.fromEntries(facts) as unknown as LimitInfo;
}
