import { requireCoupling, requireOptions, requirePositive, requireWithin } from "@belladonna/numerics";
import { cube, square } from "@belladonna/numerics/elementary";
import { ALPHA } from "../constants.js";
import { references } from "@belladonna/sources";
import { MASS } from "../masses.js";
import { channel, mediator, type PartialWidth, type Mediator } from "../mediator.js";
import { mediatorId } from "../mediator-id.js";
import { integrateEnds } from "@belladonna/numerics";
import { scalarToFermions } from "../widths/fermion-pair.js";
import { darkPhoton } from "./dark-photon.js";
import { higgsMixingChannels, higgsMixingYukawas, leptonPairs } from "./dark-scalar.js";

/** Parameters of {@link darkHiggs}. */
export interface DarkHiggsParameters {
  /** Mass of the dark Higgs boson, GeV, > 0. */
  readonly mass: number;
  /** Mass of the dark photon, GeV, > 0. */
  readonly darkPhotonMass: number;
  /** Kinetic mixing, not 0, at most 1 in size. */
  readonly epsilon: number;
  /** Dark fine-structure constant, > 0. */
  readonly alphaD: number;
  /** Mixing with the Higgs boson; none when absent. */
  readonly sinTheta?: number;
}

const PARAMETERS: readonly (keyof DarkHiggsParameters)[] = ["mass", "darkPhotonMass", "epsilon", "alphaD", "sinTheta"];

/** $\Gamma(h'\to A'A')=\frac{\alpha_Dm^3}{8m_A^2}\sqrt{1-4r}\,(1-4r+12r^2)$, $r=m_A^2/m^2$. */
function toPair(m: number, mA: number, alphaD: number): number {
  if (m <= 2 * mA) return 0;
  const r = square(mA / m);
  return ((alphaD * cube(m)) / (8 * mA * mA)) * Math.sqrt(1 - 4 * r) * (1 - 4 * r + 12 * r * r);
}

/** $\Gamma(h'\to A'A'^*\to A'f\bar f)$ from the spectrum of the virtual dark photon, which decays with its width at $q$. */
function toVirtual(m: number, mA: number, alphaD: number, epsilon: number): number {
  if (m <= mA + 2 * MASS.e || m > 2 * mA) return 0;
  const spectrum = (q: number): number => {
    const width = darkPhoton({ mass: q, epsilon, hadrons: { quarkonia: false } }).width();
    const p = Math.sqrt((m - mA - q) * (m - mA + q) * (m + mA - q) * (m + mA + q)) / (2 * m);
    const polarisations = 2 + square(m * m - mA * mA - q * q) / (4 * mA * mA * q * q);
    const propagator = square((q - mA) * (q + mA)) + square(mA * width);
    // dq^2/pi * q Gamma(q)/|propagator|^2 * 16 pi alpha_D m_A^2 * polarisations * p/(8 pi m^2)
    return (((4 * q * q * width * alphaD * mA * mA) / (Math.PI * propagator)) * (polarisations * p)) / (m * m);
  };
  return integrateEnds(spectrum, 2 * MASS.e, m - mA, 64);
}

/**
 * The dark Higgs boson of a dark photon that has its mass from it, $m_{A'}=g_Dv_D$ (unit charge).
 *
 * Channels: two dark photons; one dark photon and a virtual one between $m_{A'}$ and $2m_{A'}$; lepton
 * pairs by a loop of two dark photons, $\Gamma=y^2m\beta^3/8\pi$ with
 * $y=\frac{3\alpha\varepsilon^2 m_\ell}{2\pi}\frac{g_D}{m_{A'}}$ from the low-energy theorem (the width of the paper with
 * its loop function at 3/2, for $m\ll m_{A'}$; an estimate up to $2m_{A'}$, where it is
 * negligible); and Higgs mixing, if any.
 *
 * @param parameters - masses (GeV), kinetic mixing, $\alpha_D$
 * @returns the mediator
 * @throws `RangeError` for a mass or $\alpha_D$ that is not > 0, or a mixing that is 0 or above 1
 * @see Batell, Pospelov, Ritz, arXiv:0903.0363
 *
 * @example
 * ```ts
 * darkHiggs({ mass: 3, darkPhotonMass: 1, epsilon: 1e-3, alphaD: 0.1 }).branchingFraction("A' A'"); // ≈ 1
 * ```
 */
export function darkHiggs(parameters: DarkHiggsParameters): Mediator {
  requireOptions("darkHiggs", parameters, PARAMETERS);
  const { mass, darkPhotonMass, epsilon, alphaD, sinTheta = 0 } = parameters;
  requirePositive("darkHiggs: mass", mass, "GeV");
  requirePositive("darkHiggs: darkPhotonMass", darkPhotonMass, "GeV");
  requireWithin("darkHiggs: darkPhotonMass, GeV,", darkPhotonMass, 1e-30, 1e6);
  requirePositive("darkHiggs: alphaD", alphaD);
  requireCoupling("darkHiggs: epsilon", epsilon, 1);
  if (sinTheta !== 0) requireCoupling("darkHiggs: sinTheta", sinTheta, 1);

  const channels = (): PartialWidth[] => {
    const { Batell2009 } = references;
    const photonId = mediatorId({ kind: "vector" });
    const list = [
      channel("A' A'", [photonId, photonId], toPair(mass, darkPhotonMass, alphaD), "dark", Batell2009),
      channel("A' A'*", [], toVirtual(mass, darkPhotonMass, alphaD, epsilon), "dark", Batell2009),
    ];
    const gD = Math.sqrt(4 * Math.PI * alphaD);
    for (const [l, name, id] of leptonPairs) {
      const y = (3 * ALPHA * square(epsilon) * MASS[l] * gD) / (2 * Math.PI * darkPhotonMass);
      const width = mass > 2 * darkPhotonMass ? 0 : scalarToFermions(mass, MASS[l], y);
      list.push(channel(`${name} (loop)`, [-id, id], width, "leptons", Batell2009, [0.3, 3]));
    }
    return sinTheta === 0 ? list : [...list, ...higgsMixingChannels(mass, sinTheta, undefined)];
  };
  const couplings = {
    darkPhoton: { mass: darkPhotonMass, epsilon, alphaD },
    ...(sinTheta === 0 ? {} : { scalar: higgsMixingYukawas(sinTheta) }),
  };
  const citations = [references.Batell2009];
  return mediator({ name: "dark Higgs boson", kind: "scalar", mass, couplings, channels, citations });
}
