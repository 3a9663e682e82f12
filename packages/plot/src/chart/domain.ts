import type { ChartAxis, ChartMark } from "./marks.js";

/** How much a default axis goes beyond what is drawn: a factor on a logarithmic one, a share of its length on a linear one. */
const [FACTOR, SHARE] = [1.6, 0.06];

/**
 * Smallest and largest value of an axis: as wished, or a little more than all that is drawn; a linear vertical axis of values
 * that are not negative begins at 0.
 */
export function domainOf(
  { domain, scale = "linear", words = [] }: ChartAxis,
  marks: readonly ChartMark[],
  which: "x" | "y",
): readonly [number, number] {
  if (domain) return domain;
  const all = [...words.map((w) => w.value), ...marks.flatMap((mark) => valuesOf(mark, which))];
  const used = all.filter((v) => Number.isFinite(v) && (scale === "linear" || v > 0));
  const low = used.reduce((a, b) => Math.min(a, b), Infinity);
  const high = used.reduce((a, b) => Math.max(a, b), -Infinity);
  if (!(low <= high)) throw new RangeError(`chart: must have something finite to draw along ${which}, got nothing`);
  if (which === "x")
    return low < high ? [low, high] : scale === "log" ? [low / FACTOR, high * FACTOR] : [low - 1, high + 1];
  if (scale === "log") return [low / FACTOR, high * FACTOR];
  const beyond = SHARE * (high - low || Math.abs(high) || 1);
  return [low >= 0 ? 0 : low - beyond, high + beyond];
}

function valuesOf(mark: ChartMark, which: "x" | "y"): readonly number[] {
  if (mark.kind === "rule") return mark.at === which ? [mark.value] : [];
  if (mark.kind === "steps") return which === "x" ? mark.edges : [...mark.values, ...(mark.base ?? [])];
  if (which === "x") return mark.x;
  if (mark.kind === "band") return [...mark.low, ...mark.high];
  if (mark.kind === "points") return [...mark.y, ...(mark.low ?? []), ...(mark.high ?? [])];
  return mark.y;
}
