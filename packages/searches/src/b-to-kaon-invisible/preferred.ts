import { type IntervalLimit, limit, published } from "@belladonna/limits";
import type { Kaon } from "./channels.js";

/** Fits of others to measurements of $B\to K^{(*)}\nu\bar\nu$ with a particle of each mass: 68 % intervals, and no limits. */
const FITS: Readonly<Record<Kaon, readonly (readonly [id: string, label: string])[]>> = {
  K: [
    ["BelleII_BK_inv_2body_2023_recast", "fit to Belle II, arXiv:2311.14629"],
    ["BelleII_BK_inv_2body_2025_recast", "fit to Belle II, 2025"],
  ],
  "K*": [],
};

/** The intervals of a kaon, where their lower end is above 0. */
export async function preferredBy(kaon: Kaon): Promise<IntervalLimit[]> {
  return Promise.all(
    FITS[kaon].map(async ([id, label]) => {
      const { x, y, yLower = [], observable, unit, source, standing } = await published.referenceCurve(id);
      const rows = x.map((_, i) => i).filter((i) => x[i] > 0 && yLower[i] > 0);
      return limit({
        id: `${id}-preferred`,
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
      });
    }),
  );
}
