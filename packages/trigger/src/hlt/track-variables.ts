import { dphiCms, type HltEvent, type HltTrack } from "./event.js";
import { V } from "./names.js";

/** The leading tracks of each charge, by which the pair selections go. */
export interface LeadingTracks {
  /** Negative track of largest transverse momentum among the loose ones. */
  negative: HltTrack | undefined;
  /** Positive one. */
  positive: HltTrack | undefined;
  /** Negative track of largest transverse momentum with chamber hits, whatever its $z_0$. */
  negativeAnyZ: HltTrack | undefined;
  /** Positive one. */
  positiveAnyZ: HltTrack | undefined;
  /** Row, within the event, of the former. */
  negativeAnyZRow: number;
  /** Row, within the event, of the latter. */
  positiveAnyZRow: number;
}

/** No tracks. */
export function newLeadingTracks(): LeadingTracks {
  return {
    negative: undefined,
    positive: undefined,
    negativeAnyZ: undefined,
    positiveAnyZ: undefined,
    negativeAnyZRow: -1,
    positiveAnyZRow: -1,
  };
}

/**
 * Counts of tracks and their momenta, and the leading tracks.
 *
 * Loose: $|z_0|$ < 10 cm, tight: < 2 cm, both with chamber hits; loose B: < 5 cm, tight B: < 1 cm, with five hits; C: < 1 cm,
 * within 15 ns, above 0.2 GeV in the frame of the collision, hits or not.
 */
export function trackVariables(event: HltEvent, v: Float64Array, leading: LeadingTracks): void {
  leading.negative = leading.positive = leading.negativeAnyZ = leading.positiveAnyZ = undefined;
  leading.negativeAnyZRow = leading.positiveAnyZRow = -1;
  let negativeC: HltTrack | undefined;
  let positiveC: HltTrack | undefined;
  v[V.maximumPCMS] = v[V.maximumPCMSB] = v[V.maximumPCMSC] = v[V.maximumPLab] = Number.NaN;
  v[V.pCmsNegC] = v[V.pCmsPosC] = v[V.clusterENegC] = v[V.clusterEPosC] = v[V.dPhiCmsC] = Number.NaN;
  const raise = (at: number, p: number): void => {
    // True for the first track too, where the maximum is still NaN.
    if (!(v[at] >= p)) v[at] = p;
  };
  for (let k = 0; k < event.nTracks; k++) {
    const t = event.tracks[k];
    const z = Math.abs(t.z0);
    if (z < 1 && !(Math.abs(t.time) > 15) && t.pCms > 0.2) {
      v[V.nTrackC]++;
      raise(V.maximumPCMSC, t.pCms);
    }
    if (t.charge < 0) {
      if (negativeC === undefined || t.pCms > negativeC.pCms) negativeC = t;
    } else if (positiveC === undefined || t.pCms > positiveC.pCms) positiveC = t;
    if (t.hits === 0) continue;
    if (z < 2) v[V.nTrkTight]++;
    if (t.charge < 0) {
      if (leading.negativeAnyZ === undefined || t.pt > leading.negativeAnyZ.pt) {
        leading.negativeAnyZ = t;
        leading.negativeAnyZRow = k;
      }
    } else if (leading.positiveAnyZ === undefined || t.pt > leading.positiveAnyZ.pt) {
      leading.positiveAnyZ = t;
      leading.positiveAnyZRow = k;
    }
    if (z < 10) {
      v[V.nTrkLoose]++;
      v[V.netChargeLoose] += t.charge;
      raise(V.maximumPCMS, t.pCms);
      raise(V.maximumPLab, t.p);
      if (t.charge < 0) {
        if (leading.negative === undefined || t.pt > leading.negative.pt) leading.negative = t;
      } else if (leading.positive === undefined || t.pt > leading.positive.pt) leading.positive = t;
    }
    if (t.hits >= 5) {
      if (z < 1) v[V.nTrkTightB]++;
      if (z < 5) {
        v[V.nTrkLooseB]++;
        v[V.netChargeLooseB] += t.charge;
        raise(V.maximumPCMSB, t.pCms);
      }
    }
  }
  if (negativeC !== undefined) {
    v[V.pCmsNegC] = negativeC.pCms;
    v[V.clusterENegC] = negativeC.clusterLab;
  }
  if (positiveC !== undefined) {
    v[V.pCmsPosC] = positiveC.pCms;
    v[V.clusterEPosC] = positiveC.clusterLab;
  }
  if (negativeC !== undefined && positiveC !== undefined) v[V.dPhiCmsC] = dphiCms(negativeC, positiveC);
}
