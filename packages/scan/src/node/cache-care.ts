import { readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { openEntry } from "./cache-entry.js";
import { EDITION } from "./file-cache.js";

/** A file of a cache. */
export interface CachedFile {
  /** Its path. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last used, ms since 1970. */
  readonly used: number;
  /** The task that made it; undefined where the file is damaged. */
  readonly task: string | undefined;
}

/** After so long, ms, what was being written aside is no longer: its writer was killed. */
const ABANDONED = 3_600_000;

/** A result's name: SHA-256. Files of other names are not ours. */
const NAME = /^[0-9a-f]{64}$/;

/**
 * All results in a cache, each read whole and held against its checksum.
 * @param folder - The folder of the cache.
 * @returns The files, those used longest ago first; none where there is no cache.
 */
export async function cachedFiles(folder: string): Promise<CachedFile[]> {
  const files: CachedFile[] = [];
  for (const { path: file, size, used } of await results(folder)) {
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes === undefined) continue;
    const entry = openEntry(bytes);
    files.push({ path: file, size, used, task: entry?.key === path.basename(file) ? entry.task : undefined });
  }
  return files;
}

/** What was removed from a cache. */
export interface Pruned {
  /** Files. */
  readonly files: number;
  /** Their bytes. */
  readonly bytes: number;
}

/**
 * Make a cache smaller: what was abandoned by a killed writer goes, then results used longest ago until it is small enough.
 * Only files that a cache writes are removed. Runs that use it at the same time compute again what is gone.
 * @param folder - The folder of the cache.
 * @param bytes - Most bytes it may have, >= 0.
 * @returns Files removed and their bytes.
 * @throws RangeError when bytes is not a number >= 0.
 */
export async function pruneCache(folder: string, bytes: number): Promise<Pruned> {
  if (!(bytes >= 0)) throw new RangeError(`pruneCache: bytes must be >= 0, got ${bytes}`);
  const aside = await entriesOf(path.join(folder, EDITION, "tmp"));
  for (const { path: file, used } of aside) if (used < Date.now() - ABANDONED) await rm(file, { force: true });
  const files = await results(folder);
  let total = files.reduce((sum, { size }) => sum + size, 0);
  const removed = { files: 0, bytes: 0 };
  for (const { path: file, size } of files) {
    if (total <= bytes) break;
    await rm(file, { force: true });
    total -= size;
    removed.files++;
    removed.bytes += size;
  }
  return removed;
}

type Unread = Omit<CachedFile, "task">;

/** All results, those used longest ago first. */
async function results(folder: string): Promise<Unread[]> {
  const root = path.join(folder, EDITION);
  const parts = (await names(root)).filter((name) => /^[0-9a-f]{2}$/.test(name));
  const files: Unread[] = [];
  for (const part of parts) {
    for (const one of await entriesOf(path.join(root, part))) if (NAME.test(path.basename(one.path))) files.push(one);
  }
  return files.sort((a, b) => a.used - b.used);
}

async function entriesOf(folder: string): Promise<Unread[]> {
  const files: Unread[] = [];
  for (const name of await names(folder)) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile() === true) files.push({ path: file, size: found.size, used: found.mtimeMs });
  }
  return files;
}

/** Names in a folder; none where there is no such folder. */
async function names(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return [];
    throw error;
  }
}
