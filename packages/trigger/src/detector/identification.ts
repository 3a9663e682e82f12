import type { Identification } from "./detector.js";

/**
 * Identity given to a charged track: the absolute PDG number drawn from the chances of its true species.
 *
 * What is not identified as itself is called a pion; a pion may be called an electron, muon or kaon.
 * @param pdg - Absolute PDG number of the true particle.
 * @param reachesMuonSystem - Whether muon identification is possible.
 * @param u - Uniform in (0, 1).
 */
export function identify(pdg: number, reachesMuonSystem: boolean, chances: Identification, u: number): number {
  switch (pdg) {
    case 11:
      return u < chances.electron ? 11 : 211;
    case 13:
      return reachesMuonSystem && u < chances.muon ? 13 : 211;
    case 321:
      return u < chances.kaon ? 321 : 211;
    case 2212:
      return u < chances.proton ? 2212 : 211;
    default: {
      if (u < chances.pionAsElectron) return 11;
      if (u < chances.pionAsElectron + chances.pionAsKaon) return 321;
      if (reachesMuonSystem && u > 1 - chances.pionAsMuon) return 13;
      return 211;
    }
  }
}
