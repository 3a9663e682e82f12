// How do I run a scan on a Slurm cluster, and on the threads of this machine where there is none?
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { scan, slurm } from "@belladonna/scan";
import { fileCheckpoint, nodeCommand, nodeSystem, taskIdentity, taskScript } from "@belladonna/scan/files";
import { pool } from "@belladonna/scan/threads";

const masses = [0.02, 0.05, 0.1, 0.2];
const couplings = [1e-5, 3e-5, 1e-4, 3e-4];
const points = couplings.flatMap((epsilon) => masses.map((mass) => ({ mass, epsilon })));

// On a real cluster: a folder that all nodes see, and one that stays.
const folder = mkdtempSync(path.join(tmpdir(), "decays-"));
const task = new URL("./tasks/decays-inside.js", import.meta.url).href;
const hasSlurm = await nodeCommand("sinfo", ["--noheader"]).then(Boolean, () => false);
const executor = hasSlurm
  ? slurm({
      ...nodeSystem,
      folder,
      script: taskScript(task),
      chunk: 8,
      options: { time: "10" },
      onMessage: console.error,
    })
  : pool({ module: task });
const inside = await scan<(typeof points)[number], number>(undefined, points, {
  executor,
  // The same scan begun again, by whichever of the two, goes on where it was.
  checkpoint: fileCheckpoint(path.join(folder, "decays.jsonl")),
  identity: taskIdentity(task, "default"),
});
rmSync(folder, { recursive: true });

console.log(`epsilon   ${masses.map((mass) => `${mass} GeV`.padStart(10)).join("")}`);
couplings.forEach((epsilon, i) => {
  const row = masses.map((_, k) => inside[i * masses.length + k].toExponential(1).padStart(10));
  console.log(`${epsilon.toExponential(0).padEnd(10)}${row.join("")}`);
});
