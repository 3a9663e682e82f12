/** The kaon beside $X$. */
export type Kaon = "K" | "K*";

/** A decay that is searched. */
export interface Channel {
  /** The kaon. */
  readonly kaon: Kaon;
  /** Name of its limit. */
  readonly name: string;
  /** The process. */
  readonly process: string;
  /** What is limited. */
  readonly axis: string;
  /** The same in plain letters. */
  readonly observable: string;
  /** Charge of the $B$. */
  readonly charge: "+" | "0";
  /** Number of the kaon in files of data. */
  readonly pdgId: number;
  /** Final state. */
  readonly finalState: string;
}

/** Both; that of the published data first. */
export const channels: readonly [Channel, Channel] = [
  {
    kaon: "K",
    name: "k-plus",
    process: "B⁺ → K⁺X, X invisible",
    axis: "$B$(B⁺ → K⁺X)",
    observable: "BF(B+ -> K+ X)",
    charge: "+",
    pdgId: 321,
    finalState: "K+ + invisible",
  },
  {
    kaon: "K*",
    name: "k-star",
    process: "B⁰ → K*⁰X, X invisible",
    axis: "$B$(B⁰ → K*⁰X)",
    observable: "BF(B0 -> K*0 X)",
    charge: "0",
    pdgId: 313,
    finalState: "K*0 + invisible",
  },
];
