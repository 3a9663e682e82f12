import { type FourVector, fourVector, particle, tauPseudoRestFrame, thrust, xLepton } from "@belladonna/kinematics";
import type { Detected } from "@belladonna/trigger";
import { beams } from "./samples.js";
import { type Lepton, pdgOf, selection } from "./selection.js";

/** A selected event. */
export interface Candidate {
  /** $x = 2E^*_\ell/m_\tau$ in the pseudo-rest frame. */
  readonly x: number;
  /** The same for track momenta larger by a factor. */
  scaled(factor: number): number;
  /** Laboratory momentum of the lepton, GeV. */
  readonly momentum: number;
}

const PION = particle(211).mass;

/**
 * The candidate in an event: four tracks, a lepton in one hemisphere against three hadrons in the other, little else.
 *
 * @param detected - What the detector saw.
 * @param event - Which event.
 * @param lepton - Which lepton.
 * @returns Nothing when a cut fails, the trigger apart.
 */
export function candidate(detected: Detected, event: number, lepton: Lepton): Candidate | undefined {
  const { tracks } = detected;
  const first = tracks.offsets[event];
  if (tracks.offsets[event + 1] - first !== 4) return undefined;
  const pdgId = pdgOf[lepton];
  let charge = 0;
  let any = false;
  for (let k = first; k < first + 4; k++) {
    if (!(Math.abs(tracks.d0[k]) < selection.nearOrigin.d0 && Math.abs(tracks.z0[k]) < selection.nearOrigin.z0)) {
      return undefined;
    }
    charge += tracks.charge[k];
    any ||= Math.abs(tracks.pdgId[k]) === pdgId;
  }
  if (charge !== 0 || !any) return undefined;
  const photons = photonsOf(detected, event);
  if (photons === undefined) return undefined;

  const hadron = (k: number, factor: number): FourVector => momentumOf(tracks, k, PION, factor);
  const charged = [0, 1, 2, 3].map((j) => beams.toCms(hadron(first + j, 1)));
  const visible = [...charged, ...photons.map((photon) => beams.toCms(photon))];
  const { value, axis } = thrust(visible);
  if (!(value > selection.thrust[0] && value < selection.thrust[1])) return undefined;
  if (visible.reduce((sum, { e }) => sum + e, 0) > selection.visibleEnergy) return undefined;
  const ahead = charged.map(({ px, py, pz }) => px * axis[0] + py * axis[1] + pz * axis[2] > 0);
  const count = ahead.filter(Boolean).length;
  if (count !== 1 && count !== 3) return undefined;
  const alone = ahead.indexOf(count === 1);
  const row = first + alone;
  if (Math.abs(tracks.pdgId[row]) !== pdgId) return undefined;

  const others = [0, 1, 2, 3].filter((j) => j !== alone).map((j) => first + j);
  const tag = (factor: number): FourVector => sumOf(others.map((k) => hadron(k, factor)));
  if (tag(1).m > selection.tagMass) return undefined;
  const own = particle(pdgId).mass;
  const scaled = (factor: number): number =>
    xLepton(
      beams.toCms(momentumOf(tracks, row, own, factor)),
      tauPseudoRestFrame(beams.toCms(tag(factor)), beams.sqrtS),
    );
  const { px, py, pz } = tracks;
  return { x: scaled(1), scaled, momentum: Math.sqrt(px[row] ** 2 + py[row] ** 2 + pz[row] ** 2) };
}

/** Photons of an event, or nothing when one is too hard or two are a neutral pion. */
function photonsOf({ clusters }: Detected, event: number): FourVector[] | undefined {
  const photons: FourVector[] = [];
  for (let k = clusters.offsets[event]; k < clusters.offsets[event + 1]; k++) {
    const e = clusters.energy[k];
    if (clusters.track[k] >= 0 || e < selection.photonEnergy) continue;
    if (e > selection.vetoEnergy) return undefined;
    const sin = e * Math.sin(clusters.theta[k]);
    const photon = fourVector({
      px: sin * Math.cos(clusters.phi[k]),
      py: sin * Math.sin(clusters.phi[k]),
      pz: e * Math.cos(clusters.theta[k]),
      m: 0,
    });
    for (const other of photons) {
      const { m } = sumOf([photon, other]);
      if (m > selection.pi0Mass[0] && m < selection.pi0Mass[1]) return undefined;
    }
    photons.push(photon);
  }
  return photons;
}

function momentumOf({ px, py, pz }: Detected["tracks"], k: number, m: number, factor: number): FourVector {
  return fourVector({ px: factor * px[k], py: factor * py[k], pz: factor * pz[k], m });
}

function sumOf(vectors: readonly FourVector[]): FourVector {
  let [px, py, pz, e] = [0, 0, 0, 0];
  for (const v of vectors) {
    px += v.px;
    py += v.py;
    pz += v.pz;
    e += v.e;
  }
  return fourVector({ px, py, pz, e });
}
