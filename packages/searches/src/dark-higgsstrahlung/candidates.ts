import { type Beams, particle } from "@belladonna/kinematics";
import { acos, atan2, cos, hypot, sin, square } from "@belladonna/numerics/elementary";
import { bit, evaluate, l1Menu } from "@belladonna/trigger";
import type { Seen } from "../events/sample.js";
import type { Columns } from "./columns.js";
import { level1Line, photonEnergy } from "./selection.js";

const MUON = 13;
const MUON2 = square(particle(MUON).mass);

/**
 * Events with two muons of opposite charge and no other track, and what is cut on and scanned.
 *
 * With the sum $P$ of the beam momenta and the muons' momenta $p_\pm$: $M^2_{\mu\mu} = (p_+ + p_-)^2$,
 * $M^2_\mathrm{rec} = (P - p_+ - p_-)^2$, and in the frame of the pair
 * $\cos\theta = (E^*_+ - E^*_-)/(\beta\,p^*)$ with $\beta$ of the muons there and $p^*$ of the pair in the centre of mass.
 * @param seen - What the detector and the trigger saw.
 * @param beams - The beams.
 */
export function candidates({ detected, level1 }: Seen, { electron, total, sqrtS }: Beams): Columns {
  const { tracks, clusters, length } = detected;
  const event = Int32Array.from({ length }, (_, i) => i).filter(isMuonPair);
  const columns = emptyColumns(event);
  const lines = evaluate(l1Menu, level1);
  const s = sqrtS * sqrtS;
  event.forEach((i, n) => {
    const a = tracks.offsets[i];
    const b = a + 1;
    columns.d0[n] = Math.max(Math.abs(tracks.d0[a]), Math.abs(tracks.d0[b]));
    columns.z0[n] = Math.max(Math.abs(tracks.z0[a]), Math.abs(tracks.z0[b]));
    const ptA = hypot(tracks.px[a], tracks.py[a]);
    const ptB = hypot(tracks.px[b], tracks.py[b]);
    const [thetaA, thetaB] = [atan2(ptA, tracks.pz[a]), atan2(ptB, tracks.pz[b])];
    columns.forwardTheta[n] = Math.min(thetaA, thetaB);
    columns.backwardTheta[n] = Math.max(thetaA, thetaB);
    columns.openingCosine[n] = (tracks.px[a] * tracks.px[b] + tracks.py[a] * tracks.py[b]) / (ptA * ptB);
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
    columns.pairPt[n] = Math.sqrt(Math.max(0, pStar2 - zStar * zStar));
    const missing = [total.px - px, total.py - py, total.pz - pz] as const;
    columns.recoilTheta[n] = acos(missing[2] / lengthOf(missing));
    readClusters(i, n, missing);
    const beta = Math.sqrt(Math.max(0, 1 - (4 * MUON2) / m2));
    columns.mass[n] = Math.sqrt(m2);
    columns.recoilSquared[n] = s + m2 - 2 * sqrtS * eStar;
    columns.helicity[n] = Math.min(1, Math.abs(inner(a, eA) - inner(b, eB)) / (beta * Math.sqrt(pStar2)));
    columns.fired[n] = bit(lines, level1Line.value, i) ? 1 : 0;
  });
  return columns;

  function isMuonPair(i: number): boolean {
    const a = tracks.offsets[i];
    if (tracks.offsets[i + 1] !== a + 2 || tracks.charge[a] + tracks.charge[a + 1] !== 0) return false;
    return Math.abs(tracks.pdgId[a]) === MUON && Math.abs(tracks.pdgId[a + 1]) === MUON;
  }
  /** Clusters of event `i`: those of the muons, and photons beside the missing momentum. */
  function readClusters(i: number, n: number, missing: readonly [number, number, number]): void {
    const [rx, ry, rz] = missing;
    const r = lengthOf(missing);
    columns.photonCosine[n] = -1;
    for (let k = clusters.offsets[i]; k < clusters.offsets[i + 1]; k++) {
      const of = clusters.energy[k];
      if (clusters.track[k] >= 0) {
        columns.muonCluster[n] = Math.max(columns.muonCluster[n], of);
        continue;
      }
      if (of < photonEnergy.value) continue;
      columns.photonSum[n] += of;
      const sine = sin(clusters.theta[k]);
      const along = sine * (rx * cos(clusters.phi[k]) + ry * sin(clusters.phi[k]));
      const cosine = (along + rz * cos(clusters.theta[k])) / r;
      columns.photonCosine[n] = Math.max(columns.photonCosine[n], cosine);
    }
  }
  function inner(k: number, energyOf: number): number {
    return (total.e * energyOf - total.px * tracks.px[k] - total.py * tracks.py[k] - total.pz * tracks.pz[k]) / sqrtS;
  }
  function energy(k: number): number {
    return Math.sqrt(square(tracks.px[k]) + square(tracks.py[k]) + square(tracks.pz[k]) + MUON2);
  }
}

function lengthOf([x, y, z]: readonly [number, number, number]): number {
  return Math.sqrt(x * x + y * y + z * z);
}

/** Columns of zeros. */
function emptyColumns(event: Int32Array): Columns {
  const column = (): Float64Array => new Float64Array(event.length);
  return {
    event,
    mass: column(),
    recoilSquared: column(),
    helicity: column(),
    d0: column(),
    z0: column(),
    forwardTheta: column(),
    backwardTheta: column(),
    openingCosine: column(),
    pairPt: column(),
    recoilTheta: column(),
    muonCluster: column(),
    photonCosine: column(),
    photonSum: column(),
    fired: new Uint8Array(event.length),
  };
}
