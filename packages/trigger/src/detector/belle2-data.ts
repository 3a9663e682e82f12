import { DEGREE } from "@belladonna/kinematics";
import type { Described, Sourced } from "@belladonna/sources";
import type { Detector } from "./detector.js";

const read = <T>(value: T, unit: string, source: string): Sourced<T> => ({ value, unit, standing: "read", source });
const derived = <T>(value: T, unit: string, source: string): Sourced<T> => ({
  value,
  unit,
  standing: "derived",
  source,
});
const recalled = <T>(value: T, unit: string, source: string): Sourced<T> => ({
  value,
  unit,
  standing: "recalled",
  source,
});
const degrees = (low: number, high: number): readonly [number, number] => [low * DEGREE, high * DEGREE];

const acceptance = "basf2 analysis/variables/src/AcceptanceVariables.cc";
const eclCovariance = "basf2 ecl/modules/eclCovarianceMatrix/ECLCovarianceMatrixModule.cc (2016)";
const book = "basf2 online book";
const typical = "typical of published Belle II performance";

/** Every number of the Belle II parametrisation, with unit, standing and source. */
export const belle2Data: Described<Detector> = {
  name: read("Belle II", "1", "arXiv:1011.0352"),
  field: read(1.5, "T", book),
  calorimeter: {
    forward: read(degrees(12.4, 31.4), "rad", acceptance),
    barrel: read(degrees(32.2, 128.7), "rad", acceptance),
    backward: read(degrees(130.7, 155.1), "rad", acceptance),
    radius: read(125, "cm", `${book}: barrel radius 125 cm`),
    zForward: read(196.2, "cm", book),
    zBackward: read(-102.2, "cm", book),
    energyLinear: {
      noise: read(0.00047, "GeV", eclCovariance),
      stochastic: read(0.01105, "GeV^(1/4)", eclCovariance),
      constant: read(0.008563, "1", eclCovariance),
    },
    energyQuadrature: {
      noise: read(0.00066, "GeV", `Nucl. Instrum. Meth. A 441, 401, quoted in ${eclCovariance}`),
      stochastic: read(0.0081, "GeV^(1/4)", `Nucl. Instrum. Meth. A 441, 401, quoted in ${eclCovariance}`),
      constant: read(0.0134, "1", `Nucl. Instrum. Meth. A 441, 401, quoted in ${eclCovariance}`),
    },
    energyTail: recalled(
      [1.2, 4],
      "1, 1",
      "Crystal Ball fits to lines of photons in CsI(Tl): the tail starts at 1 to 1.5 widths, with a power of 3 to 6",
    ),
    position: read([0.027, 0.34, 0.18], "cm", `${eclCovariance}: 0.27 + 3.4/sqrt(E) + 1.8/E^(1/4) mm`),
    minimumEnergy: recalled(0.02, "GeV", "energy from which reconstruction keeps a cluster"),
    time: recalled([1, 0.4], "ns", "a few ns at 0.1 GeV, about 1 ns above 1 GeV"),
    time99: derived(2.5758293, "1", "half-width of the central 99 % of a normal distribution"),
    showerShape: recalled(0.95, "1", "typical efficiency of a shower-shape classifier at 0.5"),
    hadronShape: recalled(0.3, "1", "typical hadron acceptance of a shower-shape classifier at 0.5"),
    mipEnergy: recalled(0.19, "GeV", "30 cm of CsI(Tl) crossed by a minimum-ionising particle"),
    mipWidth: recalled(0.013, "GeV", "straggling in 30 cm of CsI(Tl)"),
    interactionLengths: read(0.8, "1", `${book}: 0.8 interaction lengths before the muon system`),
    hadronResponse: recalled([0.1, 0.9], "1", "hadronic showers are contained only in part"),
    matchDistance: recalled(10, "cm", "about two crystals"),
    lateralLength: derived(
      1.19,
      "cm",
      "95 % of a shower within a strip of half-width one Moliere radius of CsI, 3.57 cm",
    ),
  },
  tracker: {
    acceptance: read(degrees(17, 150), "rad", acceptance),
    minimumPt: recalled(0.05, "GeV", "least transverse momentum of standalone silicon tracking"),
    promptEfficiency: recalled(
      [
        [0.05, 0.4],
        [0.1, 0.8],
        [0.2, 0.93],
        [0.3, 0.96],
        [0.5, 0.975],
        [1, 0.985],
        [3, 0.99],
      ],
      "GeV, 1",
      "arXiv:2003.12466 and tag-and-probe of tau pairs: above 98 % at high momentum, falling below 0.2 GeV",
    ),
    angularEfficiency: recalled(
      [
        [17 * DEGREE, 0.94],
        [30 * DEGREE, 1],
        [126 * DEGREE, 1],
        [150 * DEGREE, 0.94],
      ],
      "rad, 1",
      "whole depth of the drift chamber from 30 to 126 degrees; some per cent are lost towards its ends",
    ),
    displacedEfficiency: recalled(
      [
        [1, 1],
        [20, 0.5],
        [60, 0.044],
        [100, 0],
      ],
      "cm, 1",
      "K_S efficiency over that near the interaction point: 0.4-0.5 over 0.9 near 20 cm, a few per cent beyond 60 cm",
    ),
    momentum: recalled([0.0011, 0.0025], "1/GeV, 1", "arXiv:1011.0352, resolution with the silicon detectors"),
    impact: recalled([0.0014, 0.003], "cm, cm GeV", `${typical}: 14 um at high momentum`),
    angle: recalled(0.0005, "rad", typical),
    chamberRadius: recalled([16, 113], "cm", "arXiv:1011.0352"),
    chamberZ: recalled([-83, 159], "cm", "arXiv:1011.0352"),
    layers: recalled(56, "1", "arXiv:1011.0352"),
    time: recalled(2, "ns", typical),
    material: recalled(0.05, "radiation lengths", "beam pipe, pixel and strip detectors, inner chamber wall"),
    conversionRadius: recalled(5, "cm", "between beam pipe and strip detector"),
  },
  muonSystem: {
    forward: read(degrees(18, 37), "rad", acceptance),
    barrel: read(degrees(37, 130), "rad", `${acceptance}: barrel 47-122 and both overlap regions`),
    backward: read(degrees(130, 155), "rad", acceptance),
    radius: recalled(202, "cm", "inner radius of the barrel's first layer"),
    zForward: recalled(284, "cm", "inner face of the forward endcap"),
    zBackward: recalled(-190, "cm", "inner face of the backward endcap"),
    minimumPt: read(0.6, "GeV", acceptance),
    lossPerLayer: derived(0.054, "GeV", "4.7 cm of iron at 11.4 MeV/cm"),
    lossBefore: derived(0.35, "GeV", "calorimeter 0.2 GeV and coil at minimum ionisation"),
    layers: recalled(14, "1", "14 iron plates between detector layers"),
    layerEfficiency: recalled(0.95, "1", typical),
    interactionLengthsPerLayer: derived(0.28, "1", "3.9 interaction lengths in 14 layers (basf2 online book)"),
  },
  identification: {
    electron: recalled(0.93, "1", typical),
    muon: recalled(0.93, "1", `${typical}, momenta above 1 GeV`),
    kaon: recalled(0.87, "1", typical),
    proton: recalled(0.9, "1", typical),
    pionAsElectron: recalled(0.005, "1", `${typical}: below 1 %`),
    pionAsMuon: recalled(0.04, "1", `${typical}: 2-7 %`),
    pionAsKaon: recalled(0.1, "1", typical),
  },
  level1: {
    minimumPt: read(0.3, "GeV", "basf2 trg/cdc/modules/houghtracking"),
    fullRadius: recalled(88, "cm", "outer edge of the fourth of five axial superlayers"),
    shortRadius: recalled(67, "cm", "outer edge of the third axial superlayer"),
    efficiency: derived(0.95, "1", "two tracks of the ffo line at about 0.9 in 2019-2020 (recalled)"),
    neuralEfficiency: recalled(0.95, "1", "arXiv:2402.14962"),
    neuralZ: read(1.5, "cm", "neural z resolution 1-2 cm, arXiv:2402.14962"),
    fitEfficiency: recalled(0.9, "1", "three-dimensional fitter, before the neural trigger"),
    fitZ: recalled(4, "cm", "three-dimensional fitter, before the neural trigger"),
    curvature: derived(0.00025, "1/cm", "34 Hough cells over a curvature of +-1/(66.7 cm): width / sqrt(12)"),
    phi: derived(0.0113, "rad", "Hough cells of 2 pi / 160, uniform within: width / sqrt(12)"),
    cotTheta: recalled(0.03, "1", "neural estimate of the polar angle"),
    maximumD0: recalled(5, "cm", "Hough transform assumes tracks from the origin"),
  },
  background: {
    clusters: recalled(2, "1", "clusters above 20 MeV within 200 ns at a luminosity of a few 1e34"),
    clusterEnergy: recalled(0.03, "GeV", "soft"),
    clusterTime: recalled(200, "ns", "window of the high-level trigger"),
    tracks: recalled(0.05, "1", "at a luminosity of a few 1e34"),
    trackZ: recalled(40, "cm", "lost beam particles along the interaction region"),
    trackPt: recalled(0.2, "GeV", "soft"),
  },
};
