import { particle } from "@belladonna/kinematics";
import { darkPhoton, type Mediator } from "@belladonna/models";
import type { Fact } from "../fact.js";

/** What the dark photon decays to. */
export interface PairChannel {
  /** Name in those of files. */
  readonly name: string;
  /** PDG number of what the pair is made of, positive. */
  readonly pdgId: number;
  /** Its mass, GeV. */
  readonly pairMass: number;
  /** Channel of the dark photon that holds this pair, and the share the pair has of it. */
  readonly decay: readonly [name: string, share: number];
  /** The pair as titles have it. */
  readonly text: string;
  /** As limits have it. */
  readonly finalState: string;
}

const channel = (
  name: string,
  pdgId: number,
  decay: PairChannel["decay"],
  text: string,
  finalState: string,
): PairChannel => ({ name, pdgId, pairMass: particle(pdgId).mass, decay, text, finalState });

/** Share of K⁺K⁻ in two kaons. */
const CHARGED_KAONS = 0.5;

/** The four pairs, that of the first limit first. */
export const channels: readonly PairChannel[] = [
  channel("mumu", 13, ["mu+ mu-", 1], "μ⁺μ⁻", "mu+ mu-"),
  channel("ee", 11, ["e+ e-", 1], "e⁺e⁻", "e+ e-"),
  channel("pipi", 211, ["pi+ pi-", 1], "π⁺π⁻", "pi+ pi-"),
  channel("kk", 321, ["K Kbar", CHARGED_KAONS], "K⁺K⁻", "K+ K-"),
];

/** How far a mass stays away from the threshold, GeV. */
const MARGIN = 0.006;

/** The dark photon of mixing 1, to whose square all widths are proportional. */
export const unitPhoton = (mass: number): Mediator => darkPhoton({ mass, epsilon: 1 });

/** Branching fraction of the pair; 0 near its threshold, and where hadrons are quarks. */
export function pairFraction({ pairMass, decay: [name, share] }: PairChannel, mass: number): number {
  if (!(mass > 2 * pairMass + MARGIN)) return 0;
  const photon = unitPhoton(mass);
  return photon.channels().some((one) => one.name === name) ? share * photon.branchingFraction(name) : 0;
}

/** The standing of the share of charged kaons. */
export const kaonFact: Fact = {
  quantity: "K⁺K⁻, of all kaon pairs",
  value: String(CHARGED_KAONS),
  standing: "stand-in",
  source: "isospin; more at the φ, where the lifetime is too short",
};
