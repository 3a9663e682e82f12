import { requireChoice } from "@belladonna/numerics";
import { atan, sin } from "@belladonna/numerics/elementary";
/** Where what the trigger's code does differs from what its documentation says, which of the two to follow. */
export type Reading = "asCoded" | "asDocumented";

/**
 * Whether a neural track fulfils the single-track condition (input `typ`, lines `stt` …).
 *
 * As documented: $|z_0| < 15$ cm and momentum above 0.7 GeV. As coded, curvature and polar angle are first truncated to
 * whole bins of 0.044 m$^{-1}$ and 0.098125 rad and the momentum to whole 0.1 GeV, which must exceed 7: in effect 0.8 GeV
 * of a momentum that the truncation overestimates. Tracks in bin 0 of either (transverse momentum above 10.2 GeV) divide
 * by zero there and do not count (basf2 trg/grl/modules/trggrl/src/TRGGRLProjectsModule.cc).
 *
 * @param z0 - $z$ of closest approach, cm.
 * @param omega - Signed curvature, cm$^{-1}$.
 * @param cotTheta - $\cot\theta$.
 * @param reading - Which of the two.
 * @example
 * ```ts
 * singleTrack(1, 1 / 160, 0.2, "asDocumented") ? 1 : 2; // ≈ 1
 * singleTrack(1, 1 / 160, 0.2, "asCoded") ? 1 : 2; // ≈ 2
 * ```
 */
export function singleTrack(z0: number, omega: number, cotTheta: number, reading: Reading): boolean {
  if (!(Math.abs(z0) < 15)) return false;
  if (reading === "asDocumented") {
    const pt = (0.3 * 1.5) / Math.abs(100 * omega);
    return pt * Math.sqrt(1 + cotTheta * cotTheta) > 0.7;
  }
  if ((reading as string) !== "asCoded") requireChoice("singleTrack: reading", reading, ["asCoded", "asDocumented"]);
  return codedMomentum(omega, cotTheta) > 7;
}

/** Momentum in whole 0.1 GeV as coded; `NaN` where the code divides by zero. */
export function codedMomentum(omega: number, cotTheta: number): number {
  const binned = Math.trunc((100 * omega) / 0.044) * 0.044;
  const angle = cotTheta === 0 ? 0 : atan(1 / cotTheta);
  const theta = Math.trunc(angle / 0.098125) * 0.098125;
  const p = Math.abs((10 * 0.3 * 1.5) / binned / sin(theta));
  return Number.isFinite(p) ? Math.trunc(p) : Number.NaN;
}
