import type { Citation } from "./citation.js";

/** Entries that were compared with a record of the paper; all others are written from memory. */
const compared: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "Ilten2018",
  "Foguel2022",
  "McDermott2018",
  "Amaral2020",
  "Bauer2017",
  "Aloni2019",
  "Winkler2019",
  "Boiarska2019",
  "Gubernari2023",
  "Bondarenko2018",
  "Feng2024",
  "Calibbi2021",
  "MuonGm2Theory2025",
  "MuonGm2Experiment2025",
  "Pospelov2009",
  "Czyz2006",
  "Czyz2010",
  "Achasov2016",
  "Achasov2006",
  "Bharucha2016",
  "MuonGm2Theory2020",
  "MuonGm2Experiment2023",
  "Spira1998",
  "FLAG2021",
  "PDG2024",
  "PDG2020",
  "Dolan2017",
  "Batell2009",
  "Gorbunov2007",
  "Plehn2020",
]);

function paper(key: string, authors: string, title: string, journal: string, year: number, eprint?: string): Citation {
  const standing = compared.has(key) ? "read" : "recalled";
  const entry = { key, authors, title, journal, year, standing } as const;
  return eprint === undefined ? entry : { ...entry, eprint };
}

/** Key of a paper in {@link references}. */
export type ReferenceKey =
  | "PDG2024"
  | "PDG2020"
  | "FLAG2021"
  | "Ilten2018"
  | "Foguel2022"
  | "Batell2009"
  | "Essig2009"
  | "McDermott2018"
  | "He1991"
  | "Amaral2020"
  | "Kroll1955"
  | "Dolan2017"
  | "Bauer2017"
  | "Aloni2019"
  | "Jerhot2022"
  | "DallaValleGarcia2024"
  | "Izaguirre2017"
  | "Winkler2019"
  | "Spira1998"
  | "Boiarska2019"
  | "Batell2017"
  | "BallZwicky2005K"
  | "BallZwicky2005V"
  | "Bharucha2016"
  | "Gubernari2023"
  | "Bailey2016"
  | "Bondarenko2018"
  | "Gorbunov2007"
  | "Feng2024"
  | "Calibbi2021"
  | "MuonGm2Theory2020"
  | "MuonGm2Theory2025"
  | "MuonGm2Experiment2023"
  | "MuonGm2Experiment2025"
  | "Pospelov2009"
  | "Leveille1978"
  | "Wilczek1977"
  | "Czyz2006"
  | "Czyz2010"
  | "Plehn2020"
  | "Achasov2016"
  | "Achasov2006";

/** The papers that widths, form factors and inputs of this package are taken from, by key. */
export const references: Readonly<Record<ReferenceKey, Citation>> = {
  PDG2024: paper(
    "PDG2024",
    "{Particle Data Group} and Navas, S. and others",
    "Review of Particle Physics",
    "Phys. Rev. D 110, 030001",
    2024,
  ),
  PDG2020: paper(
    "PDG2020",
    "{Particle Data Group} and Zyla, P. A. and others",
    "Review of Particle Physics",
    "PTEP 2020, 083C01",
    2020,
  ),
  FLAG2021: paper(
    "FLAG2021",
    "{Flavour Lattice Averaging Group} and Aoki, Y. and others",
    "FLAG Review 2021",
    "Eur. Phys. J. C 82, 869",
    2022,
    "2111.09849",
  ),
  Ilten2018: paper(
    "Ilten2018",
    "Ilten, P. and Soreq, Y. and Williams, M. and Xue, W.",
    "Serendipity in dark photon searches",
    "JHEP 06, 004",
    2018,
    "1801.04847",
  ),
  Foguel2022: paper(
    "Foguel2022",
    "Foguel, A. L. and Reimitz, P. and Zukanovich Funchal, R.",
    "A robust description of hadronic decays in light vector mediator models",
    "JHEP 04, 119",
    2022,
    "2201.01788",
  ),
  Batell2009: paper(
    "Batell2009",
    "Batell, B. and Pospelov, M. and Ritz, A.",
    "Probing a Secluded U(1) at B-factories",
    "Phys. Rev. D 79, 115008",
    2009,
    "0903.0363",
  ),
  Essig2009: paper(
    "Essig2009",
    "Essig, R. and Schuster, P. and Toro, N.",
    "Probing Dark Forces and Light Hidden Sectors at Low-Energy e+e- Colliders",
    "Phys. Rev. D 80, 015003",
    2009,
    "0903.3941",
  ),
  McDermott2018: paper(
    "McDermott2018",
    "McDermott, S. D. and Patel, H. H. and Ramani, H.",
    "Dark photon decay beyond the Euler-Heisenberg limit",
    "Phys. Rev. D 97, 073005",
    2018,
    "1705.00619",
  ),
  He1991: paper(
    "He1991",
    "He, X.-G. and Joshi, G. C. and Lew, H. and Volkas, R. R.",
    "New Z' phenomenology",
    "Phys. Rev. D 43, R22",
    1991,
  ),
  Amaral2020: paper(
    "Amaral2020",
    "Amaral, D. W. P. and Cerdeno, D. G. and Foldenauer, P. and Reid, E.",
    "Solar neutrino probes of the muon anomalous magnetic moment in the gauged U(1)_{L_mu-L_tau}",
    "JHEP 12, 155",
    2020,
    "2006.11225",
  ),
  Kroll1955: paper(
    "Kroll1955",
    "Kroll, N. M. and Wada, W.",
    "Internal pair production associated with the emission of high-energy gamma rays",
    "Phys. Rev. 98, 1355",
    1955,
  ),
  Dolan2017: paper(
    "Dolan2017",
    "Dolan, M. J. and Ferber, T. and Hearty, C. and Kahlhoefer, F. and Schmidt-Hoberg, K.",
    "Revised constraints and Belle II sensitivity for visible and invisible axion-like particles",
    "JHEP 12, 094",
    2017,
    "1709.00009",
  ),
  Bauer2017: paper(
    "Bauer2017",
    "Bauer, M. and Neubert, M. and Thamm, A.",
    "Collider Probes of Axion-Like Particles",
    "JHEP 12, 044",
    2017,
    "1708.00443",
  ),
  Aloni2019: paper(
    "Aloni2019",
    "Aloni, D. and Soreq, Y. and Williams, M.",
    "Coupling QCD-Scale Axionlike Particles to Gluons",
    "Phys. Rev. Lett. 123, 031803",
    2019,
    "1811.03474",
  ),
  Jerhot2022: paper(
    "Jerhot2022",
    'Jerhot, J. and D{\\"o}brich, B. and Ertas, F. and Kahlhoefer, F. and Spadaro, T.',
    "ALPINIST: Axion-Like Particles In Numerous Interactions Simulated and Tabulated",
    "JHEP 07, 094",
    2022,
    "2201.05170",
  ),
  DallaValleGarcia2024: paper(
    "DallaValleGarcia2024",
    "Dalla Valle Garcia, G. and Kahlhoefer, F. and Ovchynnikov, M. and Zaporozhchenko, A.",
    "Phenomenology of axionlike particles with universal fermion couplings revisited",
    "Phys. Rev. D 109, 055042",
    2024,
    "2310.03524",
  ),
  Izaguirre2017: paper(
    "Izaguirre2017",
    "Izaguirre, E. and Lin, T. and Shuve, B.",
    "Searching for Axionlike Particles in Flavor-Changing Neutral Current Processes",
    "Phys. Rev. Lett. 118, 111802",
    2017,
    "1611.09355",
  ),
  Winkler2019: paper(
    "Winkler2019",
    "Winkler, M. W.",
    "Decay and detection of a light scalar boson mixing with the Higgs boson",
    "Phys. Rev. D 99, 015018",
    2019,
    "1809.01876",
  ),
  Spira1998: paper(
    "Spira1998",
    "Spira, M.",
    "QCD effects in Higgs physics",
    "Fortsch. Phys. 46, 203",
    1998,
    "hep-ph/9705337",
  ),
  Boiarska2019: paper(
    "Boiarska2019",
    "Boiarska, I. and Bondarenko, K. and Boyarsky, A. and Gorkavenko, V. and Ovchynnikov, M. and Sokolenko, A.",
    "Phenomenology of GeV-scale scalar portal",
    "JHEP 11, 162",
    2019,
    "1904.10447",
  ),
  Batell2017: paper(
    "Batell2017",
    "Batell, B. and Lange, N. and McKeen, D. and Pospelov, M. and Ritz, A.",
    "Muon anomalous magnetic moment through the leptonic Higgs portal",
    "Phys. Rev. D 95, 075003",
    2017,
    "1606.04943",
  ),
  BallZwicky2005K: paper(
    "BallZwicky2005K",
    "Ball, P. and Zwicky, R.",
    "New results on B -> pi, K, eta decay formfactors from light-cone sum rules",
    "Phys. Rev. D 71, 014015",
    2005,
    "hep-ph/0406232",
  ),
  BallZwicky2005V: paper(
    "BallZwicky2005V",
    "Ball, P. and Zwicky, R.",
    "B_{d,s} -> rho, omega, K*, phi decay form-factors from light-cone sum rules revisited",
    "Phys. Rev. D 71, 014029",
    2005,
    "hep-ph/0412079",
  ),
  Bharucha2016: paper(
    "Bharucha2016",
    "Bharucha, A. and Straub, D. M. and Zwicky, R.",
    "B -> V l+ l- in the Standard Model from light-cone sum rules",
    "JHEP 08, 098",
    2016,
    "1503.05534",
  ),
  Gubernari2023: paper(
    "Gubernari2023",
    "Gubernari, N. and Reboud, M. and van Dyk, D. and Virto, J.",
    "Dispersive analysis of B -> K(*) and B_s -> phi form factors",
    "JHEP 12, 153",
    2023,
    "2305.06301",
  ),
  Bailey2016: paper(
    "Bailey2016",
    "Bailey, J. A. and others",
    "B -> K l+ l- decay form factors from three-flavor lattice QCD",
    "Phys. Rev. D 93, 025026",
    2016,
    "1509.06235",
  ),
  Bondarenko2018: paper(
    "Bondarenko2018",
    "Bondarenko, K. and Boyarsky, A. and Gorbunov, D. and Ruchayskiy, O.",
    "Phenomenology of GeV-scale Heavy Neutral Leptons",
    "JHEP 11, 032",
    2018,
    "1805.08567",
  ),
  Gorbunov2007: paper(
    "Gorbunov2007",
    "Gorbunov, D. and Shaposhnikov, M.",
    "How to find neutral leptons of the nuMSM?",
    "JHEP 10, 015",
    2007,
    "0705.1729",
  ),
  Feng2024: paper(
    "Feng2024",
    "Feng, J. L. and Hewitt, A. and Kling, F. and La Rocco, D.",
    "Simulating heavy neutral leptons with general couplings at collider and fixed target experiments",
    "Phys. Rev. D 110, 035029",
    2024,
    "2405.07330",
  ),
  Calibbi2021: paper(
    "Calibbi2021",
    "Calibbi, L. and Redigolo, D. and Ziegler, R. and Zupan, J.",
    "Looking forward to lepton-flavor-violating ALPs",
    "JHEP 09, 173",
    2021,
    "2006.04795",
  ),
  MuonGm2Theory2020: paper(
    "MuonGm2Theory2020",
    "Aoyama, T. and others",
    "The anomalous magnetic moment of the muon in the Standard Model",
    "Phys. Rept. 887, 1",
    2020,
    "2006.04822",
  ),
  MuonGm2Theory2025: paper(
    "MuonGm2Theory2025",
    "Aliberti, R. and others",
    "The anomalous magnetic moment of the muon in the Standard Model: an update",
    "Phys. Rept. 1143, 1",
    2025,
    "2505.21476",
  ),
  MuonGm2Experiment2023: paper(
    "MuonGm2Experiment2023",
    "{Muon g-2 Collaboration} and Aguillard, D. P. and others",
    "Measurement of the Positive Muon Anomalous Magnetic Moment to 0.20 ppm",
    "Phys. Rev. Lett. 131, 161802",
    2023,
    "2308.06230",
  ),
  MuonGm2Experiment2025: paper(
    "MuonGm2Experiment2025",
    "{Muon g-2 Collaboration} and Aguillard, D. P. and others",
    "Measurement of the Positive Muon Anomalous Magnetic Moment to 127 ppb",
    "Phys. Rev. Lett. 135, 101802",
    2025,
    "2506.03069",
  ),
  Pospelov2009: paper(
    "Pospelov2009",
    "Pospelov, M.",
    "Secluded U(1) below the weak scale",
    "Phys. Rev. D 80, 095002",
    2009,
    "0811.1030",
  ),
  Leveille1978: paper(
    "Leveille1978",
    "Leveille, J. P.",
    "The Second Order Weak Correction to (g-2) of the Muon in Arbitrary Gauge Models",
    "Nucl. Phys. B 137, 63",
    1978,
  ),
  Wilczek1977: paper(
    "Wilczek1977",
    "Wilczek, F.",
    "Decays of Heavy Vector Mesons into Higgs Particles",
    "Phys. Rev. Lett. 39, 1304",
    1977,
  ),
  Czyz2006: paper(
    "Czyz2006",
    "Czy{\\.z}, H. and Grzeli{\\'n}ska, A. and K{\\\"u}hn, J. H. and Rodrigo, G.",
    "Electron-positron annihilation into three pions and the radiative return",
    "Eur. Phys. J. C 47, 617",
    2006,
    "hep-ph/0512180",
  ),
  Czyz2010: paper(
    "Czyz2010",
    "Czy{\\.z}, H. and Grzeli{\\'n}ska, A. and K{\\\"u}hn, J. H.",
    "Narrow resonances studies with the radiative return method",
    "Phys. Rev. D 81, 094014",
    2010,
    "1002.0279",
  ),
  Plehn2020: paper(
    "Plehn2020",
    "Plehn, T. and Reimitz, P. and Richardson, P.",
    "Hadronic Footprint of GeV-Mass Dark Matter",
    "SciPost Phys. 8, 092",
    2020,
    "1911.11147",
  ),
  Achasov2016: paper(
    "Achasov2016",
    "{SND Collaboration} and Achasov, M. N. and others",
    "Study of the reaction e+e- -> pi0 gamma with the SND detector at the VEPP-2M collider",
    "Phys. Rev. D 93, 092001",
    2016,
    "1601.08061",
  ),
  Achasov2006: paper(
    "Achasov2006",
    "{SND Collaboration} and Achasov, M. N. and others",
    "Study of the e+e- -> eta gamma process with SND detector at the VEPP-2M e+e- collider",
    "Phys. Rev. D 74, 014016",
    2006,
    "hep-ex/0605109",
  ),
};
