// What is kept of a scan is taken only for that scan, and only as it was written.
import { describe, expect, it } from "vitest";
import { memoryCheckpoint } from "../src/checkpoint.js";
import { engineMark } from "../src/engine.js";
import { scan, type ScanOptions } from "../src/scan.js";

const points = [1, 2, 3, 4];
const squares = [1, 4, 9, 16];

/** Squares of points, with what was computed and what was said. */
async function squared(lines: readonly string[], options: ScanOptions = {}) {
  const checkpoint = memoryCheckpoint(lines);
  const computed: number[] = [];
  const said: string[] = [];
  const task = (x: number): number => {
    computed.push(x);
    return x * x;
  };
  const results = await scan(task, points, { checkpoint, onWarning: (s) => said.push(s), ...options });
  return { results, computed, said, lines: checkpoint.lines };
}
const kept = async (options: ScanOptions = {}): Promise<readonly string[]> => (await squared([], options)).lines;

describe("a checkpoint", () => {
  it("is taken whole when nothing happened to it", async () => {
    expect(await squared(await kept())).toMatchObject({ results: squares, computed: [], said: [] });
  });

  it("does not hand out a result that somebody changed, and says which line it was", async () => {
    const lines = [...(await kept())];
    expect(lines[2]).toContain('"result":4');
    lines[2] = lines[2].replace('"result":4', '"result":5');
    expect(await squared(lines)).toMatchObject({
      results: squares,
      computed: [2],
      said: ["scan: the checkpoint was changed by somebody in line 3; that is computed again"],
    });
  });

  it("has nothing to give when its header is lost, however good its lines are", async () => {
    const lines = await kept();
    for (const without of [lines.slice(1), ['{"format":"belladonna-sc', ...lines.slice(1)]]) {
      const again = await squared(without);
      expect(again).toMatchObject({ results: squares, computed: points });
      expect(again.said[0]).toMatch(/has lost its header/);
      // The new header owns what follows it alone.
      expect(await squared(again.lines)).toMatchObject({ results: squares, computed: [] });
    }
  });

  it("does not take a line of another scan that was put into it", async () => {
    const lines = await kept({ identity: "now" });
    const foreign = (await kept({ identity: "then" }))[2];
    const mixed = [lines[0], lines[1], foreign.replace('"result":4', '"result":5'), foreign];
    expect(await squared(mixed, { identity: "now" })).toMatchObject({ results: squares, computed: [2, 3, 4] });
  });

  it("is refused by a scan of another identity", async () => {
    const lines = await kept({ identity: "task, version 1" });
    await expect(squared(lines, { identity: "task, version 2" })).rejects.toThrow(/the same identity, got one of/);
    await expect(squared(lines)).rejects.toThrow(/the same identity, got one of/);
  });

  it("is computed again where it holds an index of no point", async () => {
    const longer = memoryCheckpoint();
    await scan((x: number) => x, [...points, 5], { checkpoint: longer });
    await expect(squared(longer.lines)).rejects.toThrow(/must be of the same points/);
  });
});

describe("engineMark", () => {
  it("is one and the same in this process", () => {
    expect(engineMark()).toMatch(/^[0-9a-f]{16}$/);
    expect(engineMark()).toBe(engineMark());
  });
});
