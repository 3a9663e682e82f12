import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

/**
 * Whether packages of a clone are built, and no source was changed since: the build then does what the sources do.
 *
 * @param packages - Their folders.
 */
export function isBuilt(packages: readonly string[]): boolean {
  return packages.every((folder) => {
    const built = path.join(folder, "dist", "index.js");
    return existsSync(built) && newest(path.join(folder, "src")) < statSync(built).mtimeMs;
  });
}

/** When the newest file or folder was changed, ms. */
function newest(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const at = path.join(folder, entry.name);
    return Math.max(latest, entry.isDirectory() ? newest(at) : statSync(at).mtimeMs);
  }, statSync(folder).mtimeMs);
}
