import type { Sample } from "./background.js";
import type { TestedWindow } from "./limits-and-maps.js";
import { globalSignificance } from "./look-elsewhere.js";
import { sources } from "./samples.js";
import { publishedRange, publishedShares } from "./published.js";

/** Helicity cut at which the composition is quoted: near what is chosen in most of the plane. */
const TYPICAL_CUT = 0.9;

/** One sentence on what the selected background is made of. */
export function composition(background: Sample): string {
  const sums = new Map<string, number>();
  let above = 0;
  let total = 0;
  background.mass.forEach((m, i) => {
    if (background.helicity[i] > TYPICAL_CUT || background.recoilSquared[i] > m * m) return;
    const { process } = sources[background.source[i]];
    const w = background.weight[i];
    sums.set(process, (sums.get(process) ?? 0) + w);
    total += w;
    if (m > 9) above += w;
  });
  const published = Object.entries(publishedShares.value)
    .map(([process, share]) => `${process} ${share} %`)
    .join(", ");
  const shares = [...sums].map(([name, sum]) => `${name} ${percent(sum / total)}`).join(", ");
  return (
    `background with |cos| < ${TYPICAL_CUT} and the recoil lighter than the pair: ${total.toFixed(0)} events, ` +
    `${percent(above / total)} above 9 GeV; ${shares} (published: ${published})`
  );
}

/** One sentence on how many windows of the plane have an expected limit inside the published range. */
export function shareInRange(rows: readonly TestedWindow[]): string {
  const { low, high, from, to } = publishedRange.value;
  const limits = rows
    .filter(({ window: { mA } }) => mA > from && mA < to)
    .map(({ sigma }) => sigma)
    .sort((a, b) => a - b);
  if (limits.length === 0) return "no window in the published range of masses";
  const share = limits.filter((x) => x >= low && x <= high).length / limits.length;
  const text = (q: number): string => limits[Math.floor(q * (limits.length - 1))].toPrecision(2);
  return (
    `${limits.length} windows with ${from} < M_A' < ${to} GeV: expected limits ${text(0)} to ${text(1)} fb, median ${text(0.5)}, ` +
    `90 % of them ${text(0.05)} to ${text(0.95)}; inside the published range of observed ones, ${low} to ${high} fb, at ${percent(share)}`
  );
}

/** The largest excess of the plane, locally and globally. */
export function excessNote(rows: readonly TestedWindow[]): string[] {
  const best = rows.reduce((a, b) => (b.result.significance > a.result.significance ? b : a));
  const { significance: z } = best.result;
  if (!(z > 0)) return [];
  const { window } = best;
  const global = globalSignificance(
    rows.map((row) => row.expectation),
    z,
  );
  return [
    `largest excess of ${rows.length} windows: ${z.toFixed(1)} standard deviations locally at M_A' = ${window.mA.toFixed(2)} GeV, ` +
      `M_h' = ${window.mH.toFixed(2)} GeV; global p-value at most ${global.pValue.toPrecision(2)} ` +
      `(${Math.max(0, global.z).toFixed(1)} standard deviations), windows taken as independent`,
  ];
}

const percent = (x: number): string => `${(100 * x).toFixed(0)} %`;
