import { type IntervalLimit, limit } from "@belladonna/limits";
import { bundledLimits } from "../limit/bundled-limit.js";
import type { Kaon } from "./channels.js";

/** Fits of others to measurements of $B\to K^{(*)}\nu\bar\nu$ with a particle of each mass: intervals, and no limits. */
const FITS: Readonly<Record<Kaon, readonly (readonly [id: string, label: string])[]>> = {
  K: [
    ["BelleII_BK_inv_2body_2023_recast", "fit to Belle II, arXiv:2311.14629"],
    ["BelleII_BK_inv_2body_2025_recast", "fit to Belle II, 2025"],
  ],
  "K*": [],
};

/** Lower over upper end of an interval below which its lower end is 0 but for rounding. */
const ZERO = 1e-3;

/** The intervals of a kaon, where their lower end is above 0: one for each stretch of masses. */
export async function preferredBy(kaon: Kaon): Promise<IntervalLimit[]> {
  const all = await Promise.all(
    FITS[kaon].map(async ([id, label]) => {
      const {
        x,
        y,
        yLower = [],
        observable,
        unit,
        source,
        standing,
      } = await (await bundledLimits()).referenceCurve(id);
      const stretches: number[][] = [];
      x.forEach((mass, i) => {
        if (!(mass > 0 && yLower[i] > ZERO * y[i])) return;
        const last = stretches.at(-1);
        if (last?.at(-1) === i - 1) last.push(i);
        else stretches.push([i]);
      });
      return stretches
        .filter((rows) => rows.length > 1)
        .map((rows, k) =>
          limit({
            id: `${id}-preferred-${k + 1}`,
            observable,
            unit,
            cl: 0.683,
            kind: "derived",
            shape: "interval",
            label,
            mass: rows.map((i) => x[i]),
            lower: rows.map((i) => yLower[i]),
            upper: rows.map((i) => y[i]),
            provenance: { source, standing, note: "ends of a fitted interval, no limit" },
          }),
        );
    }),
  );
  return all.flat();
}
