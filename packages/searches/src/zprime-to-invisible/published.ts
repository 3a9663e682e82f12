import { type CurveLimit, limit } from "@belladonna/limits";
import { publishedCurve } from "../limit/published-curve.js";

/** Lowest mass of the digitised curve, GeV; its points below repeat the first. */
const FIRST = 1.1;

/** Limits of 276 pb⁻¹, as digitised on the coupling and made a cross section. */
export interface PublishedCounting {
  /** On $g'$ for an invisible fraction of 1. */
  readonly coupling: CurveLimit;
  /** On the cross section, fb. */
  readonly crossSection: CurveLimit;
}

/**
 * The published limit of 276 pb⁻¹.
 *
 * @param perCoupling2 - Cross section for $g' = 1$ at a mass, fb.
 */
export async function loadPublished(perCoupling2: (mass: number) => number): Promise<PublishedCounting> {
  const all = await publishedCurve("BelleII_Zprime_invisible_2020", "1");
  const rows = all.mass.flatMap((mass, i) => (mass > FIRST ? [i] : []));
  const mass = rows.map((i) => all.mass[i]);
  const value = rows.map((i) => all.value[i]);
  const coupling = limit({ ...all, mass, value });
  const crossSection = limit({
    ...coupling,
    id: `${all.id}:cross-section`,
    observable: "sigma(e+ e- -> mu+ mu- Z') BF(Z' -> invisible)",
    unit: "fb",
    value: value.map((g, i) => g * g * perCoupling2(mass[i])),
  });
  return { coupling, crossSection };
}
