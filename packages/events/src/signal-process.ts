import type { Mediator } from "@belladonna/models";
import { crossSection } from "./generate/cross-section.js";
import { ffX } from "./processes/ffx.js";
import { gammaX } from "./processes/gamma-x.js";
import type { Process } from "./processes/process.js";

/** Centre-of-mass energy at which processes are compared, GeV: the Υ(4S). */
const SQRT_S = 10.58;

/**
 * The process that makes most of a mediator in $e^+e^-$ collisions: {@link gammaX} or {@link ffX} with muons, whichever has
 * the larger cross section without cuts at 10.58 GeV.
 *
 * Mediators that are made in decays of mesons or taus (a dark scalar, a heavy neutral lepton) have none here.
 * @param mediator - The mediator.
 * @returns The process; undefined where neither exists or both are closed.
 *
 * @example
 * ```ts
 * crossSection(signalProcess(darkPhoton({ mass: 1, epsilon: 1e-3 })), { sqrtS: 10.58 }).value / crossSection(gammaX(darkPhoton({ mass: 1, epsilon: 1e-3 })), { sqrtS: 10.58 }).value; // ≈ 1
 * ```
 */
export function signalProcess(mediator: Mediator): Process | undefined {
  const { kind, couplings } = mediator;
  const candidates: Process[] = [];
  const withPhoton = kind === "vector" ? couplings.vector?.e : kind === "pseudoscalar" ? couplings.photon : undefined;
  if ((withPhoton ?? 0) !== 0) candidates.push(gammaX(mediator));
  const muons = [couplings.vector?.mu, couplings.scalar?.mu, couplings.pseudoscalar?.mu];
  if (muons.filter((g) => (g ?? 0) !== 0).length === 1) candidates.push(ffX({ lepton: "mu", mediator }));
  const judged = candidates.map((process) => ({ process, sigma: crossSection(process, { sqrtS: SQRT_S }).value }));
  return judged.filter(({ sigma }) => sigma > 0).sort((a, b) => b.sigma - a.sigma)[0]?.process;
}
