import { popcount } from "../bits.js";
import type { BitWriter } from "./bit-writer.js";
import { inputGroup, inputIndex } from "./input-index.js";
import { barrelBackToBack, endcapBackToBack } from "./klm.js";
import type { Level1Event } from "./level1-event.js";
import { B2B3, B2B5, B2B7, B2B9, OPEN30, OPEN90 } from "./sectors.js";

// Where the bits that are set below stand.
const I = {
  t2: inputGroup("t2_0", 4),
  t3: inputGroup("t3_0", 4),
  ty: inputGroup("ty_0", 4),
  ts: inputGroup("ts_0", 4),
  ta: inputGroup("ta_0", 4),
  typ: inputIndex("typ"),
  track: inputIndex("track"),
  cdcActive: inputIndex("cdc_active"),
  open90: inputIndex("cdc_open90"),
  b2b3: inputIndex("cdc_b2b3"),
  b2b5: inputIndex("cdc_b2b5"),
  b2b7: inputIndex("cdc_b2b7"),
  b2b9: inputIndex("cdc_b2b9"),
  f2f30: inputIndex("f2f30"),
  s2f30: inputIndex("s2f30"),
  s2f3: inputIndex("s2f3"),
  s2f5: inputIndex("s2f5"),
  s2fo: inputIndex("s2fo"),
  s2s30: inputIndex("s2s30"),
  s2s3: inputIndex("s2s3"),
  s2s5: inputIndex("s2s5"),
  s2so: inputIndex("s2so"),
  elow: inputIndex("elow"),
  ehigh: inputIndex("ehigh"),
  elum: inputIndex("elum"),
  bha: inputIndex("ecl_bha"),
  bha3d: inputIndex("ecl_3dbha"),
  bhaVeto: inputIndex("bha_veto"),
  bhaInTrack: inputIndex("bha_intrk"),
  bhaTheta: inputGroup("bha_theta_0", 2),
  bhaSelection: inputIndex("ecl_bhapur"),
  clst: inputGroup("clst_0", 4),
  eclActive: inputIndex("ecl_active"),
  timingForward: inputIndex("ecl_timing_fwd"),
  timingBarrel: inputIndex("ecl_timing_brl"),
  timingBackward: inputIndex("ecl_timing_bwd"),
  physics: inputIndex("ecl_phys"),
  overflow: inputIndex("ecl_oflo"),
  mumu: inputIndex("ecl_mumu"),
  burst: inputIndex("ecl_bst"),
  klmHit: inputIndex("klm_hit"),
  klm: inputGroup("klm_0", 3),
  klmB2b: inputIndex("klmb2b"),
  eklmHit: inputIndex("eklm_hit"),
  eklm: inputGroup("eklm_0", 3),
  eklmB2b: inputIndex("eklmb2b"),
  cdcecl: inputGroup("cdcecl_0", 4),
  c2gev: inputGroup("c2gev_0", 4),
  cdcklm: inputGroup("cdcklm_0", 2),
  seklm: inputGroup("seklm_0", 2),
  secl: inputIndex("secl"),
  ecleklm: inputIndex("ecleklm"),
  samhem: inputIndex("samhem"),
  opohem: inputIndex("opohem"),
  d3: inputIndex("d3"),
  d5: inputIndex("d5"),
  d7: inputIndex("d7"),
  p3: inputIndex("p3"),
  p5: inputIndex("p5"),
  p7: inputIndex("p7"),
  p9: inputIndex("p9"),
  brlfb: inputGroup("brlfb1", 2),
  brlnb: inputGroup("brlnb1", 2),
  trkbha: inputGroup("trkbha1", 2),
};
/** Low-multiplicity bits as the calorimeter numbers them; the menu has no input for number 11. */
const LML = ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13] as const).map((number) => ({
  number,
  at: inputIndex(`ecl_lml_${number}`),
}));

/** Sets the bits of an event. */
export function setInputBits(w: BitWriter, event: Level1Event): void {
  const { ecl, clusters, chamber, muons, matches } = event;
  if (chamber.full + chamber.short > 0) {
    w.oneHot(chamber.full, I.t2);
    w.oneHot(chamber.fitted, I.t3);
    w.oneHot(chamber.neural, I.ty);
    w.oneHot(chamber.short, I.ts);
    w.oneHot(chamber.full + chamber.short, I.ta);
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
    if (ecl.bhabhaSelection) w.binary(ecl.bhabhaTheta, I.bhaTheta);
    w.binary(clusters.count, I.clst);
    w.setIf(ecl.physics, I.physics);
    w.setIf(clusters.overflow, I.overflow);
    w.setIf(ecl.mumu, I.mumu);
    w.setIf(ecl.burst, I.burst);
    for (const { number, at } of LML) w.setIf(((ecl.lml >> number) & 1) === 1, at);
    const { clusterPairs: d, trackClusterPairs: p } = matches;
    w.setIf((d & B2B3) !== 0, I.d3);
    w.setIf((d & B2B5) !== 0, I.d5);
    w.setIf((d & B2B7) !== 0, I.d7);
    w.setIf((p & B2B3) !== 0, I.p3);
    w.setIf((p & B2B5) !== 0, I.p5);
    w.setIf((p & B2B7) !== 0, I.p7);
    w.setIf((p & B2B9) !== 0, I.p9);
    w.oneHot(matches.trackClusters, I.cdcecl);
    w.oneHot(matches.hardTrackClusters, I.c2gev);
    w.setIf(matches.shortClusters > 0, I.secl);
    w.setIf(matches.clusterMuons > 0, I.ecleklm);
    w.setIf(matches.sameHemisphere, I.samhem);
    w.setIf(matches.oppositeHemisphere, I.opohem);
    w.oneHot(matches.trackPair, I.brlfb);
    w.oneHot(matches.neutralPair, I.brlnb);
    if (ecl.bhabha3d) w.oneHot(matches.hardMatched, I.trkbha);
  }
  if (muons.barrel !== 0) {
    w.set(I.klmHit);
    w.binary(Math.min(7, popcount(muons.barrel)), I.klm);
    w.setIf(barrelBackToBack(muons.barrel), I.klmB2b);
    w.oneHot(matches.trackMuons, I.cdcklm);
  }
  if (muons.endcap !== 0) {
    w.set(I.eklmHit);
    w.binary(Math.min(7, popcount(muons.endcap)), I.eklm);
    w.setIf(endcapBackToBack(muons.endcap), I.eklmB2b);
    w.oneHot(matches.shortMuons, I.seklm);
  }
}
