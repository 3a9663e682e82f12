import { rmdirSync } from "node:fs";

/** Removes a folder of ours unless something is in it, which is somebody's or waits for a run. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}
