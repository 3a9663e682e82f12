import { square } from "@belladonna/numerics/elementary";
import { lookElsewhere } from "@belladonna/stats";
import type { Measured } from "../search.js";

/** Fewest neighbouring hypotheses from which the number of independent ones is judged. */
const FEWEST_SCANNED = 10;

/** What there is to say of the largest excess, locally and with the look-elsewhere effect; nothing without data or excess. */
export function largestExcess({ masses }: Pick<Measured, "masses">): string | undefined {
  const scanned = masses.filter((m) => !Number.isNaN(m.significance));
  if (scanned.length < FEWEST_SCANNED) return undefined;
  const { zLocal, at, zGlobal } = lookElsewhere(scanned.map(({ significance }) => square(Math.max(0, significance))));
  if (!(zLocal > 0)) return undefined;
  return (
    `largest excess: ${zLocal.toFixed(1)} standard deviations locally at ${scanned[at].mass.toFixed(3)} GeV, ` +
    `${Math.max(0, zGlobal).toFixed(1)} globally (up-crossings of the scan)`
  );
}

/** One sentence an excess; limits that have theirs in common, as those of several lifetimes have, share one. */
export function largestExcesses(measured: readonly Measured[]): string[] {
  const said = new Set<string>();
  return measured.flatMap((one) => {
    const excess = largestExcess(one);
    if (excess === undefined || said.has(excess)) return [];
    said.add(excess);
    return [`${one.process}: ${excess}`];
  });
}
