import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { didYouMean } from "@belladonna/numerics";
import type { Search } from "../search.js";
import { searches } from "../searches.js";
import { faultsOf } from "../search-faults.js";
import { InputError, messageOf, UsageError } from "../user-error.js";

/** Whether a word on the command line is the path of a module rather than a name. */
export function isModule(word: string): boolean {
  return /[\\/]|\.[cm]?[jt]s$/.test(word);
}

/**
 * The search of a name, or the one that a module of the user's exports.
 * @throws UsageError for a name that is not known; InputError for a module that cannot be loaded or exports no search.
 */
export async function loadSearch(word: string): Promise<Search> {
  if (isModule(word)) return searchOf(word);
  const found = searches.find((one) => one.name === word);
  if (found !== undefined) return found;
  const names = searches.map((one) => one.name);
  const hint = didYouMean(word, names);
  throw new UsageError(`no search "${word}"; there is ${names.join(", ")}, or a module of yours: ./NAME.js${hint}`);
}

/** The search that a module exports: its default, or the only one. */
async function searchOf(word: string): Promise<Search> {
  const file = path.resolve(word);
  if (!existsSync(file)) throw new InputError(`cannot read ${word}: there is no such file`);
  let exports: Readonly<Record<string, unknown>>;
  try {
    exports = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new InputError(`cannot load ${word}: ${messageOf(error)}`);
  }
  const candidates = "default" in exports ? [exports.default] : Object.values(exports).filter(isLikeSearch);
  if (candidates.length !== 1) {
    throw new InputError(
      `${word}: must export one search, or one by default; exports ${Object.keys(exports).join(", ")}`,
    );
  }
  const faults = faultsOf(candidates[0]);
  if (faults.length > 0) throw new InputError(`${word}: ${faults.join("; ")}`);
  return candidates[0] as Search;
}

/** A task has a run too, but no facts. */
const isLikeSearch = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "run" in value && ("facts" in value || "defaults" in value);
