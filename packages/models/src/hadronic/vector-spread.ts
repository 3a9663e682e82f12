import type { QuarkCouplings } from "./r-ratio.js";

type Step = readonly [below: number, low: number, high: number];

// Lowest and highest hadronic width over ours, of DarkCast (arXiv:1801.04847), ReD-DeLiVeR (2410.00881), FORESEE
// (2105.07077), ALPINIST (2201.05170) and the PDG compilation of R in bins of 50 MeV, in the mass range that ends at
// `below`; held by the tests of each table. Left out is what is understood as a fault of DarkCast's tables: pi0 gamma
// without a rho amplitude, which is all there is below 2 m_pi, K Kbar without an omega, and charm from 3.0 GeV on.
// ReD-DeLiVeR opens pi0 gamma with the mass of the charged pion.
const photonLike: readonly Step[] = [
  [0.15, 0, 1.05],
  [0.17, 0.3, 1.05],
  [0.2, 0.58, 1.05],
  [0.28, 0.72, 1.05],
  [0.3, 0.54, 1.06],
  [0.42, 0.92, 1.08],
  [0.77, 0.92, 1.04],
  [1.03, 0.93, 1.25],
  [1.3, 0.95, 1.16],
  [1.6, 0.94, 1.1],
  [1.75, 0.87, 1.07],
  [2, 0.64, 1.19],
  [3.68, 0.95, 1.14],
  [3.73, 0.86, 1.14],
  [4.8, 0.97, 1.15],
  [9.5, 0.93, 1.12],
  [Infinity, 0.97, 1.12],
];

// The same without a rho: B and B-L, where only the programs can be compared.
const isoscalar: readonly Step[] = [
  [0.15, 0, 1.05],
  [0.17, 0.3, 1.05],
  [0.2, 0.58, 1.05],
  [0.28, 0.75, 1.05],
  [0.34, 0.86, 1.03],
  [0.5, 0.89, 1.03],
  [0.77, 0.94, 1.7],
  [1.03, 0.85, 1.27],
  [1.3, 0.98, 1.03],
  [1.6, 0.83, 1.37],
  [1.75, 0.61, 1.02],
  [2, 0.43, 1.02],
  [3.73, 0.9, 1.13],
  [4.3, 0.96, 1.13],
  [9.5, 0.92, 1.04],
  [Infinity, 0.97, 1.27],
];

// The same with a rho and isoscalars in other proportions than a photon: the protophobic vector, by DarkCast alone. Below
// 2 m_pi, where the two amplitudes of pi0 gamma cancel in ours and not in its tables, nothing is said of it.
const mixed: readonly Step[] = [
  [0.28, 0.3, 1.05],
  [0.3, 0.54, 1.06],
  [0.42, 0.92, 1.08],
  [0.77, 0.92, 1.04],
  [1.03, 0.94, 1.25],
  [1.3, 0.95, 1.75],
  [1.6, 0.94, 1.65],
  [1.75, 0.87, 1.36],
  [2, 0.64, 1.19],
  [3.73, 0.95, 1.14],
  [4.8, 0.97, 1.15],
  [9.5, 0.93, 1.12],
  [Infinity, 0.97, 1.16],
];

/**
 * Lowest and highest ratio, to the hadronic width of this package, found among programs and data: no error, and for the sum
 * of all hadrons, which single states may leave.
 *
 * @param m - mass, GeV
 * @param g - couplings of the quarks: those of a photon ($g_u=-2g_d=-2g_s$), without a $\rho$ ($g_u=g_d$), or any other
 * @returns the two ratios
 */
export function hadronicSpread(m: number, g: QuarkCouplings): readonly [low: number, high: number] {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(b);
  const photon = near(g.u, -2 * g.d) && near(g.u, -2 * g.s);
  const steps = photon ? photonLike : near(g.u, g.d) ? isoscalar : mixed;
  const [, low, high] = steps.find(([below]) => m < below) ?? steps[steps.length - 1];
  return [low, high];
}
