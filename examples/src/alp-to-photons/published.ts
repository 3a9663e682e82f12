import { type CurveLimit, type Limit, published } from "@belladonna/limits";

const CROSS_SECTION = "BelleII_ALP_gammagamma_2020_xsec";
const COUPLING = "BelleII_ALP_gammagamma_2020_g";
const PROJECTION = "projection_BelleII_ALP_3gamma_50ab";

/** How many scan points on either side the running median takes: the published curve is jagged. */
const REACH = 10;

/** The published observed limit on the cross section, in fb, as digitised and as smoothed. */
export interface PublishedAlp {
  /** As digitised, fb. */
  readonly crossSection: CurveLimit;
  /** On the coupling, GeV⁻¹. */
  readonly coupling: Limit;
  /** Projection to 50 ab⁻¹ of M. Dolan et al., on the coupling, GeV⁻¹. */
  readonly projection: Limit;
  /** Running median of the cross section in log over ±10 points at a mass, fb; `NaN` outside the published masses. */
  smoothed(mass: number): number;
}

/** Loads the published limits of arXiv:2007.13071. */
export async function loadPublished(): Promise<PublishedAlp> {
  const crossSection = await published.get(CROSS_SECTION);
  const coupling = await published.get(COUPLING);
  const projection = await published.get(PROJECTION);
  if (crossSection.shape !== "curve" || crossSection.unit !== "fb")
    throw new TypeError(`${CROSS_SECTION}: not a curve in fb`);
  const { mass, value } = crossSection;
  return {
    crossSection,
    coupling,
    projection,
    smoothed(m) {
      if (m < mass[0] || m > mass[mass.length - 1]) return Number.NaN;
      let nearest = 0;
      for (let i = 1; i < mass.length; i++) if (Math.abs(mass[i] - m) < Math.abs(mass[nearest] - m)) nearest = i;
      const around = value.slice(Math.max(0, nearest - REACH), nearest + REACH + 1).sort((a, b) => a - b);
      const half = around.length >> 1;
      return around.length % 2 === 1 ? around[half] : Math.sqrt(around[half - 1] * around[half]);
    },
  };
}
