import { InvalidArgumentError } from "commander";
import type { SlurmSettings } from "../node/kept-work.js";
import { UsageError } from "../user-error.js";
import { integerFrom } from "./option-values.js";

/** Points of a job: a number, or `auto`. */
export function chunkSize(text: string): number | "auto" {
  if (text === "auto") return text;
  try {
    return integerFrom(1)(text);
  } catch {
    throw new InvalidArgumentError("must be auto or an integer >= 1.");
  }
}

/** What was said of a cluster. */
interface Given {
  readonly on: "threads" | "slurm";
  readonly partition: string | undefined;
  readonly time: string | undefined;
  readonly chunk: number | "auto" | undefined;
}

/**
 * How tasks go to Slurm; nothing where they stay here.
 * @throws UsageError for an option of Slurm without it.
 */
export function slurmGiven({ on, partition, time, chunk }: Given): Omit<SlurmSettings, "folder"> | undefined {
  const options = Object.fromEntries(
    Object.entries({ partition, time }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  if (on === "slurm") return { options, chunk: chunk ?? "auto" };
  const first = [...Object.keys(options), ...(chunk === undefined ? [] : ["chunk"])].at(0);
  if (first !== undefined) throw new UsageError(`--${first} must come with --on slurm`);
  return undefined;
}

/**
 * Does something that can be asked to stop, by Ctrl-C or by a signal to end, and then has something to put in order, such as
 * jobs in a queue. Asked again, the process ends at once.
 *
 * @param heeds - Whether it heeds; where it does not, the process ends at once.
 * @param run - Is given what tells whether to stop.
 */
export async function untilInterrupted<R>(
  heeds: boolean,
  run: (signal: AbortSignal | undefined) => Promise<R>,
): Promise<R> {
  if (!heeds) return run(undefined);
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
    release();
  };
  const release = (): void => {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  try {
    return await run(controller.signal);
  } finally {
    release();
  }
}
