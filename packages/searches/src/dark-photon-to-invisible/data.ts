import { random } from "@belladonna/numerics";
import { readColumns } from "../events/columns-file.js";
import { see, seedOf } from "../events/sample.js";
import type { NamedFile, SearchOptions } from "../search.js";
import { applyCuts, kept } from "../selection/cut.js";
import { candidates } from "./candidates.js";
import { beams, generateSignal } from "./samples.js";
import { cuts } from "./selection.js";
import { emptySpectrum, fill, type Spectrum } from "./spectrum.js";

/** Data to be tested. */
export interface Observation {
  /** The events, in bins. */
  readonly data: Spectrum;
  /** What they are. */
  readonly note: string;
}

/** The user's data. */
export function fileData(file: NamedFile): Observation {
  const data = emptySpectrum();
  const [energy, theta] = readColumns(file, ["energy", "theta"]);
  const { sqrtS } = beams;
  energy.forEach((e, i) => {
    fill(data, sqrtS * sqrtS - 2 * sqrtS * e, (theta[i] * Math.PI) / 180, 1);
  });
  return { data, note: `observed: ${file.name}` };
}

/** Pseudo-data: Poisson numbers in the bins of the expectation, however many, so that no luminosity is too large. */
export function pseudoData(options: SearchOptions, background: Spectrum): Observation {
  const { luminosity, seed, inject } = options;
  const data = emptySpectrum();
  const r = random(seedOf(seed, "pseudoData"));
  background.forEach((expected, b) => (data[b] = expected > 0 ? r.poisson(expected) : 0));
  const note = `observed: pseudo-data of the background, seed ${seed}`;
  if (inject === undefined) return { data, note };
  const own = seedOf(seed, "pseudoData", Math.round(1e6 * inject.mass));
  const count = random(own).poisson(inject.rate * luminosity);
  const events = generateSignal(inject.mass, count, own);
  const found = candidates(see(events, own), beams);
  const selected = applyCuts(cuts, found);
  const theta = kept(found.theta, selected);
  kept(found.recoilSquared, selected).forEach((m2, i) => {
    fill(data, m2, theta[i], 1);
  });
  return { data, note: `${note}, with a signal of ${inject.rate} fb at ${inject.mass} GeV` };
}
