import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fileCheckpoint, nodeCommand, nodeSystem, readText, writeText } from "../../src/node/files.js";
import { scan } from "../../src/scan.js";
import { slurm } from "../../src/slurm.js";

describe("files and commands of Node", () => {
  it("reads what it wrote, and undefined where nothing is", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "files-"));
    await writeText(path.join(folder, "a", "b.txt"), "text");
    expect(await readText(path.join(folder, "a", "b.txt"))).toBe("text");
    expect(await readText(path.join(folder, "none"))).toBeUndefined();
    rmSync(folder, { recursive: true });
  });

  it("gives what a program prints, or why it failed", async () => {
    expect(await nodeCommand(process.execPath, ["-e", "console.log(6 * 7)"])).toBe("42\n");
    await expect(nodeCommand(process.execPath, ["-e", "throw new Error('no')"])).rejects.toThrow(/Error: no/);
  });

  it("runs an array of jobs through the commands of Slurm", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "slurm-"));
    // Stand-ins for a cluster of one node: sbatch runs all jobs of the array at once, sacct finds them done.
    const bin = (name: string, text: string): string => {
      const file = path.join(folder, name);
      writeFileSync(file, `#!/bin/bash\n${text}\n`);
      chmodSync(file, 0o755);
      return file;
    };
    const sbatch = bin(
      "sbatch",
      'for a in "$@"; do case $a in --array=0-*) N=${a#--array=0-};; esac; done\nfor ((k = 0; k <= N; k++)); do SLURM_ARRAY_TASK_ID=$k bash "${@: -1}"; done\necho 77',
    );
    const squeue = bin("squeue", 'printf "77_0|COMPLETED|None\\n77_1|COMPLETED|None\\n77_2|COMPLETED|None\\n"');
    const programs: Record<string, string> = { sbatch, squeue };
    const task = path.join(folder, "task.cjs");
    writeFileSync(
      task,
      `const fs = require("fs"); const [, , from, to] = process.argv; const { point } = JSON.parse(fs.readFileSync(from)); fs.writeFileSync(to, JSON.stringify(point ** 2));`,
    );
    const executor = slurm({
      ...nodeSystem,
      command: (program, args) => nodeCommand(programs[program] ?? "false", args),
      folder: path.join(folder, "scan"),
      script: `${process.execPath} ${task} {point} {result}`,
      poll: 1,
    });
    const checkpoint = fileCheckpoint(path.join(folder, "scan.jsonl"));
    expect(await scan(undefined, [2, 3, 4], { executor, checkpoint })).toEqual([4, 9, 16]);
    expect((await readText(path.join(folder, "scan.jsonl")))?.trim().split("\n")).toHaveLength(4);
    rmSync(folder, { recursive: true });
  });
});
