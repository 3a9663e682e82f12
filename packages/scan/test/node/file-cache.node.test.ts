// A cache gives what was put there, or nothing: whoever else uses it, whoever was killed, whatever happened to its files.
import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { cachedFiles, fileCache, pruneCache } from "../../src/node/files.js";
import { scan, type ScanOptions } from "../../src/scan.js";

const root = fs.mkdtempSync(path.join(tmpdir(), "cache-"));
let folders = 0;
const folder = (): string => path.join(root, String(folders++));

afterAll(() => {
  fs.rmSync(root, { recursive: true });
});

const identity = JSON.stringify({ task: "squares", code: "1" });
/** Squares, and which points were computed. */
async function squares(points: readonly number[], where: string, options: ScanOptions = {}) {
  const computed: number[] = [];
  const task = (x: number) => {
    computed.push(x);
    return { square: Float64Array.of(x * x, NaN) };
  };
  const cache = fileCache(where);
  const results = await scan(task, points, { identity, cache, taskUses: "point", ...options });
  expect(results).toEqual(points.map((x) => ({ square: Float64Array.of(x * x, NaN) })));
  return computed;
}

describe("fileCache", () => {
  it("gives a second scan what a first one computed, other lists of points too", async () => {
    const where = folder();
    expect(await squares([1, 2, 3], where)).toEqual([1, 2, 3]);
    expect(await squares([1, 2, 3], where)).toEqual([]);
    expect(await squares([3, 5, 1], where)).toEqual([5]);
  });

  it("gives nothing of another identity, nor of another index where the task uses it", async () => {
    const where = folder();
    await squares([1, 2], where);
    expect(await squares([1, 2], where, { identity: JSON.stringify({ task: "squares", code: "2" }) })).toEqual([1, 2]);
    expect(await squares([2, 1], where, { taskUses: "point and index" })).toEqual([2, 1]);
    expect(await squares([2, 3], where, { taskUses: "point and index" })).toEqual([3]);
    await expect(scan((x: number) => x, [1], { cache: fileCache(where) })).rejects.toThrow(/identity must come with/);
    await expect(squares([1], where, { taskUses: "index" as never })).rejects.toThrow(/taskUses must be one of/);
  });

  it.each([
    [
      "a changed byte",
      (file: string) => {
        const bytes = fs.readFileSync(file);
        bytes[bytes.length - 3] ^= 1;
        fs.writeFileSync(file, bytes);
      },
    ],
    [
      "half a file",
      (file: string) => {
        fs.truncateSync(file, 60);
      },
    ],
    [
      "a result under the name of another",
      (file: string, other: string) => {
        fs.copyFileSync(other, file);
      },
    ],
    [
      "an empty file",
      (file: string) => {
        fs.truncateSync(file);
      },
    ],
  ])("does not take %s for a result, and knows that it is damaged", async (_, damage) => {
    const where = folder();
    await squares([1], where);
    const [one] = (await cachedFiles(where)).map((file) => file.path);
    await squares([2], where);
    const other = (await cachedFiles(where)).map((file) => file.path).find((file) => file !== one) ?? "";
    damage(one, other);
    expect((await cachedFiles(where)).filter(({ task }) => task === undefined).map((file) => file.path)).toEqual([one]);
    expect(await squares([1, 2], where)).toEqual([1]);
    expect((await cachedFiles(where)).map(({ task }) => task)).toEqual(["squares", "squares"]);
  });

  it("loses time and no result where it cannot write", async () => {
    const where = folder();
    fs.writeFileSync(where, "a file");
    const cache = fileCache(where);
    expect(await scan((x: number) => x, [1], { identity, cache })).toEqual([1]);
    expect(cache.fault()).toMatch(/ENOTDIR|EEXIST/);
  });

  it("is pruned to a size, what was used longest ago first, and nothing that is not its own", async () => {
    const where = folder();
    await squares([1, 2, 3, 4], where);
    const files = (await cachedFiles(where)).map((file) => file.path);
    for (const [i, file] of files.entries()) fs.utimesSync(file, 1000 + i, 1000 + i);
    const own = path.join(path.dirname(files[0]), "notes.txt");
    fs.writeFileSync(own, "the user's");
    const size = fs.statSync(files[0]).size;
    expect(await pruneCache(where, 2 * size)).toEqual({ files: 2, bytes: 2 * size });
    expect((await cachedFiles(where)).map((file) => file.path)).toEqual(files.slice(2));
    expect((await pruneCache(where, 0)).files).toBe(2);
    expect(fs.readFileSync(own, "utf8")).toBe("the user's");
    expect(await pruneCache(folder(), 0)).toEqual({ files: 0, bytes: 0 });
    await expect(pruneCache(where, -1)).rejects.toThrow("pruneCache: bytes must be >= 0, got -1");
  });

  it("is whole after its writers were killed, and while others write and prune", async () => {
    const where = folder();
    const script = path.join(root, "writer.mjs");
    const source = fileURLToPath(new URL("../../src/", import.meta.url));
    const contents = `
      import { fileCache, pruneCache } from ${JSON.stringify(`${source}node/files.ts`)};
      const cache = fileCache(${JSON.stringify(where)});
      for (let i = 0; ; i = (i + 1) % 50) {
        const key = { identity: "x", point: i };
        const found = await cache.get(key);
        if (found !== undefined && found.result[0] !== i) throw new Error("not whole");
        await cache.put(key, new Float64Array(20000).fill(i));
        if (i % 20 === 19) await pruneCache(${JSON.stringify(where)}, 4e6);
        if (i === 5) console.log("going");
      }`;
    const bundle = { contents, resolveDir: root };
    await build({ stdin: bundle, bundle: true, platform: "node", format: "esm", outfile: script, logLevel: "error" });
    for (let round = 0; round < 5; round++) {
      const writers = [0, 1].map(() => spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] }));
      await Promise.all(writers.map((writer) => Promise.race([once(writer.stdout, "data"), once(writer, "exit")])));
      for (const writer of writers) {
        expect(writer.exitCode).toBeNull();
        writer.kill("SIGKILL");
      }
      await Promise.all(writers.map((writer) => once(writer, "exit")));
      expect((await cachedFiles(where)).filter(({ task }) => task === undefined)).toEqual([]);
    }
  });
});
