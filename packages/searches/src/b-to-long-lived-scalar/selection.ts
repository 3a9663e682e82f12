import { belle2 } from "@belladonna/trigger";
import type { Cut } from "../selection/cut.js";
import { above, below, between } from "../selection/bounds.js";
import type { Quantity } from "../selection/quantity.js";
import type { SignalChannel } from "./channels.js";
import type { Columns } from "./columns.js";
import { PAPER } from "./publication.js";

const SKIM = "basf2, skim BtoKplusLLP";

/** Largest transverse impact parameter of the prompt kaon and pion. */
export const promptAcross: Quantity = below({
  quantity: "prompt tracks, dr",
  value: 0.5,
  unit: "cm",
  standing: "read",
  source: SKIM,
});

/** The same along the beams. */
export const promptAlong: Quantity = below({
  quantity: "prompt tracks, |dz|",
  value: 2,
  unit: "cm",
  standing: "read",
  source: SKIM,
});

/** Least transverse momentum of the two tracks of the scalar. */
const leastPt: Quantity = above({
  quantity: "p_t of the tracks of the scalar",
  value: 0.1,
  unit: "GeV",
  standing: "read",
  source: SKIM,
});

/** Least distance of the vertex from the axis. */
export const displacement: Quantity = above({
  quantity: "vertex, dr",
  value: 0.05,
  unit: "cm",
  standing: "read",
  source: SKIM,
});

/** That where other decays peak. */
export const tightDisplacement: Quantity = above({
  quantity: "vertex where D⁰, φ, J/ψ, ψ(2S) peak, dr",
  value: 0.2,
  unit: "cm",
  standing: "recalled",
  source: PAPER,
});

/** Least cosine of the transverse angle between momentum and flight of the scalar. */
const pointing: Quantity = above({
  quantity: "pointing: cosine, transverse",
  value: 0.95,
  unit: "1",
  standing: "stand-in",
  source: "a requirement exists; its value is not public",
});

/** Mass of the $K^*$. */
const kStarMass: Quantity<readonly [number, number]> = between({
  quantity: "K* mass",
  value: [0.796, 0.996],
  unit: "GeV",
  standing: "recalled",
  source: PAPER,
});

/** Largest $|\Delta E|$. */
const deltaE: Quantity = below({
  quantity: "|ΔE|",
  value: 0.05,
  unit: "GeV",
  standing: "recalled",
  source: PAPER,
});

/** Least beam-constrained mass. */
const mBc: Quantity = above({
  quantity: "M_bc",
  value: 5.27,
  unit: "GeV",
  standing: "recalled",
  source: PAPER,
});

/** Largest second Fox–Wolfram ratio. */
const r2: Quantity = below({ quantity: "R₂", value: 0.45, unit: "1", standing: "recalled", source: PAPER });

/** Level-1 lines, any of which keeps the event. */
export const level1Lines: Quantity<readonly string[]> = {
  quantity: "trigger, any of the level-1 lines, and the high-level menu",
  value: ["fff", "ffo", "stt", "cdcklm1", "hie", "c4"],
  unit: "1",
  standing: "read",
  source: "basf2",
};

const [inner, outer] = belle2.tracker.chamberRadius;

/** Radius that a hadron must reach before it decays: the middle of the drift chamber. */
export const measuredRadius: Quantity = {
  quantity: "kaons and pions that decay in flight are lost before",
  value: 0.5 * (inner + outer),
  unit: "cm",
  text: `${0.5 * (inner + outer)} cm, the middle of the drift chamber`,
  standing: "stand-in",
  source: "where a track is still found is not public",
};

/** Distance in the reduced mass from a peak up to which a candidate is fitted. */
export const fitWindow: Quantity<readonly [number, number]> = between({
  quantity: "fit, around the peak",
  value: [-10, 10],
  unit: "widths",
  standing: "stand-in",
  source: "ours",
});

/** What makes an event have candidates: the first step of the cut flow. */
export const CANDIDATE = "prompt kaon (and pion) and two tracks of the pair";

/** The cuts on candidates of a channel; what is behind them goes by the chance that an event is kept. */
export function cutsOf({ kaon }: SignalChannel): readonly Cut<Columns>[] {
  return [
    { name: "momentum of the tracks", numbers: [leastPt], keep: ({ pairPt }, k) => pairPt[k] >= leastPt.value },
    {
      name: "displaced vertex",
      numbers: [displacement],
      keep: (columns, k) => columns.displacement[k] > displacement.value,
    },
    { name: "points back", numbers: [pointing], keep: (columns, k) => columns.pointing[k] > pointing.value },
    ...(kaon === "K"
      ? []
      : [
          {
            name: "mass of the K*",
            numbers: [kStarMass],
            keep: (columns: Columns, k: number) =>
              columns.kStarMass[k] > kStarMass.value[0] && columns.kStarMass[k] < kStarMass.value[1],
          },
        ]),
    { name: "energy of the B", numbers: [deltaE], keep: (columns, k) => columns.deltaE[k] < deltaE.value },
    { name: "mass of the B", numbers: [mBc], keep: (columns, k) => columns.mBc[k] > mBc.value },
    { name: "shape of the event", numbers: [r2], keep: (columns, k) => columns.r2[k] < r2.value },
  ];
}
