import { WorkspaceError } from "@belladonna/histfactory";
import { mutated } from "./mutations.js";
import type { FuzzedReader } from "./readers.js";

/** What became of broken files. */
export interface FuzzCounts {
  /** Files read, although broken. */
  read: number;
  /** Files refused with an error of the reader. */
  refused: number;
  /** Seeds of files that gave another error, with it. */
  readonly other: string[];
}

/**
 * Give a reader broken copies of its files.
 *
 * @param seeds - First seed, and one past the last.
 * @param before - Called with each seed before its file is read, and the counts so far.
 */
export async function fuzz(
  reader: FuzzedReader,
  [from, to]: readonly [number, number],
  before: (seed: number, counts: FuzzCounts) => void = () => undefined,
): Promise<FuzzCounts> {
  const counts: FuzzCounts = { read: 0, refused: 0, other: [] };
  for (let seed = from; seed < to; seed++) {
    before(seed, counts);
    try {
      await reader.read(mutated(reader.files[seed % reader.files.length], seed));
      counts.read++;
    } catch (error) {
      if (isOwn(error)) counts.refused++;
      else
        counts.other.push(
          `${reader.name}, seed ${seed}: ${error instanceof Error ? (error.stack ?? "") : String(error)}`,
        );
    }
  }
  return counts;
}

/** The errors that readers document, in words of our own and not of the engine. */
export function isOwn(error: unknown): boolean {
  if (error instanceof WorkspaceError || (error instanceof SyntaxError && "column" in error)) return true;
  // Ours begin with who speaks: a function or a file, whose name may be broken, too.
  return error instanceof RangeError && /^[^\n]+: /.test(error.message) && !/^Invalid .*length/.test(error.message);
}
