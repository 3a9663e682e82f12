import { square } from "@belladonna/numerics/elementary";
import { constants } from "../constants.js";
import { references } from "@belladonna/sources";
import type { DecayDynamics } from "../decay-dynamics.js";
import { pseudoscalarDynamics, spinless, twoPionDynamics, vectorMesonDynamics } from "../widths/v-minus-a.js";
import { MASS } from "../masses.js";
import { channel, type PartialWidth, type Lepton } from "../mediator.js";
import { neutralCurrent, threeBodyIntegral, threeBodyUnit } from "../widths/hnl-leptons.js";
import {
  hnlToChargedPseudoscalar,
  hnlToChargedVector,
  hnlToNeutralPseudoscalar,
  hnlToNeutralVector,
} from "../widths/hnl-mesons.js";
import { alphaS } from "./alpha-s.js";
import { hnlToChargedPions, hnlToNeutralPions } from "./hnl-pions.js";
import { pionFormFactor2 } from "./pion-pairs.js";

const c = constants;
const value = (name: keyof typeof constants): number => c[name].value;

/** Charged mesons: name, PDG identity, mass (GeV), decay constant times CKM element, spin. */
const charged = [
  ["pi+", 211, MASS["pi+"], value("fPi") * value("vud"), 0],
  ["K+", 321, MASS["K+"], value("fK") * value("vus"), 0],
  ["K*+", 323, MASS["K*+"], value("gKstar") * value("vus"), 1],
  ["D+", 411, MASS["D+"], value("fD") * value("vcd"), 0],
  ["Ds+", 431, MASS["Ds+"], value("fDs") * value("vcs"), 0],
  ["D*+", 413, MASS["D*+"], value("gDStar") * value("vcd"), 1],
  ["Ds*+", 433, MASS["Ds*+"], value("gDsStar") * value("vcs"), 1],
  ["B+", 521, MASS["B+"], value("fB") * value("vub"), 0],
  ["Bc+", 541, MASS["Bc+"], value("fBc") * value("vcb"), 0],
] as const;

const s2 = value("sin2ThetaW");

/** Neutral mesons: name, PDG identity, mass (GeV), decay constant (times $\kappa$ for vectors), spin. */
const neutral = [
  ["pi0", 111, MASS.pi0, value("fPi"), 0],
  ["eta", 221, MASS.eta, value("fEta"), 0],
  ["eta'", 331, MASS["eta'"], value("fEtaPrime"), 0],
  ["omega", 223, MASS.omega, ((2 * s2) / 3) * value("gOmega"), 1],
  ["phi", 333, MASS.phi, Math.SQRT2 * (1 / 2 - (2 * s2) / 3) * value("gPhi"), 1],
] as const;

/** Quark masses in phase space, GeV: MS-bar for light ones, pole for charm and bottom. */
const quark = { u: MASS.u, d: MASS.d, s: MASS.s, c: 1.5, b: 4.8 } as const;

// Up quark, down antiquark, CKM element, lightest hadron that opens the pair.
const chargedQuarks = [
  ["u", "d", value("vud"), MASS["pi+"]],
  ["u", "s", value("vus"), MASS["K+"]],
  ["u", "b", value("vub"), MASS["B+"]],
  ["c", "d", value("vcd"), MASS["D+"]],
  ["c", "s", value("vcs"), MASS["Ds+"]],
  ["c", "b", value("vcb"), MASS["Bc+"]],
] as const;

const neutralQuarks = [
  ["u", "up", MASS["pi+"]],
  ["d", "down", MASS["pi+"]],
  ["s", "down", MASS["K+"]],
  ["c", "up", MASS.D0],
  ["b", "down", MASS["B+"]],
] as const;

/** QCD correction of the hadronic tau width, $1+a+5.2a^2+26.4a^3$ with $a=\alpha_s/\pi$. */
function qcdCorrection(m: number): number {
  const a = alphaS(m) / Math.PI;
  return 1 + a * (1 + a * (5.2 + 26.4 * a));
}

/** Smallest energy left for hadrons at which quarks are used, GeV. */
const QUARKS_FROM = 1;

function quarksWithLepton(m: number, ml: number): number {
  if (m - ml < QUARKS_FROM) return 0;
  let sum = 0;
  for (const [up, down, v, hadron] of chargedQuarks) {
    if (m <= ml + hadron) continue;
    sum += 3 * v * v * threeBodyIntegral(ml / m, quark[up] / m, quark[down] / m);
  }
  return threeBodyUnit(m) * qcdCorrection(m) * sum;
}

function quarksWithNeutrino(m: number): number {
  if (m < QUARKS_FROM) return 0;
  let sum = 0;
  for (const [q, kind, meson] of neutralQuarks) {
    // Meson threshold as in arXiv:2405.07330; quark masses alone would open strange pairs at 0.2 GeV.
    if (m > 2 * meson) sum += 3 * neutralCurrent(quark[q] / m, kind) * Math.sqrt(1 - square((2 * meson) / m));
  }
  return threeBodyUnit(m) * qcdCorrection(m) * sum;
}

/** Ratios to ours of HNLCalc and ALPINIST, their known faults apart: single mesons by their constants, the rest by model. */
const spread = { inclusive: [0.6, 1.35], meson: [0.92, 1.11], vector: [0.92, 1.12] } as const;

/** The same for two pions: a narrow $\rho$ misses them below its mass and next above, ALPINIST has another form factor. */
const pionSpread = (excess: number): PartialWidth["spread"] => (excess < 1 ? [0, 1.17] : [0.88, 1.17]);

/**
 * Hadronic channels with one charged lepton: single mesons, two pions, and above 1 GeV what the quark-level width leaves
 * over them.
 *
 * @param m - mass of the $N$, GeV
 * @param lepton - the lepton
 * @param mixing - $|U_\ell|^2$
 * @param sign - charge of the lepton
 * @returns all channels, closed ones with width 0
 */
export function hadronsWithLepton(m: number, lepton: Lepton, mixing: number, sign: -1 | 1): PartialWidth[] {
  const ml = MASS[lepton];
  const id = { e: 11, mu: 13, tau: 15 }[lepton];
  const minus = sign < 0;
  const number = minus ? 1 : -1;
  const name = (meson: string): string => `${lepton}${minus ? "-" : "+"} ${minus ? meson : meson.replace("+", "-")}`;
  let single = 0;
  const list = charged.map(([meson, pdg, mass, constant, spin]): PartialWidth => {
    const width = (spin === 0 ? hnlToChargedPseudoscalar : hnlToChargedVector)(m, ml, mass, constant);
    single += width;
    const range = spin === 0 ? spread.meson : spread.vector;
    const products = [-sign * id, -sign * pdg];
    return {
      ...channel(name(meson), products, mixing * width, "semileptonic", references.Bondarenko2018, range),
      dynamics: (spin === 0 ? pseudoscalarDynamics : vectorMesonDynamics)(number),
    };
  });
  // The integrals are the cost of a heavy neutral lepton: none for a flavour that does not mix.
  const pions = mixing === 0 ? 0 : hnlToChargedPions(m, ml);
  single += pions;
  const pair = [-sign * 211, 111, -sign * id];
  list.push({
    ...channel(name("pi+ pi0"), pair, mixing * pions, "semileptonic", references.Bondarenko2018, pionSpread(m - ml)),
    dynamics: twoPionDynamics(number, (q) => pionFormFactor2(q, MASS["pi+"] + MASS.pi0)),
  });
  const rest = mixing === 0 ? 0 : Math.max(0, quarksWithLepton(m, ml) - single);
  list.push(channel(name("hadrons+"), [], mixing * rest, "semileptonic", references.Feng2024, spread.inclusive));
  return list;
}

/**
 * Hadronic channels with a neutrino; a Majorana $N$ has those with an antineutrino too.
 *
 * @param m - mass of the $N$, GeV
 * @param mixing - $\sum_\ell|U_\ell|^2$
 * @param majorana - whether $N$ is its own antiparticle
 * @returns all channels, closed ones with width 0
 */
export function hadronsWithNeutrino(m: number, mixing: number, majorana: boolean): PartialWidth[] {
  const both = majorana ? 2 : 1;
  const angles = (dynamics: DecayDynamics): DecayDynamics => (majorana ? spinless(dynamics) : dynamics);
  let single = 0;
  const list = neutral.map(([meson, pdg, mass, constant, spin]): PartialWidth => {
    const width = (spin === 0 ? hnlToNeutralPseudoscalar : hnlToNeutralVector)(m, mass, constant);
    single += width;
    const range = spin === 0 ? spread.meson : spread.vector;
    return {
      ...channel(`nu ${meson}`, [12, pdg], both * mixing * width, "semileptonic", references.Bondarenko2018, range),
      dynamics: angles((spin === 0 ? pseudoscalarDynamics : vectorMesonDynamics)(1)),
    };
  });
  const pions = hnlToNeutralPions(m);
  single += pions;
  const pair = [211, -211, 12];
  list.push({
    ...channel("nu pi+ pi-", pair, both * mixing * pions, "semileptonic", references.Bondarenko2018, pionSpread(m)),
    dynamics: angles(twoPionDynamics(1, (q) => pionFormFactor2(q, 2 * MASS["pi+"]))),
  });
  const rest = Math.max(0, quarksWithNeutrino(m) - single);
  list.push(channel("nu hadrons", [], both * mixing * rest, "semileptonic", references.Feng2024, spread.inclusive));
  return list;
}
