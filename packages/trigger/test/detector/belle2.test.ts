import { describe, expect, it } from "vitest";
import { belle2, belle2Data } from "../../src/index.js";

const leaves = (node: object, path: string): { path: string; leaf: object }[] =>
  "standing" in node
    ? [{ path, leaf: node }]
    : Object.entries(node).flatMap(([key, child]) => leaves(child as object, `${path}.${key}`));

describe("belle2", () => {
  const all = leaves(belle2Data, "belle2");

  it.each(all.map(({ path, leaf }) => [path, leaf] as const))("%s carries unit, standing and source", (_path, leaf) => {
    expect(leaf).toMatchObject({
      unit: expect.stringMatching(/./) as string,
      standing: expect.stringMatching(/^(read|derived|recalled)$/) as string,
      source: expect.stringMatching(/./) as string,
    });
  });

  it("is the values of the data file", () => {
    const value = (path: string): unknown =>
      path
        .split(".")
        .slice(1)
        .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], belle2);
    for (const { path, leaf } of all) expect(value(path)).toBe((leaf as { value: unknown }).value);
  });
});
