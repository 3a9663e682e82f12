import { cellThetaId, lutEnergy, lutPhi, lutTheta } from "../data/trigger-cells.js";

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

/** Low-multiplicity bits 0-13. */
function lowMultiplicity(cell: ArrayLike<number>, energy: ArrayLike<number>, count: number, bhabha: boolean): number {
  let n300 = 0;
  let n2 = 0;
  let n2central = 0;
  let n2middle = 0;
  let n2edge = 0;
  let n1barrel = 0;
  let n1endcap = 0;
  let nInner = 0;
  let n500inner = 0;
  let n500central = 0;
  for (let i = 0; i < count; i++) {
    const e = energy[i];
    const ring = cellThetaId[cell[i] - 1];
    const scale = 0.1 * lutEnergy[cell[i] - 1];
    if (e > 0.3) n300++;
    if (ring >= 2 && ring <= 16) {
      nInner++;
      if (e > 0.5) n500inner++;
    }
    if (ring >= 6 && ring <= 11 && e > scale * 0.5) n500central++;
    if (e > scale * 2) {
      n2++;
      if (ring >= 4 && ring <= 14) n2central++;
      else if (ring === 1 || ring === 17) n2edge++;
      else n2middle++;
    }
    if (e > scale) {
      if (ring >= 4 && ring <= 15) n1barrel++;
      else if (ring === 2 || ring === 3 || ring === 16) n1endcap++;
    }
  }
  let lml = 0;
  if (count >= 3 && n300 >= 1 && !bhabha) lml |= 1;
  if (n2central > 0) lml |= 1 << 1;
  if (n2middle > 0) lml |= bhabha ? 1 << 3 : 1 << 2;
  if (n2edge > 0) lml |= bhabha ? 1 << 5 : 1 << 4;
  if (n1barrel === 1 && n300 === 1) lml |= 1 << 6;
  if (n1endcap === 1 && n300 === 1) lml |= 1 << 7;
  if (n2 === 0) lml |= lowMultiplicityPairs(cell, energy, count) | (1 << 11);
  if (nInner >= 3 && n500inner >= 1 && !bhabha) lml |= 1 << 12;
  if (n500central === 1 && n300 === 1) lml |= 1 << 13;
  return lml;
}

/** Low-multiplicity bits 8, 9 and 10: pairs back to back. */
function lowMultiplicityPairs(cell: ArrayLike<number>, energy: ArrayLike<number>, count: number): number {
  let lml = 0;
  for (let i = 0; i < count - 1; i++) {
    for (let j = i + 1; j < count; j++) {
      const apart = Math.abs(lutPhi[cell[i] - 1] - lutPhi[cell[j] - 1]);
      const dphi = apart > 180 ? 360 - apart : apart;
      if (dphi <= 160) continue;
      const theta = lutTheta[cell[i] - 1] + lutTheta[cell[j] - 1];
      if (between(theta, 160, 200)) lml |= 1 << 10;
      if (dphi <= 170) continue;
      const [low, high] = energy[i] < energy[j] ? [energy[i], energy[j]] : [energy[j], energy[i]];
      if (low > 0.25) lml |= 1 << 8;
      else if (low < 0.25 && high > 0.25) lml |= 1 << 9;
    }
  }
  return lml;
}

/** Vetoes of `hie1` to `hie4`: events of one forward cluster, or of two that look like a Bhabha. */
function hieVetoes(cell: ArrayLike<number>, energy: ArrayLike<number>, count: number): number {
  if (count === 1) return cellThetaId[cell[0] - 1] <= 3 ? 1 : 0;
  if (count !== 2) return 0;
  const [a, b] = [cell[0] - 1, cell[1] - 1];
  const phi = between(Math.abs(lutPhi[a] - lutPhi[b]), 150, 210);
  const theta = between(lutTheta[a] + lutTheta[b], 160, 200);
  let vetoes = 0;
  if (phi && theta) vetoes |= 2;
  if (phi || theta) vetoes |= 4;
  const lower = cellThetaId[energy[0] < energy[1] ? a : b];
  if (lower <= 3 || lower >= 16) {
    vetoes |= 8;
    if (energy[0] > 0.5 && energy[1] > 0.5) vetoes |= 16;
  }
  return vetoes;
}
