import type { Cut } from "../selection/cut.js";
import type { CountingWindow } from "../recoil/counting-window.js";
import { type CutTable, firstDataCuts, recoilCuts } from "../recoil/cut-table.js";
import type { LeptonPairs } from "../recoil/lepton-pairs.js";
import { pairCuts, triggerCut, windowCut } from "../recoil/pair-cuts.js";

/** The two analyses: a fit of templates with the later data, counting in windows with the earlier. */
export type Analysis = "template" | "counting";

/** Near the smallest Punzi figure of merit at 79.7 fb⁻¹ on our simulation. */
const templateCuts: CutTable = [
  [0, 1, 0, 0],
  [0.5, 1.5, 0, 0],
  [1, 1.6, 0.2, 0.5],
  [1.5, 2, 0.9, 2],
  [2, 2.4, 1, 2.2],
  [3, 2.6, 1.15, 2],
  [4, 2.2, 1.3, 1.8],
  [5, 1.8, 1.4, 1.8],
  [6, 1.85, 1.35, 1],
  [6.5, 1.75, 1.2, 0.8],
  [7, 1.8, 1.05, 0.6],
  [7.5, 1.65, 0.9, 0.5],
  [8, 1.4, 0.7, 0.3],
  [8.5, 1.1, 0.4, 0.2],
  [9, 0.8, 0.2, 0],
];

/** The cuts on the momenta of the recoil of each analysis. */
export const TABLES: Readonly<Record<Analysis, CutTable>> = { template: templateCuts, counting: firstDataCuts };

/** The cuts of an analysis on the momentum of the recoil. */
function momentaOf(analysis: Analysis): Cut<LeptonPairs>[] {
  return recoilCuts(TABLES[analysis], {
    lepton: "muon",
    about: `, ${analysis === "template" ? "template fit" : "counting"}`,
    source: "near the smallest Punzi figure of merit on our simulation; stands in for the experiment's neural network",
  });
}

const { loose, central } = pairCuts("muons");

const offline: Readonly<Record<Analysis, readonly Cut<LeptonPairs>[]>> = {
  template: [...loose, ...momentaOf("template")],
  counting: [...loose, central, ...momentaOf("counting")],
};

/** The cuts of an analysis before the trigger. */
export function offlineCuts(analysis: Analysis): readonly Cut<LeptonPairs>[] {
  return offline[analysis];
}

/** All cuts of an analysis, of a counting window too where one is given; the trigger is last. */
export function cutsOf(analysis: Analysis, window?: CountingWindow): readonly Cut<LeptonPairs>[] {
  return [...offline[analysis], ...(window === undefined ? [] : [windowCut(window)]), triggerCut];
}
