import { random } from "@belladonna/numerics";
import { readColumns } from "../events/columns-file.js";
import { seedOf } from "../events/sample.js";
import type { NamedFile, SearchOptions } from "../search.js";
import { UserError } from "../user-error.js";
import { fittedBins, likelihoodOf, RATIO, type Templates } from "./likelihood.js";
import { type Lepton, leptons, pdgOf } from "./selection.js";
import { binOf } from "./spectrum.js";

/** Columns of a file with data: the absolute PDG number of the lepton, and $x$. */
export const DATA_COLUMNS = ["lepton", "x"] as const;

/** Data of the user: of each event the lepton and $x$. */
export interface Data {
  /** Absolute PDG numbers. */
  readonly pdgId: Float64Array;
  /** Values of the observable. */
  readonly x: Float64Array;
}

/** Reads the user's data. Throws `UserError` for a row that is none. */
export function readData(file: NamedFile): Data {
  const [pdgId, x] = readColumns(file, DATA_COLUMNS);
  const odd = pdgId.findIndex((id) => !leptons.some((lepton) => pdgOf[lepton] === id));
  if (odd >= 0) throw new UserError(`${file.name}, event ${odd + 1}: lepton must be 11 or 13, got ${pdgId[odd]}`);
  return { pdgId, x };
}

/** Events of a lepton in the fitted bins. */
export function countsOf({ pdgId, x }: Data, lepton: Lepton, templates: Templates, luminosity: number): Float64Array {
  const bins = fittedBins(templates, luminosity);
  const counts = new Float64Array(bins.length);
  x.forEach((value, i) => {
    const b = bins.indexOf(binOf(value));
    if (pdgId[i] === pdgOf[lepton] && b >= 0) counts[b]++;
  });
  return counts;
}

/** Pseudo-data of a lepton, drawn from what is expected: events in bins, and the auxiliary measurements. */
export function pseudoData(
  templates: Templates,
  lepton: Lepton,
  { luminosity, seed, inject }: Pick<SearchOptions, "luminosity" | "seed" | "inject">,
): Float64Array {
  const model = likelihoodOf(templates, luminosity, "experiment");
  const theta = Float64Array.from(model.parameters, ({ name, start }) =>
    name === RATIO ? (inject?.rate ?? 0) : start,
  );
  return model.sample(theta, random(seedOf(seed, "pseudoData", leptons.indexOf(lepton)))).data;
}
