import { HBAR_C_GEV_CM, HBAR_GEV_NS } from "@belladonna/kinematics";
import type { Sourced, Standing } from "@belladonna/sources";

const PDG = "PDG 2024, Phys. Rev. D 110 (2024) 030001";
const CODATA = "CODATA 2018/2022";
const FLAG = "FLAG 2021/2024, Eur. Phys. J. C 82 (2022) 869, N_f = 2+1+1 (D, D_s, B) and PDG 2024 (pi, K)";
const EFFECTIVE = "Bondarenko et al., JHEP 11 (2018) 032, arXiv:1805.08567, decay constants";

const constant =
  (standing: Standing) =>
  (value: number, unit: string, source: string, uncertainty?: number): Sourced =>
    uncertainty === undefined ? { value, unit, standing, source } : { value, unit, standing, source, uncertainty };

const published = constant("published");
const derived = constant("derived");
const recalled = constant("recalled");

/** Every coupling, mixing element, decay constant and lifetime that the portals use, each with unit, standing and source. */
export const constants: Readonly<
  Record<
    | "alpha"
    | "fermiConstant"
    | "sin2ThetaW"
    | "alphaSMZ"
    | "hbar"
    | "hbarC"
    | "vud"
    | "vus"
    | "vub"
    | "vcd"
    | "vcs"
    | "vcb"
    | "vts"
    | "vtb"
    | "vtd"
    | "fPi"
    | "fK"
    | "fD"
    | "fDs"
    | "fB"
    | "fBc"
    | "fEta"
    | "fEtaPrime"
    | "gRho"
    | "gOmega"
    | "gPhi"
    | "gKstar"
    | "gDsStar"
    | "gDStar"
    | "tauTau"
    | "tauMu"
    | "tauBPlus"
    | "tauB0"
    | "tauBs"
    | "tauDPlus"
    | "tauD0"
    | "tauDs"
    | "runningTopMass"
    | "ownTopMass"
    | "bottomOverStrange",
    Sourced
  >
> = {
  alpha: published(1 / 137.035999084, "1", CODATA),
  fermiConstant: published(1.1663788e-5, "GeV^-2", PDG, 6e-12),
  sin2ThetaW: published(0.23121, "1", PDG, 4e-5),
  alphaSMZ: published(0.118, "1", PDG, 9e-4),
  hbar: published(HBAR_GEV_NS, "GeV ns", `${CODATA}, exact in the SI`),
  hbarC: published(HBAR_C_GEV_CM, "GeV cm", `${CODATA}, exact in the SI`),
  vud: published(0.97373, "1", PDG, 3.1e-4),
  vus: published(0.2243, "1", PDG, 8e-4),
  vub: published(3.82e-3, "1", PDG, 2e-4),
  vcd: published(0.221, "1", PDG, 4e-3),
  vcs: published(0.975, "1", PDG, 6e-3),
  vcb: published(4.08e-2, "1", PDG, 1.4e-3),
  vts: published(4.11e-2, "1", PDG, 7.7e-4),
  vtb: derived(0.9991, "1", `${PDG}, CKM unitarity`),
  vtd: published(8.6e-3, "1", PDG, 2e-4),
  fPi: published(0.1302, "GeV", FLAG, 8e-4),
  fK: published(0.1557, "GeV", FLAG, 3e-4),
  fD: published(0.212, "GeV", FLAG, 7e-4),
  fDs: published(0.2499, "GeV", FLAG, 5e-4),
  fB: published(0.19, "GeV", FLAG, 1.3e-3),
  fBc: recalled(0.434, "GeV", "Colquhoun et al. (HPQCD), Phys. Rev. D 91 (2015) 114509, arXiv:1503.05762", 0.015),
  fEta: published(0.0817, "GeV", EFFECTIVE),
  fEtaPrime: published(-0.0947, "GeV", EFFECTIVE),
  gRho: published(0.162, "GeV^2", EFFECTIVE),
  gOmega: published(0.153, "GeV^2", EFFECTIVE),
  gPhi: published(0.234, "GeV^2", EFFECTIVE),
  gKstar: derived(
    0.1774,
    "GeV^2",
    "f_K* m_K* with f_K* = 0.199 GeV from BF(tau -> K* nu) = 1.20 %, PDG 2024, and tau -> V nu at tree level",
  ),
  gDStar: recalled(0.535, "GeV^2", EFFECTIVE),
  gDsStar: published(0.65, "GeV^2", EFFECTIVE),
  tauMu: recalled(2.1969811e-6, "s", PDG, 2.2e-12),
  tauTau: published(290.3e-15, "s", PDG, 0.5e-15),
  tauBPlus: published(1.638e-12, "s", PDG, 4e-15),
  tauB0: published(1.517e-12, "s", PDG, 4e-15),
  tauBs: published(1.52e-12, "s", PDG, 5e-15),
  tauDPlus: published(1.033e-12, "s", PDG, 5e-15),
  tauD0: published(4.103e-13, "s", PDG, 1e-15),
  tauDs: recalled(5.012e-13, "s", PDG, 2.2e-15),
  runningTopMass: derived(
    166.96,
    "GeV",
    `MS-bar mass at 120 GeV, between the W and the top, from ownTopMass by QCD with six flavours; it goes from ownTopMass at the top mass to 172.6 GeV at that of the W`,
  ),
  ownTopMass: derived(
    162.96,
    "GeV",
    `MS-bar mass at its own scale from the pole mass 172.57 GeV by three loops of QCD, ${PDG}, review of quark masses; from cross sections 162.5 +2.1 -1.5 GeV`,
    0.6,
  ),
  bottomOverStrange: recalled(53.94, "1", `${PDG}, quark summary table: m_b/m_s at one scale`, 0.12),
};

/** Fine-structure constant at zero momentum transfer, dimensionless. */
export const ALPHA: number = constants.alpha.value;
/** Electric charge $e = \sqrt{4\pi\alpha}$, dimensionless. */
export const E_CHARGE: number = Math.sqrt(4 * Math.PI * ALPHA);
/** Fermi constant $G_F$, GeV⁻². */
export const G_FERMI: number = constants.fermiConstant.value;
/** Vacuum expectation value of the Higgs field $v = (\sqrt2 G_F)^{-1/2}$, GeV. */
export const VEV: number = 1 / Math.sqrt(Math.SQRT2 * G_FERMI);
