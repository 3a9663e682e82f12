import { toyTask } from "@belladonna/histfactory/toys";
import type { ToyTask } from "@belladonna/stats";
import type { Task } from "../task.js";

/** Pseudo-experiments of a workspace. */
export const workspaceToys: Task<ToyTask, Float64Array> = {
  module: import.meta.url,
  name: "workspaceToys",
  run: (point) => toyTask({ point }),
};
