import { requireChoice, requireOptions, requirePositive } from "@belladonna/numerics";
import { emptyBits, type Bits } from "../bits.js";
import { level1InputNames } from "./input-names.js";
import { belle2 } from "../detector/belle2.js";
import type { Detected } from "../detector/detected.js";
import type { Detector } from "../detector/detector.js";
import type { Reading } from "./cdc.js";
import { addShower, cellGeometry, clearCells, digitize, newCellEnergies } from "./cells.js";
import { decideEcl, newEclDecision } from "./ecl-bits.js";
import { findClusters, newTriggerClusters } from "./ecl-clusters.js";
import { bitWriter } from "./bit-writer.js";
import { setInputBits } from "./input-bits.js";
import { decideMuons } from "./klm.js";
import type { Level1Event } from "./level1-event.js";
import { decideChamber, newChamberDecision } from "./level1-tracks.js";
import { decideMatches, newMatchDecision } from "./matching.js";

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

const OPTIONS: readonly (keyof Level1Options)[] = ["reading", "detector", "cellThreshold", "halfWindow"];

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
 * ```ts
 * const seen = detect(generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { beams: superKekb, events: 5, seed: 1 }), belle2, random(1));
 * level1Inputs(seen).names.length; // 162
 * ```
 * @param detected - What {@link detect} returned.
 * @param options - See {@link Level1Options}.
 * @returns Bits named {@link level1InputNames}.
 */
export function level1Inputs(detected: Detected, options: Level1Options = {}): Bits {
  requireOptions("level1Inputs", options, OPTIONS);
  const detector = options.detector ?? belle2;
  const reading = options.reading ?? "asCoded";
  const threshold = options.cellThreshold ?? 0.1;
  const halfWindow = options.halfWindow ?? 125;
  requireChoice("level1Inputs: reading", reading, ["asCoded", "asDocumented"]);
  requirePositive("level1Inputs: cellThreshold", threshold, "GeV");
  requirePositive("level1Inputs: halfWindow", halfWindow, "ns");
  const bits = emptyBits(level1InputNames, detected.length);
  const scratch: Level1Event = {
    cells: newCellEnergies(),
    ringSums: new Float64Array(18),
    clusters: newTriggerClusters(),
    ecl: newEclDecision(),
    chamber: newChamberDecision(),
    muons: { barrel: 0, endcap: 0 },
    matches: newMatchDecision(),
    hottest: 0,
  };
  const writer = bitWriter(bits);
  const { tracks, muons } = detected;
  for (let i = 0; i < detected.length; i++) {
    calorimeter(detected, i, detector, threshold, halfWindow, scratch);
    decideChamber(tracks, tracks.offsets[i], tracks.offsets[i + 1], reading, scratch.chamber);
    decideMuons(muons, muons.offsets[i], muons.offsets[i + 1], detector.muonSystem.barrel, scratch.muons);
    decideMatches(tracks, scratch.chamber, scratch.clusters, scratch.muons, scratch.matches);
    writer.at(i);
    setInputBits(writer, scratch);
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
  scratch: Level1Event,
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
