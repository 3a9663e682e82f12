import path from "node:path";
import { FolderInUse, lockFile } from "@belladonna/scan/files";
import type { OutputFolder } from "../report/output-folder.js";
import { messageOf, OutputError } from "../user-error.js";
import { removeIfEmpty } from "./remove-if-empty.js";

/** The part of a folder of results that is ours: nothing outside it is ever deleted. */
export interface OwnFolder {
  /** Its path. */
  readonly path: string;
  /** Give it back; it goes when nothing is kept in it. */
  release(): void;
}

/**
 * The folder `.belladonna` among results, for one run at a time.
 * @throws OutputError when another run has it, or it cannot be made.
 */
export function ownFolder({ path: results }: OutputFolder): OwnFolder {
  const own = path.join(results, ".belladonna");
  try {
    const lock = lockFile(path.join(own, "lock"));
    return {
      path: own,
      release() {
        lock.release();
        removeIfEmpty(own);
      },
    };
  } catch (error) {
    const hint = error instanceof FolderInUse ? ", or take another folder for results" : "";
    throw new OutputError(`cannot work in ${results}: ${messageOf(error)}${hint}`);
  }
}
