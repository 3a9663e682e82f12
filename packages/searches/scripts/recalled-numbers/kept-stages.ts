import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Task } from "../../src/task.js";
import { localWork, type Work } from "../../src/work.js";

/**
 * Work that finds what a run before it did, where the number that differs between them does not enter: generators are prepared
 * from processes alone, and a number of the likelihood leaves the simulation as it is.
 *
 * @param folder - Where results are kept.
 * @param same - Beginnings of the names of the tasks that are the same in all runs.
 */
export function keptStages(folder: string, same: readonly string[]): Work {
  const work = localWork();
  return {
    async each<P, R>(stage: string, task: Task<P, R>, points: readonly P[]): Promise<R[]> {
      const key = createHash("sha256")
        .update(JSON.stringify([task.module, task.name, points]))
        .digest("hex");
      const file = path.join(folder, key);
      if (same.some((beginning) => task.name.startsWith(beginning)) && existsSync(file))
        return deserialize(readFileSync(file)) as R[];
      const results = await work.each(stage, task, points);
      if (!task.name.startsWith("test") && !existsSync(file)) writeFileSync(file, serialize(results));
      return results;
    },
  };
}
