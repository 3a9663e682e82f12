// Scans whose process is killed at random times: the same bits, nothing lost, nothing done twice but what was under way.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";
import { killAtRandom } from "../kill-at-random.js";

const root = mkdtempSync(path.join(tmpdir(), "scan-kills-"));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const POINTS = 40;
const THREADS = 3;
const KILLS = 70;
/** Greatest time to a kill, ms: some scans end before it. */
const LONGEST = 1500;

writeFileSync(
  path.join(root, "task.mjs"),
  `import { appendFileSync } from "node:fs";
   export default async ({ point: { x, log }, index }) => {
     appendFileSync(log, index + "\\n");
     await new Promise((resolve) => setTimeout(resolve, 15));
     return Float64Array.of(Math.sqrt(x), x === 0 ? NaN : 1 / x);
   };`,
);
const task = pathToFileURL(path.join(root, "task.mjs")).href;
const expected = Array.from({ length: POINTS }, (_, x) => `${Math.sqrt(x)},${x === 0 ? NaN : 1 / x}`).join(";");

const executors = {
  "this process": {
    parallel: 1,
    scanned: `scan(({ x }, { index }) => task({ point: { x, log }, index }), points, options)`,
  },
  threads: {
    parallel: THREADS,
    scanned: `scan(undefined, points.map((point) => ({ ...point, log })), {
      ...options, executor: pool({ module: ${JSON.stringify(task)}, threads: ${THREADS} }) })`,
  },
};

describe.each(Object.entries(executors))("a scan in %s", (name, { parallel, scanned }) => {
  it(`survives being killed ${KILLS} times`, async () => {
    const folder = path.join(root, name);
    const script = path.join(root, `${name}.mjs`);
    const contents = `
      import { scan } from "@belladonna/scan";
      import { fileCheckpoint } from "@belladonna/scan/files";
      import { pool } from "@belladonna/scan/threads";
      const { default: task } = await import(${JSON.stringify(task)});
      const log = process.argv[2] + "/started.txt";
      const points = Array.from({ length: ${POINTS} }, (_, x) => ({ x }));
      const options = { checkpoint: fileCheckpoint(process.argv[2] + "/scan.jsonl") };
      console.log((await ${scanned}).map((two) => two.join()).join(";"));`;
    await build({
      stdin: { contents, resolveDir: import.meta.dirname },
      ...{ bundle: true, platform: "node", format: "esm", outfile: script, logLevel: "error" },
      conditions: ["@belladonna/source"],
      external: [task],
    });
    const survivors = await killAtRandom(script, folder, KILLS, LONGEST);
    const all = survivors.reduce((sum, { kills }) => sum + kills, 0);
    expect(all).toBeGreaterThanOrEqual(KILLS);
    console.log(`${name}: ${all} kills, ${survivors.length} scans`);
    for (const { output, kills, starts } of survivors) {
      expect(output).toBe(expected);
      expect(new Set(starts).size).toBe(POINTS);
      // At a kill one point a strand was under way.
      expect(starts.length).toBeLessThanOrEqual(POINTS + parallel * kills);
    }
  });
});
