import { homedir } from "node:os";
import path from "node:path";
import type { ResultCache } from "@belladonna/scan";
import { fileCache, pruneCache } from "@belladonna/scan/files";
import type { Progress } from "../progress.js";

/** Bytes to which a run leaves the cache it wrote to: 4 GB. */
export const CACHE_LIMIT = 4e9;

/** Results that runs share. */
export interface SharedCache {
  /** The results. */
  readonly results: ResultCache;
  /** After a run: hold the size, and say so where nothing could be kept. */
  tidy(): Promise<void>;
}

/** The cache in a folder. */
export function sharedCache(folder: string, progress: Progress): SharedCache {
  const results = fileCache(folder);
  return {
    results,
    async tidy() {
      const fault = results.fault();
      if (fault !== undefined) progress.note?.(`results could not be kept in the cache ${folder}: ${fault}`);
      else if (results.written() > 0) await pruneCache(folder, CACHE_LIMIT);
    },
  };
}

/**
 * Where the command line has its cache: `BELLADONNA_CACHE`, no cache where that is empty; else `belladonna` in
 * `XDG_CACHE_HOME` or in `.cache` of the home.
 */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const { BELLADONNA_CACHE: own, XDG_CACHE_HOME: caches } = environment;
  if (own !== undefined) return own === "" ? undefined : own;
  // The specification has a path that is not absolute ignored.
  const root = caches !== undefined && path.isAbsolute(caches) ? caches : path.join(homedir(), ".cache");
  return path.join(root, "belladonna");
}
