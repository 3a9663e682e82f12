import type { Executor } from "../executor.js";
import { requireKeys } from "../known-keys.js";
import type { BatchSystem, ClusterOptions } from "./batch-system.js";
import { runOnCluster } from "./run-on-cluster.js";

/**
 * An executor that does points as jobs of a batch system.
 * @throws RangeError for options that are unknown or out of range.
 */
export function clusterExecutor(system: BatchSystem, options: ClusterOptions, known: readonly string[]): Executor {
  const { name } = system;
  requireKeys(name, options, known);
  const { folder, script, chunk = "auto", retries = 2, poll = 0, quiet = 0, patience = 0 } = options;
  if (chunk !== "auto" && !(Number.isInteger(chunk) && chunk >= 1)) {
    throw new RangeError(`${name}: chunk must be "auto" or an integer >= 1, got ${chunk}`);
  }
  for (const [what, value] of Object.entries({ retries, patience })) {
    if (!(Number.isInteger(value) && value >= 0)) {
      throw new RangeError(`${name}: ${what} must be an integer >= 0, got ${value}`);
    }
  }
  for (const [what, value] of Object.entries({ poll, quiet })) {
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name}: ${what} must be >= 0 ms, got ${value}`);
  }
  const whole = script.includes("{points}") && script.includes("{results}");
  if (!whole && !(script.includes("{point}") && script.includes("{result}"))) {
    throw new RangeError(
      `${name}: script must name {points} and {results}, or {point} and {result}, got ${JSON.stringify(script)}`,
    );
  }
  if (/["\n\r]/.test(folder) || folder === "") {
    throw new RangeError(`${name}: folder must be a path without quotes and line ends, got ${JSON.stringify(folder)}`);
  }
  return { name, run: (job) => runOnCluster(system, options, job) };
}
