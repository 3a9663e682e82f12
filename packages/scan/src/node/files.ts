/**
 * Checkpoints in files, locks of folders, identities of tasks, and commands of the operating system, for scans in Node.
 *
 * @packageDocumentation
 */
import type { Checkpoint } from "../checkpoint.js";
import type { ClusterOptions, CommandRunner } from "../cluster/batch-system.js";
import { readText, writeText } from "./text-files.js";

export { cachedFiles, pruneCache } from "./cache-care.js";
export type { CachedFile, Pruned } from "./cache-care.js";
export { fileCache } from "./file-cache.js";
export type { FileCache } from "./file-cache.js";
export { runChunk, taskScript } from "./run-chunk.js";
export type { TaskScriptOptions } from "./run-chunk.js";
export { FolderInUse, lockFile } from "./lock.js";
export type { Lock } from "./lock.js";
export { readText, writeText } from "./text-files.js";
export { taskIdentity } from "./task-identity.js";

/**
 * A checkpoint in a file of JSON lines. Each line is on the disk before its point counts as finished; a line that a crash
 * cut off is ended, so that the next one stands alone.
 * @param path - Path of the file; folders are made as needed.
 * @returns The checkpoint.
 */
export function fileCheckpoint(path: string): Checkpoint {
  return {
    read: async () => {
      const text = await readText(path);
      if (text === undefined || text === "") return [];
      if (!text.endsWith("\n")) await appendLine(path, "");
      return text.split("\n");
    },
    append: (line) => appendLine(path, line),
  };
}

async function appendLine(path: string, line: string): Promise<void> {
  const fs = await import("node:fs/promises");
  const { default: paths } = await import("node:path");
  await fs.mkdir(paths.dirname(path), { recursive: true });
  const file = await fs.open(path, "a");
  try {
    await file.appendFile(`${line}\n`, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Runs a program with Node's child processes; rejects with what it printed to its error stream when it fails. */
export const nodeCommand: CommandRunner = async (program, args) => {
  const { execFile } = await import("node:child_process");
  return new Promise((resolve, reject) => {
    execFile(program, [...args], { encoding: "utf8" }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${program} ${args.join(" ")}: ${stderr || error.message}`));
      else resolve(stdout);
    });
  });
};

/** What `slurm` and `htcondor` need of the operating system, from Node: spread it into their options. */
export const nodeSystem: Pick<ClusterOptions, "command" | "readText" | "writeText"> = {
  command: nodeCommand,
  readText,
  writeText,
};
