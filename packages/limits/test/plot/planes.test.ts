import { describe, expect, it } from "vitest";
import { drawPlane, planeEntries } from "../../src/plot/draw-plane.js";
import { planes } from "../../src/plot/planes.js";
import { published } from "../../src/published/published.js";

describe("planes", () => {
  it("hold every bundled limit", () => {
    const drawn = new Set(planes.flatMap((p) => p.queries.flatMap((q) => published.find(q).map((e) => e.id))));
    expect(
      published
        .find()
        .map((e) => e.id)
        .filter((id) => !drawn.has(id)),
    ).toEqual([]);
  });

  it.each(planes.map((p) => p.id))("draws %s with a citation for each limit", async (id) => {
    const { svg, ids, citations } = await drawPlane(id);
    expect(ids.length).toBeGreaterThan(0);
    expect(citations).toHaveLength(ids.length);
    expect(svg).toMatch(/^<svg/);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it.each(planes.map((p) => p.id))("%s has no label of two results; parts of one share theirs", async (id) => {
    const { entries } = await planeEntries(id);
    const results = new Map<string, string>();
    for (const { limit, label = limit.label ?? limit.id } of entries) {
      const { kind, experiment, reference } = limit;
      const result = [experiment, kind, reference?.eprint ?? reference?.key].join();
      expect([label, results.get(label) ?? result]).toEqual([label, result]);
      results.set(label, result);
    }
  });

  it("refuses an unknown plane", async () => {
    await expect(drawPlane("none")).rejects.toThrow(/got "none"/);
  });
});
