import type { CountingWindow } from "../recoil/counting-window.js";
import { firstDataCuts, recoilCuts } from "../recoil/cut-table.js";
import type { LeptonPairs } from "../recoil/lepton-pairs.js";
import { LEPTON_PT, pairCuts, triggerCut, windowCut } from "../recoil/pair-cuts.js";
import { type Preselection, preselection } from "../recoil/preselection.js";
import type { Cut } from "../selection/cut.js";

const { loose, central } = pairCuts("leptons");

/** The cuts before the trigger; the last three are those against taus. */
export const offlineCuts: readonly Cut<LeptonPairs>[] = [
  ...loose,
  central,
  ...recoilCuts(firstDataCuts, {
    lepton: "lepton",
    about: "",
    source:
      "near the smallest Punzi figure of merit of μμZ′ at 276 pb⁻¹ on our simulation; that the publication has one selection for both is recalled",
  }),
];

/** All cuts, of a counting window too where one is given; the trigger is last. */
export function cutsOf(window?: CountingWindow): readonly Cut<LeptonPairs>[] {
  return [...offlineCuts, ...(window === undefined ? [] : [windowCut(window)]), triggerCut];
}

/** What an event has to have to be selected. */
export const { mayPass }: Preselection = preselection(
  LEPTON_PT.value,
  Math.min(...firstDataCuts.map(([, beam]) => beam)),
  [firstDataCuts],
);
