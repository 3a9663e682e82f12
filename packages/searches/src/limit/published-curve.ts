import { type CurveLimit, type Limit, valueAt } from "@belladonna/limits";
import { bundledLimit } from "./bundled-limit.js";
import type { ComparedLimit } from "../search.js";

/** How many points on either side the running median takes: published curves are jagged. */
const REACH = 10;

/** A published limit of the shape that is wanted. */
export async function publishedCurve(id: string, unit?: string): Promise<CurveLimit> {
  const found: Limit = await bundledLimit(id);
  if (found.shape !== "curve" || (unit !== undefined && found.unit !== unit)) {
    throw new TypeError(`${id}: must be a curve${unit === undefined ? "" : ` in ${unit}`}`);
  }
  return found;
}

/** Running median of a published limit over ±10 points at a mass, in the logarithm; `NaN` outside the published masses. */
export function smoothed({ mass, value }: CurveLimit, m: number): number {
  if (m < mass[0] || m > mass[mass.length - 1]) return Number.NaN;
  let nearest = 0;
  for (let i = 1; i < mass.length; i++) if (Math.abs(mass[i] - m) < Math.abs(mass[nearest] - m)) nearest = i;
  const around = value.slice(Math.max(0, nearest - REACH), nearest + REACH + 1).sort((a, b) => a - b);
  const half = around.length >> 1;
  return around.length % 2 === 1 ? around[half] : Math.sqrt(around[half - 1] * around[half]);
}

/** Our expected limit beside a published one as it is, hypothesis by hypothesis. */
export function besidePublished({ mass, expected }: CurveLimit, theirs: CurveLimit): ComparedLimit[] {
  return mass.map((m, i) => ({
    mass: m,
    expected: expected?.median[i] ?? Number.NaN,
    published: valueAt(theirs, m),
  }));
}
