import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { decodeBytes, encodeBytes } from "../bytes.js";
import type { ResultCache, WorkKey } from "../cache.js";
import { type Entry, entryBytes, openEntry } from "./cache-entry.js";

/** Where results lie in a cache; what an older or newer edition wrote lies elsewhere. */
export const EDITION = "v1";

/** A cache in a folder. */
export interface FileCache extends ResultCache {
  /** Results written since it was made. */
  readonly written: () => number;
  /** Why results cannot be kept, where they cannot. */
  readonly fault: () => string | undefined;
}

/**
 * A cache of results in files, one a result: its header says what it is and has a SHA-256 of the rest, columns are packed as
 * they lie in memory. Files are written aside and renamed, so that several runs can share a folder, and one that is killed
 * leaves nothing half. A file that is damaged counts as none.
 * @param folder - The folder; it is made when the first result is kept.
 * @returns The cache.
 */
export function fileCache(folder: string): FileCache {
  let written = 0;
  let fault: string | undefined;
  let aside = 0;
  return {
    written: () => written,
    fault: () => fault,
    async get(key) {
      const name = nameOf(key);
      const file = path.join(folder, EDITION, name.slice(0, 2), name);
      const entry = await readEntry(file);
      if (entry?.key !== name) return undefined;
      // The time of its last use; where it cannot be set, the result is as good.
      const now = new Date();
      await utimes(file, now, now).catch(() => undefined);
      return { result: decodeBytes(entry.body) };
    },
    async put(key, result) {
      const name = nameOf(key);
      const temporary = path.join(folder, EDITION, "tmp", `${name}.${process.pid}.${aside++}`);
      const file = path.join(folder, EDITION, name.slice(0, 2), name);
      try {
        await mkdir(path.dirname(temporary), { recursive: true });
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(temporary, entryBytes(name, taskOf(key.identity), encodeBytes(result)));
        await rename(temporary, file);
        written++;
      } catch (error) {
        fault ??= error instanceof Error ? error.message : String(error);
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}

async function readEntry(file: string): Promise<Entry | undefined> {
  try {
    return openEntry(await readFile(file));
  } catch {
    // It is not there, or cannot be read: computed again.
    return undefined;
  }
}

function nameOf({ identity, point }: WorkKey): string {
  return createHash("sha256").update(`${identity}\n`).update(encodeBytes(point)).digest("hex");
}

/** What a person reads of an identity: the task. */
function taskOf(identity: string): string {
  try {
    const { task } = JSON.parse(identity) as { readonly task?: unknown };
    if (typeof task === "string") return task;
  } catch {
    // An identity is any text.
  }
  return identity;
}
