import type { CurveLimit, Limit } from "@belladonna/limits";
import { bundledLimit } from "../limit/bundled-limit.js";
import { publishedCurve } from "../limit/published-curve.js";

/** The published limits beside which ours are drawn. */
export interface PublishedAlp {
  /** On the cross section, observed, as digitised, fb. */
  readonly crossSection: CurveLimit;
  /** On the coupling, GeV⁻¹. */
  readonly coupling: CurveLimit;
  /** Projection to 50 ab⁻¹ of M. Dolan et al., on the coupling, GeV⁻¹. */
  readonly projection: Limit;
}

/** Loads the published limits of arXiv:2007.13071. */
export async function loadPublished(): Promise<PublishedAlp> {
  return {
    crossSection: await publishedCurve("BelleII_ALP_gammagamma_2020_xsec", "fb"),
    coupling: await publishedCurve("BelleII_ALP_gammagamma_2020_g", "GeV^-1"),
    projection: await bundledLimit("projection_BelleII_ALP_3gamma_50ab"),
  };
}
