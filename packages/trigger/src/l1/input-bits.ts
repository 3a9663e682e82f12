import type { Bits } from "../bits.js";
import { popcount } from "../bits.js";
import { level1InputNames } from "./level1-menu.js";
import type { CellEnergies } from "./cells.js";
import type { EclDecision } from "./ecl-bits.js";
import type { TriggerClusters } from "./ecl-clusters.js";
import { barrelBackToBack, endcapBackToBack, type MuonDecision } from "./klm.js";
import type { ChamberDecision } from "./level1-tracks.js";
import type { MatchDecision } from "./matching.js";
import { B2B3, B2B5, B2B7, B2B9, OPEN30, OPEN90 } from "./sectors.js";

/** Everything the level-1 trigger finds out about one event. */
export interface Level1Event {
  /** Energies of the trigger cells. */
  readonly cells: CellEnergies;
  /** Energy by ring, index 1-17, GeV. */
  readonly ringSums: Float64Array;
  /** Clusters of cells. */
  readonly clusters: TriggerClusters;
  /** Decision of the calorimeter. */
  readonly ecl: EclDecision;
  /** Decision of the drift chamber. */
  readonly chamber: ChamberDecision;
  /** Sectors of the muon system. */
  readonly muons: MuonDecision;
  /** Matches between them. */
  readonly matches: MatchDecision;
  /** Cell of most energy, 0 when none is hit. */
  hottest: number;
}

const index = new Map(level1InputNames.map((name, j) => [name, j]));
const at = (name: string): number => index.get(name) ?? -1;

// Where the bits that are set below stand.
const I = {
  t2: at("t2_0"),
  t3: at("t3_0"),
  ty: at("ty_0"),
  ts: at("ts_0"),
  ta: at("ta_0"),
  typ: at("typ"),
  track: at("track"),
  cdcActive: at("cdc_active"),
  open90: at("cdc_open90"),
  b2b3: at("cdc_b2b3"),
  b2b5: at("cdc_b2b5"),
  b2b7: at("cdc_b2b7"),
  b2b9: at("cdc_b2b9"),
  f2f30: at("f2f30"),
  s2f30: at("s2f30"),
  s2f3: at("s2f3"),
  s2f5: at("s2f5"),
  s2fo: at("s2fo"),
  s2s30: at("s2s30"),
  s2s3: at("s2s3"),
  s2s5: at("s2s5"),
  s2so: at("s2so"),
  elow: at("elow"),
  ehigh: at("ehigh"),
  elum: at("elum"),
  bha: at("ecl_bha"),
  bha3d: at("ecl_3dbha"),
  bhaVeto: at("bha_veto"),
  bhaInTrack: at("bha_intrk"),
  bhaTheta: at("bha_theta_0"),
  bhaSelection: at("ecl_bhapur"),
  clst: at("clst_0"),
  eclActive: at("ecl_active"),
  timingForward: at("ecl_timing_fwd"),
  timingBarrel: at("ecl_timing_brl"),
  timingBackward: at("ecl_timing_bwd"),
  physics: at("ecl_phys"),
  overflow: at("ecl_oflo"),
  mumu: at("ecl_mumu"),
  burst: at("ecl_bst"),
  klmHit: at("klm_hit"),
  klm: at("klm_0"),
  klmB2b: at("klmb2b"),
  eklmHit: at("eklm_hit"),
  eklm: at("eklm_0"),
  eklmB2b: at("eklmb2b"),
  cdcecl: at("cdcecl_0"),
  c2gev: at("c2gev_0"),
  cdcklm: at("cdcklm_0"),
  seklm: at("seklm_0"),
  secl: at("secl"),
  ecleklm: at("ecleklm"),
  samhem: at("samhem"),
  opohem: at("opohem"),
  d3: at("d3"),
  d5: at("d5"),
  d7: at("d7"),
  p3: at("p3"),
  p5: at("p5"),
  p7: at("p7"),
  p9: at("p9"),
  brlfb: at("brlfb1"),
  brlnb: at("brlnb1"),
  trkbha: at("trkbha1"),
};
/** Inputs of the low-multiplicity bits; there is none for number 11. */
const LML = Array.from({ length: 14 }, (_, k) => at(`ecl_lml_${k}`));

/** Writes bits of one event after another. */
export interface BitWriter {
  /** Goes to an event. */
  at(event: number): void;
  /** Sets a bit. */
  set(j: number): void;
  /** Sets a bit on a condition. */
  setIf(on: boolean, j: number): void;
  /** Sets one of `size` bits: for 1, 2, … and the last for more. */
  oneHot(n: number, first: number, size: number): void;
  /** Sets bits to a binary number. */
  binary(n: number, first: number, size: number): void;
}

/** A writer of bits named as the level-1 inputs. */
export function bitWriter({ words, stride }: Bits): BitWriter {
  let word = 0;
  let mask = 0;
  return {
    at(event) {
      word = event >>> 5;
      mask = 1 << (event & 31);
    },
    set(j) {
      words[j * stride + word] |= mask;
    },
    setIf(on, j) {
      if (on) words[j * stride + word] |= mask;
    },
    oneHot(n, first, size) {
      if (n > 0) words[(first + Math.min(n, size) - 1) * stride + word] |= mask;
    },
    binary(n, first, size) {
      for (let k = 0; k < size; k++) if ((n >> k) & 1) words[(first + k) * stride + word] |= mask;
    },
  };
}

/** Sets the bits of an event. */
export function setInputBits(w: BitWriter, event: Level1Event): void {
  const { ecl, clusters, chamber, muons, matches } = event;
  if (chamber.full + chamber.short > 0) {
    w.oneHot(chamber.full, I.t2, 4);
    w.oneHot(chamber.fitted, I.t3, 4);
    w.oneHot(chamber.neural, I.ty, 4);
    w.oneHot(chamber.short, I.ts, 4);
    w.oneHot(chamber.full + chamber.short, I.ta, 4);
    w.setIf(chamber.single, I.typ);
    w.set(I.track);
    w.set(I.cdcActive);
    const { fullPairs: f, shortFullPairs: sf, shortPairs: s } = chamber;
    w.setIf((f & OPEN90) !== 0, I.open90);
    w.setIf((f & B2B3) !== 0, I.b2b3);
    w.setIf((f & B2B5) !== 0, I.b2b5);
    w.setIf((f & B2B7) !== 0, I.b2b7);
    w.setIf((f & B2B9) !== 0, I.b2b9);
    w.setIf((f & OPEN30) !== 0, I.f2f30);
    w.setIf((sf & OPEN30) !== 0, I.s2f30);
    w.setIf((sf & B2B3) !== 0, I.s2f3);
    w.setIf((sf & B2B5) !== 0, I.s2f5);
    w.setIf((sf & OPEN90) !== 0, I.s2fo);
    w.setIf((s & OPEN30) !== 0, I.s2s30);
    w.setIf((s & B2B3) !== 0, I.s2s3);
    w.setIf((s & B2B5) !== 0, I.s2s5);
    w.setIf((s & OPEN90) !== 0, I.s2so);
  }
  if (event.hottest > 0) {
    w.set(I.eclActive);
    w.set(event.hottest <= 80 ? I.timingForward : event.hottest <= 512 ? I.timingBarrel : I.timingBackward);
    w.setIf(ecl.elow, I.elow);
    w.setIf(ecl.ehigh, I.ehigh);
    w.setIf(ecl.elum, I.elum);
    w.setIf(ecl.bhabha2d, I.bha);
    w.setIf(ecl.bhabha3d, I.bha3d);
    w.setIf(ecl.bhabha3d, I.bhaVeto);
    w.setIf(ecl.bhabha3d && ecl.inTrack, I.bhaInTrack);
    w.setIf(ecl.bhabhaSelection, I.bhaSelection);
    if (ecl.bhabhaSelection) w.binary(ecl.bhabhaTheta, I.bhaTheta, 2);
    w.binary(clusters.count, I.clst, 4);
    w.setIf(ecl.physics, I.physics);
    w.setIf(clusters.overflow, I.overflow);
    w.setIf(ecl.mumu, I.mumu);
    w.setIf(ecl.burst, I.burst);
    for (let k = 0; k < LML.length; k++) w.setIf(((ecl.lml >> k) & 1) === 1 && LML[k] >= 0, LML[k]);
    const { clusterPairs: d, trackClusterPairs: p } = matches;
    w.setIf((d & B2B3) !== 0, I.d3);
    w.setIf((d & B2B5) !== 0, I.d5);
    w.setIf((d & B2B7) !== 0, I.d7);
    w.setIf((p & B2B3) !== 0, I.p3);
    w.setIf((p & B2B5) !== 0, I.p5);
    w.setIf((p & B2B7) !== 0, I.p7);
    w.setIf((p & B2B9) !== 0, I.p9);
    w.oneHot(matches.trackClusters, I.cdcecl, 4);
    w.oneHot(matches.hardTrackClusters, I.c2gev, 4);
    w.setIf(matches.shortClusters > 0, I.secl);
    w.setIf(matches.clusterMuons > 0, I.ecleklm);
    w.setIf(matches.sameHemisphere, I.samhem);
    w.setIf(matches.oppositeHemisphere, I.opohem);
    w.oneHot(matches.trackPair, I.brlfb, 2);
    w.oneHot(matches.neutralPair, I.brlnb, 2);
    if (ecl.bhabha3d) w.oneHot(matches.hardMatched, I.trkbha, 2);
  }
  if (muons.barrel !== 0) {
    w.set(I.klmHit);
    w.binary(Math.min(7, popcount(muons.barrel)), I.klm, 3);
    w.setIf(barrelBackToBack(muons.barrel), I.klmB2b);
    w.oneHot(matches.trackMuons, I.cdcklm, 2);
  }
  if (muons.endcap !== 0) {
    w.set(I.eklmHit);
    w.binary(Math.min(7, popcount(muons.endcap)), I.eklm, 3);
    w.setIf(endcapBackToBack(muons.endcap), I.eklmB2b);
    w.oneHot(matches.shortMuons, I.seklm, 2);
  }
}
