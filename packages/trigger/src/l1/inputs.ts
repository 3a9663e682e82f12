import { emptyBits, popcount, type Bits } from "../bits.js";
import { level1InputNames } from "../data/level1-menu.js";
import type { Detected } from "../detector/detected.js";
import { belle2 } from "../detector/belle2.js";
import type { Detector } from "../detector/detector.js";
import { addShower, cellGeometry, clearCells, digitize, newCellEnergies, type CellEnergies } from "./cells.js";
import type { Reading } from "./cdc.js";
import { decideEcl, newEclDecision, type EclDecision } from "./ecl-bits.js";
import { findClusters, newTriggerClusters, type TriggerClusters } from "./ecl-clusters.js";
import { barrelBackToBack, decideMuons, endcapBackToBack, type MuonDecision } from "./klm.js";
import { decideChamber, newChamberDecision, type ChamberDecision } from "./level1-tracks.js";
import { decideMatches, newMatchDecision, type MatchDecision } from "./matching.js";
import { B2B3, B2B5, B2B7, B2B9, OPEN30, OPEN90 } from "./sectors.js";

/** How {@link level1Inputs} reads ambiguities. */
export interface Level1Options {
  /** Follow the code or the documentation where they differ; `"asCoded"` when absent. */
  readonly reading?: Reading;
  /** The detector, for the calorimeter's shower width and the muon system's barrel; {@link belle2} when absent. */
  readonly detector?: Detector;
  /** Threshold of a calorimeter trigger cell, GeV; 0.1 when absent. */
  readonly cellThreshold?: number;
  /** Half of the time window of the calorimeter trigger, ns; 125 when absent. */
  readonly halfWindow?: number;
}

/** Everything the level-1 trigger finds out about one event. */
interface Scratch {
  readonly cells: CellEnergies;
  readonly ringSums: Float64Array;
  readonly clusters: TriggerClusters;
  readonly ecl: EclDecision;
  readonly chamber: ChamberDecision;
  readonly muons: MuonDecision;
  readonly matches: MatchDecision;
  hottest: number;
}

/**
 * Level-1 input bits of detected events.
 *
 * Calorimeter clusters are shared among trigger cells, digitised and clustered again as the trigger does; tracks enter with
 * what the trigger's own tracking measured. The bits follow the trigger's simulation in basf2 (trg/ecl, trg/grl), with the
 * menu's meaning of counters. These bits stay 0: inner tracks (`ti`, `i2…`, `iecl…`, `ieklm`, `itsfb2b`), time-of-propagation
 * counter, Bhabha types, endcap pairs (`fwdsb` …), `grlgg…`, machine signals and
 * injection vetoes. `brlnb…` and `brlfb…` count clusters without and with a track in a back-to-back barrel pair,
 * `trkbha…` those with a track in a Bhabha: readings of their names.
 *
 * As coded, `typ` needs 0.8 GeV, as documented 0.7 GeV: see {@link singleTrack}.
 *
 * @param detected - What {@link detect} returned.
 * @param options - See {@link Level1Options}.
 * @returns Bits named {@link level1InputNames}.
 */
export function level1Inputs(detected: Detected, options: Level1Options = {}): Bits {
  const detector = options.detector ?? belle2;
  const reading = options.reading ?? "asCoded";
  const threshold = options.cellThreshold ?? 0.1;
  const halfWindow = options.halfWindow ?? 125;
  const bits = emptyBits(level1InputNames, detected.length);
  const scratch: Scratch = {
    cells: newCellEnergies(),
    ringSums: new Float64Array(18),
    clusters: newTriggerClusters(),
    ecl: newEclDecision(),
    chamber: newChamberDecision(),
    muons: { barrel: 0, endcap: 0 },
    matches: newMatchDecision(),
    hottest: 0,
  };
  const writer = writerOf(bits);
  const { tracks, muons } = detected;
  for (let i = 0; i < detected.length; i++) {
    calorimeter(detected, i, detector, threshold, halfWindow, scratch);
    decideChamber(tracks, tracks.offsets[i], tracks.offsets[i + 1], reading, scratch.chamber);
    decideMuons(muons, muons.offsets[i], muons.offsets[i + 1], detector.muonSystem.barrel, scratch.muons);
    decideMatches(tracks, scratch.chamber, scratch.clusters, scratch.muons, scratch.matches);
    writer.at(i);
    setBits(writer, scratch);
  }
  return bits;
}

/** Trigger cells, clusters and decision of the calorimeter in event `i`. */
function calorimeter(
  { clusters: c }: Detected,
  i: number,
  detector: Detector,
  threshold: number,
  halfWindow: number,
  scratch: Scratch,
): void {
  const { cells, ringSums, clusters } = scratch;
  const geometry = cellGeometry();
  const { lateralLength } = detector.calorimeter;
  clearCells(cells);
  for (let k = c.offsets[i]; k < c.offsets[i + 1]; k++) {
    if (Math.abs(c.time[k]) > halfWindow) continue;
    addShower(cells, geometry, c.theta[k], c.phi[k], c.distance[k], c.energy[k], lateralLength);
  }
  digitize(cells, threshold);
  ringSums.fill(0);
  scratch.hottest = 0;
  for (let k = 0; k < cells.count; k++) {
    const tc = cells.hits[k];
    ringSums[geometry.ring[tc]] += cells.energy[tc];
    if (cells.energy[tc] > cells.energy[scratch.hottest]) scratch.hottest = tc;
  }
  findClusters(cells, geometry, clusters);
  decideEcl(clusters.cell, clusters.energy, clusters.count, ringSums, clusters.isolated, scratch.ecl);
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
interface Writer {
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

function writerOf({ words, stride }: Bits): Writer {
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

function setBits(w: Writer, scratch: Scratch): void {
  const { ecl, clusters, chamber, muons, matches } = scratch;
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
  if (scratch.hottest > 0) {
    w.set(I.eclActive);
    w.set(scratch.hottest <= 80 ? I.timingForward : scratch.hottest <= 512 ? I.timingBarrel : I.timingBackward);
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
