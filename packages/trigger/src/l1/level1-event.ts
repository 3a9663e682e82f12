import type { CellEnergies } from "./cells.js";
import type { EclDecision } from "./ecl-bits.js";
import type { TriggerClusters } from "./ecl-clusters.js";
import type { MuonDecision } from "./klm.js";
import type { ChamberDecision } from "./level1-tracks.js";
import type { MatchDecision } from "./matching.js";

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
