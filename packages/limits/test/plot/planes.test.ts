import { describe, expect, it } from "vitest";
import { drawPlane, planes } from "../../src/plot/planes.js";
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

  it("refuses an unknown plane", async () => {
    await expect(drawPlane("none")).rejects.toThrow(/got "none"/);
  });
});
