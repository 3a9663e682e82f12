import type { QuarkCouplings } from "./r-ratio.js";

type Step = readonly [below: number, low: number, high: number];

// Lowest and highest hadronic width over ours, of DarkCast (arXiv:1801.04847), ReD-DeLiVeR (2410.00881), ALPINIST
// (2201.05170) and the PDG compilation of R, in the mass range that ends at `below`; held by the tests of each table. Left
// out is what is understood as a fault of DarkCast's tables: pi0 gamma without a rho amplitude, which is all there is below
// 2 m_pi, and K Kbar without an omega.
const photonLike: readonly Step[] = [
  [0.2, 0.68, 1.05],
  [0.28, 0.87, 1.05],
  [0.3, 0.55, 1.06],
  [0.77, 0.92, 1.04],
  [1.03, 0.94, 1.25],
  [1.3, 0.95, 1.16],
  [1.6, 0.94, 1.1],
  [1.75, 0.87, 1.07],
  [2, 0.64, 1.19],
  [3.73, 0.95, 1.14],
  [4.8, 0.98, 1.15],
  [9.5, 0.93, 1.12],
  [Infinity, 0.97, 1.12],
];

// The same without a rho: B and B-L, where only the programs can be compared.
const isoscalar: readonly Step[] = [
  [0.2, 0.56, 1],
  [0.28, 0.87, 1],
  [0.5, 0.93, 1.03],
  [0.77, 0.97, 1.7],
  [1.03, 0.87, 1.27],
  [1.3, 0.99, 1.02],
  [1.6, 0.83, 1.37],
  [1.75, 0.62, 1.01],
  [2, 0.44, 1],
  [3.73, 0.92, 1.01],
  [4.3, 0.98, 1.12],
  [9.5, 0.98, 1.03],
  [Infinity, 0.98, 1.26],
];

/**
 * Lowest and highest ratio, to the hadronic width of this package, found among programs and data.
 *
 * @param m - mass, GeV
 * @param g - couplings of the quarks; without a $\rho$ ($g_u=g_d$) the spread is that of the baryonic vector
 * @returns the two ratios
 */
export function hadronicSpread(m: number, g: QuarkCouplings): readonly [low: number, high: number] {
  const steps = Math.abs(g.u - g.d) > 1e-9 * Math.abs(g.u) ? photonLike : isoscalar;
  const [, low, high] = steps.find(([below]) => m < below) ?? steps[steps.length - 1];
  return [low, high];
}
