// Measures scans of 10 to 10 000 points and writes docs/scale.md with its numbers, docs/scale/measured.json. After a build:
//
//   npm run scale-page [-- RUNS]
//
// RUNS is the folder of `belladonna all`, from which the cost of the searches is taken anew. Slurm is measured where `sinfo`
// answers, say with SLURM_CONF of test/cluster/start-slurm.sh.
import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { format } from "prettier";
import { scalePage, type MeasuredScan, type ScaleNumbers } from "./text.js";

const docs = fileURLToPath(new URL("../../../../docs/", import.meta.url));
const cache = fileURLToPath(new URL("../../../../node_modules/.cache/", import.meta.url));
const kept = path.join(docs, "scale/measured.json");
const TASK = 2;
const SIZES = [10, 100, 1000, 10_000];

/** The task, found as a module by threads and jobs. */
const taskSource = `
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export default async ({ point: { x } }) => {
  await wait(${TASK});
  return [Math.sqrt(x), 1 / (x + 1)];
};`;

/** A scan in a process of its own, so that its memory is its own. */
const program = (executor: string): string => `
import { scan, slurm } from "@belladonna/scan";
import { fileCheckpoint, nodeSystem, taskScript } from "@belladonna/scan/files";
import { pool } from "@belladonna/scan/threads";
const [task, folder, n] = process.argv.slice(2);
const { default: own } = await import(task);
const executors = {
  "this process": {},
  threads: { executor: pool({ module: task }) },
  Slurm: { executor: slurm({ ...nodeSystem, folder, script: taskScript(task), poll: 500 }) },
};
const points = Array.from({ length: Number(n) }, (_, x) => ({ x }));
const start = performance.now();
await scan((point, context) => own({ point, ...context }), points, {
  checkpoint: fileCheckpoint(folder + "/scan.jsonl"),
  ...executors[${JSON.stringify(executor)}],
});
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, memory: process.resourceUsage().maxRSS * 1024 }));
`;

function measured(executor: string, points: number): MeasuredScan {
  // In the clone, so that the name of the package is found.
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, "scale-"));
  try {
    const task = path.join(folder, "task.mjs");
    writeFileSync(task, taskSource);
    writeFileSync(path.join(folder, "program.mjs"), program(executor));
    const args = [path.join(folder, "program.mjs"), pathToFileURL(task).href, folder, String(points)];
    const said = execFileSync(process.execPath, args, { encoding: "utf8" });
    const { seconds, memory } = JSON.parse(said) as { readonly seconds: number; readonly memory: number };
    const files =
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length - 2;
    const checkpoint = statSync(path.join(folder, "scan.jsonl")).size;
    console.log(`${executor}, ${points} points: ${seconds.toFixed(2)} s`);
    return { points, seconds, checkpoint, files, memory };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Seconds of a run and the number of its masses, of each search in a folder of runs. */
function searchesIn(folder: string): ScaleNumbers["searches"] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name, "summary.json");
    if (!existsSync(file)) return [];
    const { seconds } = JSON.parse(readFileSync(file, "utf8")) as { readonly seconds: number };
    const { limits } = JSON.parse(readFileSync(path.join(folder, name, "limits.json"), "utf8")) as {
      readonly limits: readonly { readonly mass: readonly number[] }[];
    };
    return [{ name, seconds, masses: new Set(limits.flatMap(({ mass }) => mass)).size }];
  });
}

const runs = process.argv.at(2);
if (runs === undefined && !existsSync(kept))
  throw new Error("name the folder of the runs, as this script says at its head");
const searches =
  runs === undefined ? (JSON.parse(readFileSync(kept, "utf8")) as ScaleNumbers).searches : searchesIn(runs);
const hasSlurm = spawnSync("sinfo", ["--noheader"]).status === 0;
const names = ["this process", "threads", ...(hasSlurm ? ["Slurm"] : [])];
const executors = Object.fromEntries(names.map((name) => [name, SIZES.map((n) => measured(name, n))]));
const numbers: ScaleNumbers = { task: TASK, executors, searches };
mkdirSync(path.dirname(kept), { recursive: true });
writeFileSync(kept, `${JSON.stringify(numbers, undefined, 1)}\n`);
writeFileSync(path.join(docs, "scale.md"), await format(scalePage(numbers), { parser: "markdown", printWidth: 120 }));
