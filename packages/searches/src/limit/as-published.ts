import { photonDressing } from "@belladonna/events";
import type { SearchOptions } from "../search.js";

/**
 * What is left of a cross section of one time-like photon, or of its closed form at the nominal energy, in the
 * conventions of a run: all of it, or that with the fine-structure constant at zero momentum, by which publications read a
 * rate as a coupling.
 *
 * @param options - Options of the run.
 * @param sqrtS - Centre-of-mass energy, GeV.
 */
export function shareAsPublished({ asPublished }: Pick<SearchOptions, "asPublished">, sqrtS: number): number {
  return asPublished === true ? 1 / photonDressing(sqrtS * sqrtS) : 1;
}
