import { exp, log as ln } from "@belladonna/numerics/elementary";
import { positiveRanges } from "../roots.js";
import type { AtMass } from "./statement.js";

/** Excluded couplings at one mass, from low to high. */
export type Edges = [lower: number, upper: number][];

const SAMPLES = 160;
const TOLERANCE = 1e-10;

/**
 * Excluded couplings of one limit at one mass, within the couplings of the plane.
 *
 * @param said - what the limit says there
 * @param couplings - couplings of the plane, increasing
 * @param exact - look for edges between the couplings given; else interpolate there
 */
export function edgesOf(said: AtMass | undefined, couplings: readonly number[], exact: boolean): Edges {
  if (said === undefined) return [];
  const [low, high] = [couplings[0], couplings[couplings.length - 1]];
  if (said.intervals !== undefined) {
    return said.intervals
      .filter((i) => i.lower <= high && i.upper >= low)
      .map((i) => [Math.max(i.lower, low), Math.min(i.upper, high)]);
  }
  if (!exact) return between(said, couplings);
  const [a, b] = [ln(low), ln(high)];
  return positiveRanges(said.logFactor, a, b, SAMPLES, TOLERANCE).map((r) => [
    r.lower === a ? low : exp(r.lower),
    r.upper === b ? high : exp(r.upper),
  ]);
}

/** Ranges of a function known at the couplings of the plane, straight in the logarithms between them. */
function between({ logFactor }: AtMass, couplings: readonly number[]): Edges {
  const logs = couplings.map(ln);
  const values = logs.map((log) => {
    const value = logFactor(log);
    return Number.isNaN(value) ? -Infinity : value;
  });
  const out: Edges = [];
  let lower = values[0] >= 0 ? couplings[0] : Number.NaN;
  for (let i = 1; i < logs.length; i++) {
    const [from, to] = [values[i - 1], values[i]];
    if (from >= 0 === to >= 0) continue;
    // Beside what is not made at all the edge is the coupling itself.
    const t = from === -Infinity ? 1 : to === -Infinity ? 0 : from / (from - to);
    const edge = exp(logs[i - 1] + t * (logs[i] - logs[i - 1]));
    if (to >= 0) lower = edge;
    else {
      out.push([lower, edge]);
      lower = Number.NaN;
    }
  }
  if (!Number.isNaN(lower)) out.push([lower, couplings[couplings.length - 1]]);
  return out;
}

/** The union of ranges, disjoint and from low to high. */
export function joined(edges: Edges): Edges {
  const out: Edges = [];
  for (const [lower, upper] of [...edges].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last !== undefined && lower <= last[1]) last[1] = Math.max(last[1], upper);
    else out.push([lower, upper]);
  }
  return out;
}
