/** One end of the plausible range of a number. */
export interface End {
  /** The number, as a reader would write it. */
  readonly says: string;
  /** What is written for {@link Variation.stands}. */
  readonly written: string;
}

/** An end, from what a reader reads and what the file says. */
export const end = (says: string, written: string): End => ({ says, written });

/** A recalled number of one or several searches, with its plausible range. */
export interface Variation {
  /** Searches that are run again with it. */
  readonly searches: readonly string[];
  /** What it is. */
  readonly quantity: string;
  /** Facts it is, as `--facts` calls them, and numbers of the description of the detector, by their path. */
  readonly facts: readonly string[];
  /** File it stands in, below `packages/`. */
  readonly file: string;
  /** The text there, which occurs once. */
  readonly stands: string;
  /** Lower end of the range, or the stricter cut. */
  readonly low: End;
  /** Upper end, or the looser cut; absent where the range has one end. */
  readonly high?: End;
  /** Why this range. */
  readonly range: string;
  /** Whether it enters the likelihood alone, so that the simulation is that of the numbers as they stand. */
  readonly likelihood?: true;
}

/** Both ends of a range, or its one. */
export function endsOf({ low, high }: Variation): End[] {
  return high === undefined ? [low] : [low, high];
}

/** A recalled number that is a factor of the efficiency: no simulation is needed. */
export interface Factor {
  /** The search. */
  readonly search: string;
  /** What it is. */
  readonly quantity: string;
  /** Facts it is, as in {@link Variation}. */
  readonly facts: readonly string[];
  /** The number. */
  readonly value: number;
  /** How often it enters: the limit goes with its inverse to this power. */
  readonly power: number;
  /** Ends of its range. */
  readonly low: number;
  /** The upper one. */
  readonly high: number;
  /** Why this range. */
  readonly range: string;
  /** Whether the background, where there is any, falls with it too, so that the limit moves by at least half as much and no more. */
  readonly background: boolean;
}
