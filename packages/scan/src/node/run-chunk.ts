import { createReadStream, existsSync } from "node:fs";
import { appendFile, readFile, rename } from "node:fs/promises";
import { createRequire } from "node:module";
import process from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { quoted } from "../cluster/chunk-script.js";
import { decode } from "../codec.js";
import type { IndexedPoint } from "../executor.js";
import { headerLine, readMarkedLines, resultLine } from "../marked-lines.js";
import { writeText } from "./text-files.js";

/** How a job runs a module of tasks. */
export interface TaskScriptOptions {
  /** The program that jobs run. Default: Node as it is here. */
  readonly node?: readonly string[];
  /** Module that has {@link runChunk}. Default: this package, as the module of the task finds it. */
  readonly runner?: string;
}

/**
 * The command of a job that does a chunk of points with a module: what `slurm` and `htcondor` take as `script`.
 * @param module - URL of a module whose default export is the task, a function of `{ point, index }`, as for `pool`.
 * @param options - Node and its options, where they are not those of this process.
 * @returns The command.
 * @throws RangeError when the module is no file.
 */
export function taskScript(module: string, options: TaskScriptOptions = {}): string {
  if (!module.startsWith("file:")) throw new RangeError(`taskScript: module must be the URL of a file, got ${module}`);
  const { node = [process.execPath, ...process.execArgv] } = options;
  const runner = options.runner ?? createRequire(fileURLToPath(module)).resolve("@belladonna/scan/files");
  const program = "const [runner, ...words] = process.argv.slice(1); await (await import(runner)).runChunk(...words);";
  const words = [...node, "--input-type=module", "--eval", program, "--", runner, module];
  return `exec ${words.map(quoted).join(" ")} {points} {results}`;
}

/**
 * Does a chunk of points, in a job of a cluster. Each result is written as soon as it is there, so that a job that is killed
 * and starts again goes on where it was; the file of results appears whole, with its mark, when all are there or one failed.
 * @param module - Module of the task.
 * @param points - File of the points.
 * @param results - File of the results.
 */
export async function runChunk(module: string, points: string, results: string): Promise<void> {
  if (existsSync(results)) return;
  process.exit = (code) => {
    throw new Error(`a task must not end its process, got process.exit(${code ?? ""})`);
  };
  const part = `${results}.part`;
  let mark: string | undefined;
  let done: ReadonlySet<number> = new Set();
  for await (const line of createInterface({ input: createReadStream(points) })) {
    if (line === "") continue;
    if (mark === undefined) {
      mark = (JSON.parse(line) as { readonly scan: string }).scan;
      done = await begun(part, mark);
      continue;
    }
    const { index, point } = decode(line) as IndexedPoint<unknown>;
    if (done.has(index)) continue;
    try {
      const { default: task } = (await import(module)) as { readonly default?: unknown };
      if (typeof task !== "function") throw new TypeError(`${module} must export a function by default`);
      const result = await (task as (call: IndexedPoint<unknown>) => unknown)({ index, point });
      await appendFile(part, `${resultLine(mark, { index, result })}\n`);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      await appendFile(part, `${resultLine(mark, { index, error: message })}\n`);
      break;
    }
  }
  await rename(part, results);
}

/** What an earlier try of the job finished. */
async function begun(part: string, mark: string): Promise<ReadonlySet<number>> {
  const text = existsSync(part) ? await readFile(part, "utf8") : "";
  const { found, results } = readMarkedLines(text.split("\n"), mark);
  // A line that was cut off is ended, so that the next one stands alone.
  if (found) await appendFile(part, text.endsWith("\n") ? "" : "\n");
  else await writeText(part, `${headerLine(mark, 0)}\n`);
  return new Set(results.keys());
}
