import { luminosityText, type CurveLimit, type Limit } from "@belladonna/limits";
import { logLogInterpolate } from "@belladonna/numerics";
import { plainText } from "@belladonna/plot";
import { citationText } from "@belladonna/sources";
import type { Projection } from "../finished-run.js";
import type { Compared, Exclusion, SearchResult } from "../search.js";
import { ratiosOf } from "./ratios.js";

/** The range of our expected limits, beside a published one. */
export interface RangeOfOurs {
  /** Smallest. */
  readonly low: number;
  /** Largest. */
  readonly high: number;
  /** Share inside the published range. */
  readonly inside: number;
}

/** The range of our expected limits where the publication states one. */
export function rangeOf({ masses, range }: Compared): RangeOfOurs | undefined {
  if (range === undefined) return undefined;
  const ours = masses.filter((m) => m.mass >= range.from && m.mass <= range.to).map((m) => m.expected);
  if (ours.length === 0) return undefined;
  const inside = ours.filter((x) => x >= range.low && x <= range.high).length / ours.length;
  return { low: Math.min(...ours), high: Math.max(...ours), inside };
}

/** One sentence on how the expected limit compares with the published one, or with the range it is said to span. */
export function agreement(compared: Compared): string {
  const ratios = ratiosOf(compared);
  if (ratios !== undefined) {
    return (
      `expected / ${compared.projected ? "projected" : "published"} limit: median ${ratios.median.toFixed(2)}, from ${ratios.low.toFixed(2)} to ` +
      `${ratios.high.toFixed(2)}; within a factor 1.5 at ${(100 * ratios.within).toFixed(0)} % of the masses`
    );
  }
  const ours = rangeOf(compared);
  if (compared.range !== undefined && ours !== undefined) {
    const { range, limit } = compared;
    const text = (x: number) => x.toPrecision(2);
    return (
      `expected limits ${text(ours.low)} to ${text(ours.high)}${limit.unit === "1" ? "" : ` ${limit.unit}`}, published observed ones ${text(range.low)} to ` +
      `${text(range.high)}; inside that range at ${(100 * ours.inside).toFixed(0)} % of the masses`
    );
  }
  return "no published limit at these masses, luminosity and level";
}

/** All limits of a result, what was measured first. */
export function exclusionsOf({ measured, interpreted }: SearchResult): readonly Exclusion[] {
  return [...measured, ...interpreted];
}

/** The limits of a result that can be compared with a published one, what was measured first. */
export function comparedOf(result: SearchResult): readonly Compared[] {
  return exclusionsOf(result).filter((one): one is Compared => "masses" in one);
}

/** What is limited, without its unit. */
export function quantityOf({ axis }: Exclusion): string {
  return plainText(axis).replace(/ \[[^\]]*\]$/, "");
}

/** One sentence for each projection of others on how ours, by the same likelihood at that luminosity, compares with it. */
export function projectionAgreement({ luminosity, result }: Projection): string[] {
  return exclusionsOf(result).flatMap(({ process, limit, projections }) =>
    projections
      .filter(
        (other): other is CurveLimit => other.shape === "curve" && isCurve(limit) && other.luminosity === luminosity,
      )
      .flatMap((other) => {
        const ratios = ratiosTo(limit, other);
        if (ratios.length === 0) return [];
        const [low, median, high] = [0, ratios.length >> 1, ratios.length - 1].map((i) => ratios[i].toFixed(2));
        return `${process} at ${luminosityText(luminosity)}: ${median} times the projection of ${other.reference ? citationText(other.reference) : other.id} (${low} to ${high})`;
      }),
  );
}

const isCurve = (limit: Limit): limit is CurveLimit => limit.shape === "curve";

/** Our expected limit over another, at our masses where both are, sorted. */
function ratiosTo(ours: Limit, other: CurveLimit): number[] {
  if (!isCurve(ours)) return [];
  const expected = ours.expected?.median ?? ours.value;
  const [first, last] = [other.mass[0], other.mass[other.mass.length - 1]];
  return ours.mass
    .flatMap((m, i) => (m >= first && m <= last ? [expected[i] / logLogInterpolate(other.mass, other.value, m)] : []))
    .filter((ratio) => Number.isFinite(ratio))
    .sort((a, b) => a - b);
}
