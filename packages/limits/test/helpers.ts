import type { CurveLimit, LimitInfo } from "../src/limit.js";
import { limit } from "../src/limit.js";

export const info: LimitInfo = { id: "test", observable: "sigma", unit: "fb", cl: 0.95, kind: "observed" };

export function curve(mass: readonly number[], value: readonly number[], rest: Partial<CurveLimit> = {}): CurveLimit {
  return limit({ ...info, shape: "curve", mass, value, ...rest });
}

/** |got / want − 1|, with ∞/∞ and NaN/NaN as 0. */
export function relative(got: number, want: number): number {
  if (Object.is(got, want)) return 0;
  return Math.abs(got / want - 1);
}
