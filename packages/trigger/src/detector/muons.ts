import { regionAt } from "./acceptance.js";
import type { Context } from "./context.js";
import { helixX, helixY, helixZ, turnToSurface } from "./helix.js";

/**
 * Layers of the muon system that a penetrating particle hits: as far as its energy lasts, and for a hadron as far as it
 * goes without interacting.
 * @param kinetic - Kinetic energy, GeV.
 * @param lengths - Interaction lengths left beyond the calorimeter, dimensionless; infinite for a muon.
 * @returns Number of layers, 0 when it does not reach the first or is outside the acceptance.
 */
export function layersReached(context: Context, kinetic: number, pt: number, p: number, lengths: number): number {
  const { muonSystem } = context.detector;
  const { helix, random } = context;
  const alpha = turnToSurface(helix, muonSystem);
  if (alpha === Infinity) return 0;
  const x = helixX(helix, alpha);
  const y = helixY(helix, alpha);
  const r = Math.sqrt(x * x + y * y);
  const region = regionAt(Math.atan2(r, helixZ(helix, alpha)), muonSystem);
  if (region === "none" || (region === "barrel" && pt < muonSystem.minimumPt)) return 0;
  // Slant through the iron plates: normal to the radius in the barrel, to the axis in the endcaps.
  const cosine = region === "barrel" ? pt / p : Math.sqrt(Math.max(0.01, 1 - (pt * pt) / (p * p)));
  const byEnergy = (kinetic - muonSystem.lossBefore) / muonSystem.lossPerLayer;
  const byInteraction = lengths / muonSystem.interactionLengthsPerLayer;
  const crossed = Math.min(muonSystem.layers, Math.floor(Math.min(byEnergy, byInteraction) * cosine));
  if (crossed < 1) return 0;
  // Binomial in the normal approximation, rounded.
  const mean = crossed * muonSystem.layerEfficiency;
  const hits = Math.round(mean + random.normal() * Math.sqrt(mean * (1 - muonSystem.layerEfficiency)));
  return Math.max(0, Math.min(crossed, hits));
}

/** Appends a muon-system track where the helix of `context` enters the system. */
export function appendMuonTrack(context: Context, layers: number, track: number, particle: number): void {
  const { helix, muons, detector } = context;
  const alpha = turnToSurface(helix, detector.muonSystem);
  const x = helixX(helix, alpha);
  const y = helixY(helix, alpha);
  const row = muons.rows++;
  muons.theta[row] = Math.atan2(Math.sqrt(x * x + y * y), helixZ(helix, alpha));
  muons.phi[row] = Math.atan2(y, x);
  muons.layers[row] = layers;
  muons.track[row] = track;
  muons.particle[row] = particle;
}
