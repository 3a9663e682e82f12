import { DEGREE } from "@belladonna/kinematics";
import { asin, atan2 } from "@belladonna/numerics/elementary";
import { cellThetaId, lutEnergy } from "./trigger-cells.js";
import type { TrackColumns } from "../detector/detected.js";
import type { TriggerClusters } from "./ecl-clusters.js";
import { matchesBarrel, matchesEndcap, type MuonDecision } from "./klm.js";
import type { ChamberDecision } from "./level1-tracks.js";
import { MAXIMUM_CLUSTERS } from "./ecl-clusters.js";
import { pairClasses, sectorDistance, sectorOf, B2B5 } from "./sectors.js";

/** Radius to which level 1 extrapolates tracks to match clusters, cm. */
const CLUSTER_RADIUS = 126;
/** Radius to which level 1 extrapolates tracks to match the muon system, cm. */
const COIL_RADIUS = 176;

/** What matching between the sub-triggers says of one event. */
export interface MatchDecision {
  /** Full tracks with a barrel cluster within one sector. */
  trackClusters: number;
  /** Of these, with a cluster of 2 GeV or more. */
  hardTrackClusters: number;
  /** Full tracks with a barrel muon sector. */
  trackMuons: number;
  /** Short tracks with an endcap cluster within one sector. */
  shortClusters: number;
  /** Short tracks with an endcap muon sector. */
  shortMuons: number;
  /** Endcap clusters with an endcap muon sector behind. */
  clusterMuons: number;
  /** Classes of angle among pairs of clusters. */
  clusterPairs: number;
  /** Classes of angle among pairs of a full track and a cluster. */
  trackClusterPairs: number;
  /** Most unmatched clusters in a pair of barrel clusters back to back; 0 without such a pair. */
  neutralPair: number;
  /** Most matched clusters in a pair of barrel clusters back to back. */
  trackPair: number;
  /** Clusters above 3 GeV in the centre-of-mass frame with a full track within one sector, barrel or not. */
  hardMatched: number;
  /** A cluster in the hemisphere of the only fitted track, away from it in polar angle. */
  sameHemisphere: boolean;
  /** A cluster opposite the only fitted track. */
  oppositeHemisphere: boolean;
}

/** A decision with nothing set. */
export function newMatchDecision(): MatchDecision {
  return {
    trackClusters: 0,
    hardTrackClusters: 0,
    trackMuons: 0,
    shortClusters: 0,
    shortMuons: 0,
    clusterMuons: 0,
    clusterPairs: 0,
    trackClusterPairs: 0,
    neutralPair: 0,
    trackPair: 0,
    hardMatched: 0,
    sameHemisphere: false,
    oppositeHemisphere: false,
  };
}

const sectors = new Int8Array(MAXIMUM_CLUSTERS);
const barrel = new Uint8Array(MAXIMUM_CLUSTERS);
const matched = new Uint8Array(MAXIMUM_CLUSTERS);
const near = new Uint8Array(MAXIMUM_CLUSTERS);

/** Azimuth of a level-1 track at a radius, rad; `NaN` when it curls up before. */
function phiAt(tracks: TrackColumns, t: number, radius: number): number {
  return tracks.level1Phi[t] - asin(0.5 * radius * tracks.level1Omega[t]);
}

/**
 * Matches tracks, clusters and muon sectors of one event: basf2 trg/grl/modules/trggrl/src/TRGGRLMatchModule.cc for full
 * tracks; for short tracks and the endcaps the same rule of one sector, or of containment in a sector of the muon system.
 */
export function decideMatches(
  tracks: TrackColumns,
  chamber: ChamberDecision,
  clusters: TriggerClusters,
  muons: MuonDecision,
  out: MatchDecision,
): void {
  out.trackClusters = out.hardTrackClusters = out.trackMuons = 0;
  out.shortClusters = out.shortMuons = out.clusterMuons = 0;
  out.clusterPairs = out.trackClusterPairs = out.neutralPair = out.trackPair = out.hardMatched = 0;
  out.sameHemisphere = out.oppositeHemisphere = false;
  const n = clusters.count;
  for (let c = 0; c < n; c++) {
    const x = clusters.x[c];
    const y = clusters.y[c];
    const phi = atan2(y, x);
    const theta = atan2(Math.sqrt(x * x + y * y), clusters.z[c]);
    sectors[c] = sectorOf(phi);
    barrel[c] = theta >= 35 * DEGREE && theta <= 126 * DEGREE ? 1 : 0;
    matched[c] = 0;
    near[c] = 0;
    for (let k = 0; k < c; k++) out.clusterPairs |= pairClasses(sectors[c], sectors[k]);
    const ring = cellThetaId[clusters.cell[c] - 1];
    if (muons.endcap !== 0 && (ring <= 3 || ring >= 16) && matchesEndcap(muons.endcap, phi, ring <= 3))
      out.clusterMuons++;
  }
  for (let f = 0; f < chamber.full; f++) matchFull(tracks, chamber.fullRows[f], clusters, muons, out);
  for (let s = 0; s < chamber.short; s++) matchShort(tracks, chamber.shortRows[s], clusters, muons, out);
  for (let c = 0; c < n; c++) {
    if (near[c] === 1 && clusters.energy[c] > 0.3 * lutEnergy[clusters.cell[c] - 1]) out.hardMatched++;
    for (let k = 0; k < c; k++) {
      if (barrel[c] === 0 || barrel[k] === 0 || (pairClasses(sectors[c], sectors[k]) & B2B5) === 0) continue;
      const withTrack = matched[c] + matched[k];
      out.trackPair = Math.max(out.trackPair, withTrack);
      out.neutralPair = Math.max(out.neutralPair, 2 - withTrack);
    }
  }
  if (chamber.fitted === 1) decideHemispheres(tracks, chamber.fittedRow, clusters, out);
}

function matchFull(
  tracks: TrackColumns,
  t: number,
  clusters: TriggerClusters,
  muons: MuonDecision,
  out: MatchDecision,
): void {
  const phi = phiAt(tracks, t, CLUSTER_RADIUS);
  if (phi === phi) {
    const sector = sectorOf(phi);
    let best = 2;
    let at = -1;
    for (let c = 0; c < clusters.count; c++) {
      out.trackClusterPairs |= pairClasses(sector, sectors[c]);
      const distance = sectorDistance(sector, sectors[c]);
      if (distance < 2) near[c] = 1;
      if (barrel[c] === 0 || distance >= 2) continue;
      matched[c] = 1;
      if (distance < best) {
        best = distance;
        at = c;
      }
    }
    if (at >= 0) {
      out.trackClusters++;
      if (clusters.energy[at] >= 2) out.hardTrackClusters++;
    }
  }
  const outside = muons.barrel === 0 ? Number.NaN : phiAt(tracks, t, COIL_RADIUS);
  if (outside === outside && matchesBarrel(muons.barrel, outside)) out.trackMuons++;
}

function matchShort(
  tracks: TrackColumns,
  t: number,
  clusters: TriggerClusters,
  muons: MuonDecision,
  out: MatchDecision,
): void {
  const forward = tracks.level1CotTheta[t] > 0;
  const sector = sectorOf(tracks.level1Phi[t]);
  for (let c = 0; c < clusters.count; c++) {
    const ring = cellThetaId[clusters.cell[c] - 1];
    if ((forward ? ring <= 3 : ring >= 16) && sectorDistance(sector, sectors[c]) < 2) {
      out.shortClusters++;
      break;
    }
  }
  if (muons.endcap !== 0 && matchesEndcap(muons.endcap, tracks.level1Phi[t], forward)) out.shortMuons++;
}

function decideHemispheres(tracks: TrackColumns, t: number, clusters: TriggerClusters, out: MatchDecision): void {
  for (let c = 0; c < clusters.count; c++) {
    const apart = Math.abs(tracks.level1Phi[t] - atan2(clusters.y[c], clusters.x[c]));
    const dphi = apart > Math.PI ? Math.abs(2 * Math.PI - apart) : apart;
    const cot = clusters.z[c] / Math.sqrt(clusters.x[c] * clusters.x[c] + clusters.y[c] * clusters.y[c]);
    const dCot = tracks.level1CotTheta[t] - cot;
    if (dphi > 80 * DEGREE) out.oppositeHemisphere = true;
    if (dphi < 80 * DEGREE && (dCot < -0.8 || dCot > 0.6)) out.sameHemisphere = true;
  }
}
