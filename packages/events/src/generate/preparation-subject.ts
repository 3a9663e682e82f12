import { random } from "@belladonna/numerics";
import type { Process } from "../processes/process.js";
import { flatSampling } from "./adapt-channels.js";
import type { CollisionOptions } from "./collisions.js";
import type { Cuts } from "../phase-space/cuts.js";
import type { TrialSource } from "./weighted-trials.js";

/** What a preparation is made for; each entry as text. */
export interface PreparationSubject {
  /** Name and final particles of the process. */
  readonly process: string;
  /** Energy, its spread, radiation. */
  readonly collisions: string;
  /** Generator cuts. */
  readonly cuts: string;
  /** Share of the cross section above the envelope. */
  readonly overweight: string;
  /** Sum of the weights of a few trials, fb: it changes with couplings and masses that nothing else tells. */
  readonly strength: string;
}

/** Trials of the strength. */
const TRIALS = 64;

/** Seed of the trials of the strength. */
const SEED = 64;

/** What a preparation of a process with these options is made for. */
export function subjectOf(
  { name, outgoing }: Process,
  { sqrtS, beams, isr = false, cuts = {}, overweight }: CollisionOptions & { cuts?: Cuts; overweight?: number },
  source: TrialSource,
): PreparationSubject {
  const { electron, positron, energySpread } = beams ?? {};
  const { count, weight } = source.throw(random(SEED), TRIALS, flatSampling(source));
  return {
    process: `${name}, of masses ${outgoing.map(({ mass }) => mass).join(", ")} GeV`,
    collisions: JSON.stringify({ sqrtS, electron, positron, energySpread, isr }),
    cuts: JSON.stringify(cuts),
    overweight: overweight === undefined ? "not given" : String(overweight),
    // Nine digits: processes of others may compute by functions whose last ones engines leave open.
    strength: weight
      .subarray(0, count)
      .reduce((sum, w) => sum + w, 0)
      .toPrecision(9),
  };
}

/**
 * Check that a preparation is of what it is to be used for.
 * @throws RangeError with the first difference.
 */
export function requireSame(caller: string, prepared: PreparationSubject, wanted: PreparationSubject): void {
  for (const key of Object.keys(wanted) as (keyof PreparationSubject)[]) {
    if (prepared[key] !== wanted[key]) {
      throw new RangeError(
        `${caller}: prepared must be of the same process and options, got ${key} ${prepared[key]} for ${wanted[key]}`,
      );
    }
  }
}
