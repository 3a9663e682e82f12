import { particle } from "@belladonna/kinematics";
import { massRange } from "./publication.js";

/** What the scalar decays to. */
export type Pair = "e" | "mu" | "pi" | "K";

/** Which $B$ decay. */
type Kaon = "K" | "K*";

/** One of the eight channels. */
export interface SignalChannel {
  /** Name of its files. */
  readonly name: string;
  /** The kaon beside the scalar. */
  readonly kaon: Kaon;
  /** Charge of the $B$. */
  readonly charge: "+" | "0";
  /** The pair. */
  readonly pair: Pair;
  /** PDG number of what the pair is made of, positive. */
  readonly pdgId: number;
  /** Its mass, GeV. */
  readonly pairMass: number;
  /** Channel of a mediator that holds this pair, and the share the pair has of it. */
  readonly decay: readonly [name: string, share: number];
  /** Masses of the scalar that can be tested, GeV. */
  readonly from: number;
  /** Their end, GeV. */
  readonly to: number;
  /** The process, for the title of a plot. */
  readonly process: string;
  /** Identifier of the published limits, if there are any. */
  readonly published?: string;
}

const PAIRS: readonly (readonly [Pair, number, decay: SignalChannel["decay"], text: string])[] = [
  ["mu", 13, ["mu+ mu-", 1], "μ⁺μ⁻"],
  ["e", 11, ["e+ e-", 1], "e⁺e⁻"],
  ["pi", 211, ["pi pi", 2 / 3], "π⁺π⁻"],
  ["K", 321, ["K Kbar", 1 / 2], "K⁺K⁻"],
];

/** How far the mass stays away from the ends of phase space, GeV. */
const MARGIN = 0.006;

function channelOf(kaon: Kaon, [pair, pdgId, decay, text]: (typeof PAIRS)[number]): SignalChannel {
  const { mass } = particle(pdgId);
  const charged = kaon === "K";
  const most = particle(charged ? 521 : 511).mass - particle(charged ? 321 : 313).mass;
  const published = { e: "ee", mu: "mumu", pi: "", K: "" }[pair];
  return {
    name: `${charged ? "kplus" : "kstar"}-${{ e: "ee", mu: "mumu", pi: "pipi", K: "kk" }[pair]}`,
    kaon,
    charge: charged ? "+" : "0",
    pair,
    pdgId,
    pairMass: mass,
    decay,
    from: Math.max(massRange.value[0], 2 * mass + MARGIN),
    to: most - MARGIN,
    process: charged ? `B⁺ → K⁺S, S → ${text}` : `B⁰ → K*⁰S, S → ${text}`,
    ...(published === "" ? {} : { published: `BelleII_LLP_${charged ? "BKplus" : "BK0S"}_S_${published}_2023` }),
  };
}

/** The eight channels, K⁺ first. */
export const channels: readonly SignalChannel[] = (["K", "K*"] as const).flatMap((kaon) =>
  PAIRS.map((pair) => channelOf(kaon, pair)),
);
