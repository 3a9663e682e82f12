import { cellThetaId, lutEnergy, lutPhi, lutTheta } from "./trigger-cells.js";
import { hieVetoes, lowMultiplicity } from "./low-multiplicity.js";

/** What the calorimeter trigger says of one event, from its clusters and ring sums. */
export interface EclDecision {
  /** Sum over rings 2-15 above 0.5 GeV. */
  elow: boolean;
  /** Sum over rings 2-15 above 1 GeV. */
  ehigh: boolean;
  /** Sum over rings 2-15 above 3 GeV. */
  elum: boolean;
  /** Bhabha by sums over pairs of rings, with fewer than four isolated clusters. */
  bhabha2d: boolean;
  /** Bhabha by two clusters back to back in the centre-of-mass frame: the veto of most lines. */
  bhabha3d: boolean;
  /** Of the veto's clusters, both lie where tracks are found (rings 3-15). */
  inTrack: boolean;
  /** Bhabha by two clusters, looser than the veto: for selecting them. */
  bhabhaSelection: boolean;
  /** Forward-most ring of the selected Bhabha: 0, 1, 2 for rings 1, 2, 3, else 3. */
  bhabhaTheta: number;
  /** Two clusters back to back with less than 2 GeV each in the centre-of-mass frame. */
  mumu: boolean;
  /** Two clusters roughly back to back, not a Bhabha: one-prong tau pairs. */
  taub2b: boolean;
  /** The same, second version. */
  taub2b2: boolean;
  /** The same, third version. */
  taub2b3: boolean;
  /** More than 20 GeV in all rings. */
  burst: boolean;
  /** `ehigh` or four isolated clusters, and no two-dimensional Bhabha. */
  physics: boolean;
  /** Low-multiplicity bits 0-13, bit $k$ for `lml` $k$. */
  lml: number;
  /** Vetoes of the `hie` versions: bit 0 a single forward cluster, bits 1-4 those of `hie1` to `hie4`. */
  hieVetoes: number;
}

/** A decision with nothing set. */
export function newEclDecision(): EclDecision {
  return {
    elow: false,
    ehigh: false,
    elum: false,
    bhabha2d: false,
    bhabha3d: false,
    inTrack: false,
    bhabhaSelection: false,
    bhabhaTheta: 0,
    mumu: false,
    taub2b: false,
    taub2b2: false,
    taub2b3: false,
    burst: false,
    physics: false,
    lml: 0,
    hieVetoes: 0,
  };
}

// Pairs of ring sets (forward, backward), with thresholds in GeV: basf2 trg/ecl/src/TrgEclBhabha.cc.
const RING_PAIRS: readonly (readonly [readonly number[], readonly number[], number, number])[] = [
  [[1, 2, 3], [16, 17], 4, 2.5],
  [[3], [15], 4, 2.5],
  [[4], [14, 15], 4, 2.5],
  [[5], [14, 15], 4, 2.5],
  [[4, 5], [14], 4, 2.5],
  [[5], [13, 14], 4, 2.5],
  [[5], [12, 13], 4, 2.5],
  [[5, 6], [13], 4, 2.5],
  [[5, 6], [12], 4, 2.5],
  [[6, 7], [12], 4, 2.5],
  [[6, 7], [11], 4, 2.5],
  [[7, 8], [11], 4, 2.5],
  [[8], [10, 11], 3, 3],
  [[8, 9], [9, 10], 3.5, 3],
];

/**
 * Decides the calorimeter bits of one event.
 *
 * Angles between clusters and their energies in the centre-of-mass frame come from the firmware's table of integers: an
 * energy $E$ of a cell counts as above $x$ GeV there when $E > 0.1\,x\,\mathrm{lut}$. All comparisons are strict but those of the
 * two-dimensional Bhabha (basf2 trg/ecl/src/TrgEclMaster.cc, TrgEclBhabha.cc).
 *
 * @param cell - Central trigger cell of each cluster, 1-576.
 * @param energy - Lab energy of each cluster, GeV.
 * @param count - Number of clusters.
 * @param ringSums - Lab energy by ring, index 1-17, GeV.
 * @param isolated - Number of isolated clusters of forward endcap and barrel.
 * @param out - Receives the decision.
 */
export function decideEcl(
  cell: ArrayLike<number>,
  energy: ArrayLike<number>,
  count: number,
  ringSums: ArrayLike<number>,
  isolated: number,
  out: EclDecision,
): void {
  let physicsSum = 0;
  let total = 0;
  for (let r = 1; r <= 17; r++) {
    total += ringSums[r];
    if (r >= 2 && r <= 15) physicsSum += ringSums[r];
  }
  out.elow = physicsSum > 0.5;
  out.ehigh = physicsSum > 1;
  out.elum = physicsSum > 3;
  out.burst = total > 20;
  // Every ring pair needs at least 3 GeV on its forward side alone.
  out.bhabha2d = total >= 5.5 && isolated < 4 && ringBhabha(ringSums);
  out.physics = (physicsSum > 1 || isolated > 3) && !out.bhabha2d;
  decidePairs(cell, energy, count, total, out);
  out.lml = lowMultiplicity(cell, energy, count, out.bhabha3d);
  out.hieVetoes = hieVetoes(cell, energy, count);
}

function ringBhabha(ringSums: ArrayLike<number>): boolean {
  const sum = (rings: readonly number[]): number => rings.reduce((s, r) => s + ringSums[r], 0);
  return RING_PAIRS.some(([forward, backward, f, b]) => sum(forward) >= f && sum(backward) >= b);
}

/** Whether $x$ lies strictly between. */
const between = (x: number, low: number, high: number): boolean => x > low && x < high;

function decidePairs(
  cell: ArrayLike<number>,
  energy: ArrayLike<number>,
  count: number,
  total: number,
  out: EclDecision,
): void {
  out.bhabha3d = out.inTrack = out.bhabhaSelection = out.mumu = false;
  out.taub2b = out.taub2b2 = out.taub2b3 = false;
  out.bhabhaTheta = 0;
  let allInRange = true;
  let hardEndcap = 0;
  for (let i = 0; i < count; i++) {
    const e = energy[i];
    if (e <= 0.12 || e > 4.5) allInRange = false;
    const ring = cellThetaId[cell[i] - 1];
    if ((ring <= 3 || ring >= 16) && e > 3) hardEndcap++;
  }
  let b2b = false;
  let b2bSoft = false;
  for (let i = 0; i < count - 1; i++) {
    const ci = cell[i] - 1;
    const ei = energy[i];
    const si = lutEnergy[ci];
    for (let j = i + 1; j < count; j++) {
      const cj = cell[j] - 1;
      const dphi = Math.abs(lutPhi[ci] - lutPhi[cj]);
      // The widest window of all below; most pairs end here.
      if (dphi <= 110 || dphi >= 250) continue;
      const theta = lutTheta[ci] + lutTheta[cj];
      if (theta <= 130 || theta >= 230) continue;
      const ej = energy[j];
      const sj = lutEnergy[cj];
      const ri = cellThetaId[ci];
      const rj = cellThetaId[cj];
      b2b = true;
      if (ei < 1.9 || ej < 1.9) b2bSoft = true;
      if (between(dphi, 160, 200) && between(theta, 165, 190)) {
        if (ei > 3 * si * 0.1 && ej > 3 * sj * 0.1 && (ei > 4.5 * si * 0.1 || ej > 4.5 * sj * 0.1)) {
          out.bhabha3d = true;
          out.inTrack = ri >= 3 && ri <= 15 && rj >= 3 && rj <= 15;
        }
        if (ei < 2 * si * 0.1 && ej < 2 * sj * 0.1) out.mumu = true;
      }
      if (between(dphi, 140, 220) && between(theta, 160, 200)) {
        if (ei > 2 * si * 0.1 && ej > 2 * sj * 0.1 && (ei > 4 * si * 0.1 || ej > 4 * sj * 0.1)) {
          out.bhabhaSelection = true;
          out.bhabhaTheta = Math.min(ri, rj, 4) - 1;
        }
      }
      if (between(dphi, 120, 240) && between(theta, 140, 220)) {
        if (ei > 0.162 && ej > 0.162) out.taub2b2 = true;
        if (ri >= 2 && ri <= 16 && rj >= 2 && rj <= 16 && (ei > 0.14 || ej > 0.14)) out.taub2b3 = true;
      }
    }
  }
  const light = total < 7;
  out.taub2b = light && b2b && b2bSoft;
  out.taub2b2 &&= light && hardEndcap < 2;
  out.taub2b3 &&= light && allInRange;
}
