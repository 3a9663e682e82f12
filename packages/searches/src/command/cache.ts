import { cachedFiles, type CachedFile, pruneCache } from "@belladonna/scan/files";
import Table from "cli-table3";
import { type Command, InvalidArgumentError } from "commander";
import { CACHE_LIMIT } from "../node/shared-cache.js";
import { InputError, UsageError } from "../user-error.js";
import { CACHE_TEXT, cacheGiven } from "./cache-option.js";
import { printJson } from "./print.js";

interface Given {
  readonly cache?: string;
  readonly to?: number;
  readonly json?: true;
}

/** Adds the commands for the results that runs share. */
export function registerCache(program: Command): void {
  const cache = program.command("cache").description("the results that runs share: list, prune, verify");
  const add = (name: string, description: string): Command =>
    cache.command(name).description(description).option("--cache <folder>", CACHE_TEXT).allowExcessArguments(false);
  add("list", "what is kept, by task").option("--json", "as JSON").action(list);
  add("prune", "remove the results used longest ago")
    .option("--to <size>", `most that may stay, such as 500MB or 0 (default: ${CACHE_LIMIT / 1e9}GB)`, size)
    .action(prune);
  add("verify", "hold every result against its checksum").action(verify);
}

async function list({ cache, json }: Given): Promise<void> {
  const folder = folderOf(cache);
  const byTask = new Map<string, CachedFile[]>();
  for (const file of await cachedFiles(folder)) {
    const task = file.task ?? "damaged";
    byTask.set(task, [...(byTask.get(task) ?? []), file]);
  }
  const tasks = Array.from(byTask, ([task, files]) => ({
    task,
    results: files.length,
    bytes: bytesOf(files),
    used: new Date(files.reduce((last, { used }) => Math.max(last, used), 0)).toISOString(),
  }));
  if (json) {
    printJson({ folder, tasks });
    return;
  }
  const table = new Table({
    style: { head: [], border: [], compact: true },
    head: ["task", "results", "size", "last used"],
  });
  for (const { task, results, bytes, used } of tasks) table.push([task, results, sizeText(bytes), used]);
  console.log(`${folder}\n${table.toString()}`);
}

async function prune({ cache, to = CACHE_LIMIT }: Given): Promise<void> {
  const folder = folderOf(cache);
  const { files, bytes } = await pruneCache(folder, to);
  console.log(`${folder}: ${files} results removed, ${sizeText(bytes)}`);
}

async function verify({ cache }: Given): Promise<void> {
  const folder = folderOf(cache);
  const files = await cachedFiles(folder);
  const damaged = files.filter(({ task }) => task === undefined);
  if (damaged.length > 0) {
    const list = damaged.map(({ path }) => path).join(", ");
    throw new InputError(`${damaged.length} of ${files.length} results are damaged and will not be used: ${list}`);
  }
  console.log(`${folder}: ${files.length} results are sound, ${sizeText(bytesOf(files))}`);
}

function folderOf(given: string | undefined): string {
  const folder = cacheGiven(given);
  if (folder === undefined) throw new UsageError("there is no cache: BELLADONNA_CACHE is empty; name one with --cache");
  return folder;
}

const bytesOf = (files: readonly CachedFile[]): number => files.reduce((sum, { size: bytes }) => sum + bytes, 0);

const sizeText = (bytes: number): string =>
  bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

const UNITS: Readonly<Record<string, number>> = { "": 1, kb: 1e3, mb: 1e6, gb: 1e9 };

/** A size: `500MB`, `2GB`, `0`. */
function size(text: string): number {
  const [, digits = "", unit = ""] = /^([\d.]+)\s*([kmg]?b|)$/i.exec(text.trim()) ?? [];
  const bytes = Number(digits) * (UNITS[unit.toLowerCase()] ?? Number.NaN);
  if (digits === "" || !(bytes >= 0)) throw new InvalidArgumentError("must be a size such as 0, 500MB or 2GB.");
  return bytes;
}
