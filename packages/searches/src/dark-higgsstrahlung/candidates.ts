import type { Beams } from "@belladonna/kinematics";
import { bit, evaluate, l1Menu } from "@belladonna/trigger";
import type { Seen } from "../events/sample.js";
import { selection } from "./selection.js";

/** Selected events: columns of observables. */
export interface Candidates {
  /** Mass of the muon pair, GeV. */
  readonly mass: Float64Array;
  /** Squared mass of what recoils against it, GeV²; negative by resolution. */
  readonly recoilSquared: Float64Array;
  /** $|\cos\theta|$ of the muons in the frame of the pair, against its direction in the centre-of-mass frame. */
  readonly helicity: Float64Array;
  /** Index of each in the events. */
  readonly event: Int32Array;
  /** 1 where the trigger fired. */
  readonly triggered: Uint8Array;
}

/**
 * Selects events with two muons, missing momentum into the barrel and nothing else, and computes what is scanned.
 *
 * With the sum $P$ of the beam momenta and the muons' momenta $p_\pm$: $M^2_{\mu\mu} = (p_+ + p_-)^2$,
 * $M^2_\mathrm{rec} = (P - p_+ - p_-)^2$, and in the frame of the pair
 * $\cos\theta = (E^*_+ - E^*_-)/(\beta\,p^*)$ with $\beta$ of the muons there and $p^*$ of the pair in the centre of mass.
 * @param seen - What the detector and the trigger saw.
 * @param beams - The beams.
 */
export function candidates({ detected, level1 }: Seen, { electron, total, sqrtS }: Beams): Candidates {
  const { tracks, clusters, length } = detected;
  const mass = new Float64Array(length);
  const recoilSquared = new Float64Array(length);
  const helicity = new Float64Array(length);
  const event = new Int32Array(length);
  const triggered = new Uint8Array(length);
  const lines = evaluate(l1Menu, level1);
  const { muonTheta, recoilTheta, impact, photonEnergy, photonSum } = selection;
  const opening = Math.cos(selection.opening);
  const near = Math.cos(selection.photonAngle);
  const s = sqrtS * sqrtS;
  let n = 0;
  for (let i = 0; i < length; i++) {
    const a = tracks.offsets[i];
    const b = a + 1;
    if (tracks.offsets[i + 1] !== a + 2 || tracks.charge[a] + tracks.charge[b] !== 0) continue;
    if (Math.abs(tracks.pdgId[a]) !== 13 || Math.abs(tracks.pdgId[b]) !== 13) continue;
    if (!(goodTrack(a) && goodTrack(b))) continue;
    const ptA = Math.hypot(tracks.px[a], tracks.py[a]);
    const ptB = Math.hypot(tracks.px[b], tracks.py[b]);
    if (tracks.px[a] * tracks.px[b] + tracks.py[a] * tracks.py[b] > opening * ptA * ptB) continue;
    const px = tracks.px[a] + tracks.px[b];
    const py = tracks.py[a] + tracks.py[b];
    const pz = tracks.pz[a] + tracks.pz[b];
    const eA = energy(a);
    const eB = energy(b);
    const e = eA + eB;
    const m2 = e * e - px * px - py * py - pz * pz;
    const eStar = (total.e * e - total.px * px - total.py * py - total.pz * pz) / sqrtS;
    const pStar2 = Math.max(0, eStar * eStar - m2);
    // Along the electron, whose momentum is half the total energy in the centre-of-mass frame.
    const zStar = eStar - (2 * (electron.e * e - electron.px * px - electron.py * py - electron.pz * pz)) / sqrtS;
    if (pStar2 - zStar * zStar < selection.pairPt ** 2) continue;
    const rx = total.px - px;
    const ry = total.py - py;
    const rz = total.pz - pz;
    const r = Math.sqrt(rx * rx + ry * ry + rz * rz);
    const theta = Math.acos(rz / r);
    if (!(theta > recoilTheta[0] && theta < recoilTheta[1])) continue;
    let sum = 0;
    let vetoed = false;
    for (let k = clusters.offsets[i]; k < clusters.offsets[i + 1]; k++) {
      const photon = clusters.energy[k];
      if (clusters.track[k] >= 0) {
        if (photon > selection.muonCluster) vetoed = true;
        continue;
      }
      if (photon < photonEnergy) continue;
      sum += photon;
      const sine = Math.sin(clusters.theta[k]);
      const along = sine * (rx * Math.cos(clusters.phi[k]) + ry * Math.sin(clusters.phi[k]));
      if (along + rz * Math.cos(clusters.theta[k]) > near * r) vetoed = true;
    }
    if (vetoed || sum > photonSum) continue;
    const inner = (k: number, energyOf: number): number =>
      (total.e * energyOf - total.px * tracks.px[k] - total.py * tracks.py[k] - total.pz * tracks.pz[k]) / sqrtS;
    const beta = Math.sqrt(Math.max(0, 1 - (4 * MUON2) / m2));
    mass[n] = Math.sqrt(m2);
    recoilSquared[n] = s + m2 - 2 * sqrtS * eStar;
    helicity[n] = Math.min(1, Math.abs(inner(a, eA) - inner(b, eB)) / (beta * Math.sqrt(pStar2)));
    event[n] = i;
    triggered[n] = bit(lines, selection.trigger, i) ? 1 : 0;
    n++;
  }
  return {
    mass: mass.slice(0, n),
    recoilSquared: recoilSquared.slice(0, n),
    helicity: helicity.slice(0, n),
    event: event.slice(0, n),
    triggered: triggered.slice(0, n),
  };

  function goodTrack(k: number): boolean {
    if (Math.abs(tracks.d0[k]) > impact[0] || Math.abs(tracks.z0[k]) > impact[1]) return false;
    const theta = Math.atan2(Math.hypot(tracks.px[k], tracks.py[k]), tracks.pz[k]);
    return theta > muonTheta[0] && theta < muonTheta[1];
  }
  function energy(k: number): number {
    return Math.sqrt(tracks.px[k] ** 2 + tracks.py[k] ** 2 + tracks.pz[k] ** 2 + MUON2);
  }
}
const MUON2 = 0.1056583755 ** 2;
