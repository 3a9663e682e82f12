import type { Process } from "../processes/process.js";
import { random, requireOptions } from "@belladonna/numerics";
import { adaptChannels } from "./adapt-channels.js";
import { collisionOptions, collisionsOf } from "./collisions.js";
import type { CollisionOptions } from "./collisions.js";
import type { Cuts } from "../phase-space/cuts.js";
import { integrationSampling } from "./prepare.js";
import type { Preparation } from "./prepare.js";
import { closedPhaseSpace } from "./threshold.js";
import { addTrials } from "./trial-tally.js";
import type { Tally } from "./trial-tally.js";
import { BLOCK, trialSource } from "./weighted-trials.js";

/** Trials after which cuts are given up that none has passed. */
const HOPELESS = 1e6;

/** What {@link crossSection} takes beside the process. */
export interface CrossSectionOptions extends CollisionOptions {
  /** Generator cuts; none by default. */
  readonly cuts?: Cuts;
  /** Wanted standard error over value; default 2e-3. */
  readonly relativeError?: number;
  /** Most trials to spend; default 2e7. */
  readonly maxTrials?: number;
  /** Seed of the integration; default 1. */
  readonly seed?: number;
  /** What {@link prepare} found for the same process, collisions and cuts; found now when absent. */
  readonly prepared?: Preparation | undefined;
}

const OPTIONS: readonly string[] = ["cuts", "relativeError", "maxTrials", "seed", "prepared", ...collisionOptions];

/** A cross section with its error. */
export interface CrossSection {
  /** Cross section, fb. */
  readonly value: number;
  /** Standard error of the integration, fb; 0 for a closed form. */
  readonly error: number;
  /** How it was found. */
  readonly method: "closed form" | "monte carlo";
  /** Trials of the final integration; 0 for a closed form. */
  readonly trials: number;
  /** Whether the wanted error was reached. */
  readonly valid: boolean;
  /** Why it was not. */
  readonly reason?: string;
}

/**
 * Cross section of a process within cuts,
 *
 * $$\sigma = \frac{S}{4\sqrt{(p_- \cdot p_+)^2 - m_e^4}} \int \overline{|M|^2}\,\mathrm{d}\Phi_n.$$
 *
 * The closed form is used where the process has one for these cuts and the energy is sharp; else adaptive multichannel
 * Monte Carlo. The adaptation does not enter the result, so the error is the plain standard error of a mean.
 *
 * ```ts
 * crossSection(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58 }).value; // ≈ 124
 * ```
 * @param process - The process.
 * @param options - Collisions (`sqrtS` or `beams`), cuts and wanted precision.
 * @returns Value and error in fb; 0 with `valid: false` and the reason where nothing passes.
 * @throws RangeError for bad cuts or energies, or a preparation of something else.
 */
export function crossSection(process: Process, options: CrossSectionOptions): CrossSection {
  requireOptions("crossSection", options, OPTIONS);
  const { cuts = {}, relativeError = 2e-3, maxTrials = 2e7, seed = 1, prepared } = options;
  if (!(relativeError > 0)) throw new RangeError(`crossSection: relativeError must be > 0, got ${relativeError}`);
  if (!(maxTrials >= 1 && maxTrials < Infinity)) {
    throw new RangeError(`crossSection: maxTrials must be finite and >= 1, got ${maxTrials}`);
  }
  const collisions = collisionsOf("crossSection", options);
  const failed = (reason: string): CrossSection => ({
    value: 0,
    error: 0,
    method: "monte carlo",
    trials: 0,
    valid: false,
    reason,
  });
  const closed = closedPhaseSpace(process, collisions);
  if (closed !== undefined) return failed(closed);
  if (collisions.dimensions === 0) {
    const value = process.closedForm?.(collisions.nominal, cuts);
    if (value !== undefined) return { value, error: 0, method: "closed form", trials: 0, valid: true };
  }
  const source = trialSource(process, cuts, collisions);
  const sampling =
    prepared === undefined
      ? adaptChannels(source)
      : integrationSampling("crossSection", process, options, prepared, source);
  const tally: Tally = { trials: 0, sum: 0, sumSquares: 0, greatest: 0 };
  const root = random(seed);
  let block = 0;
  let mean: number;
  let error: number;
  do {
    for (let k = 0; k < 8; k++) addTrials(tally, BLOCK, source.throw(root.stream(block++), BLOCK, sampling));
    mean = tally.sum / tally.trials;
    error = Math.sqrt(Math.max(0, tally.sumSquares / tally.trials - mean * mean) / (tally.trials - 1));
    if (!(mean > 0) && tally.trials >= HOPELESS) break;
  } while (!(error <= relativeError * mean && mean > 0) && tally.trials < maxTrials);
  if (!(mean > 0)) return failed(`the cuts leave nothing: no trial of ${tally.trials} passed them`);
  const value = { value: mean, error, method: "monte carlo" as const, trials: tally.trials };
  return error <= relativeError * mean
    ? { ...value, valid: true }
    : { ...value, valid: false, reason: `relative error ${error / mean} after ${tally.trials} trials` };
}
