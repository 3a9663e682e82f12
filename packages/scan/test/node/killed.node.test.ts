import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import * as fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

describe("a scan whose process is killed", () => {
  it("ends the same when started again, and repeats no finished point", async () => {
    const folder = fs.mkdtempSync(path.join(tmpdir(), "scan-"));
    const source = fileURLToPath(new URL("../../src/", import.meta.url));
    const started = path.join(folder, "started.txt");
    const checkpoint = path.join(folder, "deep", "scan.jsonl");
    const script = path.join(folder, "scan.mjs");
    const program = `
      import { appendFileSync } from "node:fs";
      import { scan } from ${JSON.stringify(`${source}scan.ts`)};
      import { fileCheckpoint } from ${JSON.stringify(`${source}node/files.ts`)};
      const task = async (x, { index }) => {
        appendFileSync(${JSON.stringify(started)}, index + "\\n");
        await new Promise((resolve) => setTimeout(resolve, 25));
        return { root: Math.sqrt(x), bad: index === 2 ? NaN : Infinity };
      };
      const points = Array.from({ length: 30 }, (_, i) => i);
      const results = await scan(task, points, { checkpoint: fileCheckpoint(${JSON.stringify(checkpoint)}) });
      console.log(results.map((r) => [r.root, r.bad].join()).join(";"));
    `;
    const bundle = { resolveDir: folder, contents: program };
    await build({ stdin: bundle, bundle: true, platform: "node", format: "esm", outfile: script, logLevel: "error" });

    const lines = (): number =>
      fs.existsSync(checkpoint) ? fs.readFileSync(checkpoint, "utf8").split("\n").length - 2 : 0;
    const first = spawn(process.execPath, [script]);
    await new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (lines() >= 8) {
          clearInterval(look);
          first.once("exit", () => {
            resolve();
          });
          first.kill("SIGKILL");
        }
      }, 5);
    });
    const finished = lines();
    expect(finished).toBeGreaterThanOrEqual(8);
    expect(finished).toBeLessThan(30);
    // As if the disk had filled in the middle of a line.
    fs.appendFileSync(checkpoint, '{"index":29,"resu');

    const again = spawn(process.execPath, [script]);
    let output = "";
    again.stdout.on("data", (chunk) => (output += String(chunk)));
    await new Promise((resolve) => again.once("exit", resolve));
    const expected = Array.from({ length: 30 }, (_, i) => `${Math.sqrt(i)},${i === 2 ? NaN : Infinity}`).join(";");
    expect(output.trim()).toBe(expected);

    const tries = fs.readFileSync(started, "utf8").trim().split("\n").map(Number);
    const count = (i: number): number => tries.filter((t) => t === i).length;
    for (let i = 0; i < finished; i++) expect(count(i)).toBe(1);
    // Only the point that was under way may have been started twice.
    expect(tries.length).toBeLessThanOrEqual(31);
    fs.rmSync(folder, { recursive: true });
  });
});
