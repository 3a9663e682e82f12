import { cellThetaId, lutEnergy, lutPhi, lutTheta } from "./trigger-cells.js";

/** Whether $x$ lies strictly between. */
const between = (x: number, low: number, high: number): boolean => x > low && x < high;

/** Low-multiplicity bits 0-13. */
export function lowMultiplicity(
  cell: ArrayLike<number>,
  energy: ArrayLike<number>,
  count: number,
  bhabha: boolean,
): number {
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
export function hieVetoes(cell: ArrayLike<number>, energy: ArrayLike<number>, count: number): number {
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
