import { log, pow } from "@belladonna/numerics/elementary";
import type { Axis } from "@belladonna/plot";
import type { CurveLimit, Limit } from "../limit.js";
import type { LeftOut } from "./options.js";

/** Points above the page as near to one on it as this belong to a veto, px. */
const STEEP = 2;

/**
 * A limit as it is drawn: a curve ends at the edges of masses that are left out and in which it has no point, and where it
 * jumps off the page, as at a veto, it has a gap in place of a spike.
 */
export function withGaps(limit: Limit, leftOut: readonly LeftOut[], x: Axis, y: Axis): Limit {
  if (limit.shape !== "curve") return limit;
  return leftOut.reduce(cutAt, withoutSpikes(limit, x, y));
}

function withoutSpikes(limit: CurveLimit, x: Axis, y: Axis): CurveLimit {
  const { mass, value } = limit;
  const top = y.domain[1];
  const far = (i: number, k: number): boolean => value[k] <= top && Math.abs(x.px(mass[k]) - x.px(mass[i])) > STEEP;
  const shown = value.map((v, i) => (v <= top || far(i, i - 1) || far(i, i + 1) ? v : Infinity));
  return { ...limit, value: shown };
}

function cutAt(limit: CurveLimit, { mass: [low, high] }: LeftOut): CurveLimit {
  const { mass, expected } = limit;
  const next = mass.findIndex((m) => m >= high);
  if (next < 1 || mass[next - 1] > low) return limit;
  const cut = (of: readonly number[]): number[] => {
    const at = (m: number): number => {
      const t = log(m / mass[next - 1]) / log(mass[next] / mass[next - 1]);
      return pow(of[next - 1], 1 - t) * pow(of[next], t);
    };
    return [...of.slice(0, next), at(low), Infinity, at(high), ...of.slice(next)];
  };
  return {
    ...limit,
    mass: [...mass.slice(0, next), low, Math.sqrt(low * high), high, ...mass.slice(next)],
    value: cut(limit.value),
    ...(expected && {
      expected: Object.fromEntries(Object.entries(expected).map(([name, of]) => [name, cut(of as readonly number[])])),
    }),
  } as CurveLimit;
}
