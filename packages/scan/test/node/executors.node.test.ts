// The executors of this package, each held to the contract; clusters by commands that stand in for them: a real Slurm is in
// test/cluster.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll } from "vitest";
import { htcondor } from "../../src/htcondor.js";
import { local } from "../../src/local.js";
import { nodeSystem, taskScript } from "../../src/node/files.js";
import { pool } from "../../src/node/threads.js";
import { slurm } from "../../src/slurm.js";
import { holdsContract } from "../executor-contract.js";

const folder = mkdtempSync(path.join(tmpdir(), "executors-"));
const module = new URL("./contract-task.mjs", import.meta.url).href;
const runner = path.join(folder, "runner.mjs");
await build({
  entryPoints: [fileURLToPath(new URL("../../src/node/files.ts", import.meta.url))],
  ...{ bundle: true, platform: "node", format: "esm", outfile: runner, logLevel: "error" },
});
const script = taskScript(module, { runner: pathToFileURL(runner).href, node: [process.execPath] });

afterAll(() => {
  rmSync(folder, { recursive: true });
});

let scans = 0;
/** A batch system whose jobs begin when they are submitted, one after the other. */
function standIn(tool: "slurm" | "htcondor") {
  const codes: (number | undefined)[] = [];
  const start = async (scanFolder: string, jobs: number): Promise<void> => {
    for (let k = 0; k < jobs; k++) {
      const [code] = (await once(spawn("bash", [`${scanFolder}/scan.sh`, String(k)]), "exit")) as [number];
      codes[k] = code;
    }
  };
  const command = (program: string, args: readonly string[]): Promise<string> => {
    const last = args.at(-1) ?? "";
    if (program === "sbatch") {
      const jobs = Number(/--array=0-(\d+)/.exec(args.join(" "))?.[1]) + 1;
      codes.length = jobs;
      void start(path.dirname(last), jobs);
      return Promise.resolve("7\n");
    }
    if (program === "condor_submit") {
      const jobs = Number(/^queue (\d+)$/m.exec(readFileSync(last, "utf8"))?.[1]);
      codes.length = jobs;
      void start(path.dirname(last), jobs);
      return Promise.resolve(`7.0 - 7.${jobs - 1}\n`);
    }
    if (program === "squeue") {
      return Promise.resolve(
        Array.from(
          codes,
          (code, k) => `7_${k}|${code === undefined ? "RUNNING" : code === 0 ? "COMPLETED" : "FAILED"}|`,
        ).join("\n"),
      );
    }
    if (program === "condor_q") {
      return Promise.resolve(
        Array.from(codes, (code, k) => (code === undefined ? `${k} 2 undefined undefined` : "")).join("\n"),
      );
    }
    if (program === "condor_history") {
      return Promise.resolve(
        Array.from(codes, (code, k) => (code === undefined ? "" : `${k} 4 ${code} undefined`)).join("\n"),
      );
    }
    return Promise.resolve("");
  };
  return { ...nodeSystem, command, folder: path.join(folder, `${tool} ${scans++}`), script, poll: 20 };
}

holdsContract("local", local, true);
holdsContract("pool", () => pool({ module, threads: 2 }));
holdsContract("slurm", () => slurm({ ...standIn("slurm"), chunk: 20 }));
holdsContract("htcondor", () => htcondor({ ...standIn("htcondor"), chunk: 20 }));
