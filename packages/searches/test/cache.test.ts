// Results that runs share: found by runs that need them, cared for by the command line.
import { mkdtempSync, readdirSync, rmSync, truncateSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { cachedFiles } from "@belladonna/scan/files";
import { afterAll, describe, expect, it, vi } from "vitest";
import { main } from "../src/command/program.js";
import { runSearch, type Search, searches, type Task } from "../src/index.js";
import { cacheFolder } from "../src/node/shared-cache.js";

const folder = mkdtempSync(path.join(tmpdir(), "belladonna-cache-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const simulated: number[] = [];
const simulate: Task<{ readonly mass: number }, { readonly column: Float64Array }> = {
  module: import.meta.url,
  name: "simulate",
  run({ mass }) {
    simulated.push(mass);
    return { column: Float64Array.of(mass, 2 * mass) };
  },
};
/** A search that simulates its masses and notes what it found. */
const search: Search = {
  ...searches[0],
  name: "mine",
  async run({ masses: { from, to }, level }, work) {
    const points = Array.from({ length: to - from + 1 }, (_, i) => ({ mass: from + i }));
    const made = await work.each("signal", simulate, points);
    return {
      measured: [] as never,
      interpreted: [],
      notes: [`${level}: ${made.map(({ column }) => column.join()).join()}`],
    };
  },
};
const run = async (from: number, to: number, level: number, cache?: string) =>
  (await runSearch(search, { masses: { from, to }, level }, cache === undefined ? {} : { cache })).notes[0];

async function belladonna(...args: readonly string[]) {
  const text = { stdout: "", stderr: "" };
  const spies = [
    vi.spyOn(console, "log").mockImplementation((line: string) => (text.stdout += `${line}\n`)),
    vi.spyOn(console, "error").mockImplementation((line: string) => (text.stderr += `${line}\n`)),
  ];
  try {
    return { status: await main(args), ...text };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe("a cache", () => {
  it("serves a run with another level, and one with masses among those of the first", async () => {
    const where = path.join(folder, "shared");
    expect(await run(2, 4, 0.9, where)).toBe("0.9: 2,4,3,6,4,8");
    expect(await run(2, 4, 0.95, where)).toBe("0.95: 2,4,3,6,4,8");
    expect(await run(3, 4, 0.9, where)).toBe("0.9: 3,6,4,8");
    expect(simulated).toEqual([2, 3, 4]);
    expect(await run(2, 2, 0.9)).toBe("0.9: 2,4");
    expect(simulated).toEqual([2, 3, 4, 2]);
    await expect(runSearch(search, {}, { cache: where, work: {} as never })).rejects.toThrow(
      "must have cache or work, got both",
    );
  });

  it("is listed, verified and pruned", async () => {
    const where = path.join(folder, "cared-for");
    await run(2, 4, 0.9, where);
    const list = JSON.parse((await belladonna("cache", "list", "--json", "--cache", where)).stdout) as {
      readonly tasks: readonly { readonly task: string; readonly results: number }[];
    };
    expect(list.tasks).toMatchObject([{ task: "@belladonna/searches/test/cache.test.ts simulate", results: 3 }]);
    expect((await belladonna("cache", "list", "--cache", where)).stdout).toContain("simulate");
    expect((await belladonna("cache", "verify", "--cache", where)).stdout).toContain("3 results are sound");
    const [file] = await cachedFiles(where);
    truncateSync(file.path, 50);
    const verified = await belladonna("cache", "verify", "--cache", where);
    expect(verified).toMatchObject({ status: 3 });
    expect(verified.stderr).toContain(`1 of 3 results are damaged and will not be used: ${file.path}`);
    expect((await belladonna("cache", "prune", "--to", "0", "--cache", where)).stdout).toContain("3 results removed");
    expect(await cachedFiles(where)).toEqual([]);
    expect((await belladonna("cache", "prune", "--to", "much", "--cache", where)).stderr).toContain("must be a size");
    expect(await belladonna("cache", "list")).toMatchObject({ status: 2 });
  });

  it("is where the environment says, and nowhere without one being named to the library", async () => {
    expect(cacheFolder({})).toBe(path.join(homedir(), ".cache", "belladonna"));
    expect(cacheFolder({ XDG_CACHE_HOME: "/x" })).toBe(path.join("/x", "belladonna"));
    expect(cacheFolder({ XDG_CACHE_HOME: "not/absolute" })).toBe(path.join(homedir(), ".cache", "belladonna"));
    expect(cacheFolder({ XDG_CACHE_HOME: "/x", BELLADONNA_CACHE: "/y" })).toBe("/y");
    expect(cacheFolder({ BELLADONNA_CACHE: "" })).toBeUndefined();
    const before = readdirSync(folder);
    await run(2, 2, 0.9);
    expect(readdirSync(folder)).toEqual(before);
  });
});
