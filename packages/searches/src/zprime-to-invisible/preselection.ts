import { LEPTON_PT } from "../recoil/pair-cuts.js";
import { type Preselection, preselection } from "../recoil/preselection.js";
import { TABLES } from "./selection.js";

/** What an event has to have to be selected in either analysis. */
export const loose: Preselection = preselection(LEPTON_PT.value, Math.min(...TABLES.counting.map(([, beam]) => beam)), [
  TABLES.template,
  TABLES.counting,
]);

/** Whether an event with these true muons, in the lab, can be selected in either analysis. */
export const { mayPass }: Pick<Preselection, "mayPass"> = loose;
