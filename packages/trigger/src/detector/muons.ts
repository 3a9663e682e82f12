import { atan2 } from "@belladonna/numerics/elementary";
import { regionAt } from "./acceptance.js";
import type { Context } from "./context.js";
import { helixX, helixY, helixZ, turnToSurface } from "./helix.js";

/**
 * Appends the track of the penetrating particle of `context.start` and `context.helix` in the muon system, if it makes one:
 * as far as its energy lasts, and for a hadron as far as it goes without interacting.
 * @param track - Row of its track, −1 for none.
 * @returns Number of layers hit, 0 when it does not reach the first or is outside the acceptance.
 */
export function detectInMuonSystem(context: Context, track: number, particle: number): number {
  const { muonSystem, calorimeter } = context.detector;
  const { helix, random, muons } = context;
  const { p, pt, kinetic, depth } = context.start;
  const byEnergy = (kinetic - muonSystem.lossBefore) / muonSystem.lossPerLayer;
  const byInteraction = (depth - calorimeter.interactionLengths) / muonSystem.interactionLengthsPerLayer;
  const lasts = Math.min(byEnergy, byInteraction);
  if (lasts < 1) return 0;
  const alpha = turnToSurface(helix, muonSystem);
  if (alpha === Infinity) return 0;
  const x = helixX(helix, alpha);
  const y = helixY(helix, alpha);
  const theta = atan2(Math.sqrt(x * x + y * y), helixZ(helix, alpha));
  const region = regionAt(theta, muonSystem);
  if (region === "none" || (region === "barrel" && pt < muonSystem.minimumPt)) return 0;
  // Slant through the iron plates: normal to the radius in the barrel, to the axis in the endcaps.
  const cosine = region === "barrel" ? pt / p : Math.sqrt(Math.max(0.01, 1 - (pt * pt) / (p * p)));
  const crossed = Math.min(muonSystem.layers, Math.floor(lasts * cosine));
  if (crossed < 1) return 0;
  // Binomial in the normal approximation, rounded.
  const mean = crossed * muonSystem.layerEfficiency;
  const spread = Math.sqrt(mean * (1 - muonSystem.layerEfficiency));
  const hits = Math.max(0, Math.min(crossed, Math.round(mean + random.normal() * spread)));
  if (hits === 0) return 0;
  const row = muons.rows++;
  muons.theta[row] = theta;
  muons.phi[row] = atan2(y, x);
  muons.layers[row] = hits;
  muons.track[row] = track;
  muons.particle[row] = particle;
  return hits;
}
