import { lookElsewhere } from "@belladonna/stats";
import type { Measured } from "../search.js";

/** Fewest neighbouring hypotheses from which the number of independent ones is judged. */
const FEWEST_SCANNED = 10;

/** One sentence on the largest excess, locally and with the look-elsewhere effect; nothing without data. */
export function largestExcess({ masses }: Pick<Measured, "masses">): string | undefined {
  const scanned = masses.filter((m) => !Number.isNaN(m.significance));
  if (scanned.length < FEWEST_SCANNED) return undefined;
  const { zLocal, at, zGlobal } = lookElsewhere(scanned.map(({ significance }) => Math.max(0, significance) ** 2));
  return (
    `largest excess: ${zLocal.toFixed(1)} standard deviations locally at ${scanned[at].mass.toFixed(3)} GeV, ` +
    `${Math.max(0, zGlobal).toFixed(1)} globally (up-crossings of the scan)`
  );
}
