import { describe, expect, it } from "vitest";
import { drawPlane, planeEntries } from "../../src/plot/draw-plane.js";
import { planes } from "../../src/plot/planes.js";
import { published } from "../../src/published/published.js";

const every = { unverified: true, redigitisations: true };

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

  it.each(planes.map((p) => p.id))("%s has no label of two limits", async (id) => {
    const { limits, plane, entries } = await planeEntries(id);
    const labels = limits.map((l, i) => entries.find((e) => e.limit === l)?.label ?? `${l.label ?? ""} ${i}`);
    const drawnAlone = labels.filter((label) => label !== "Belle II 189 fb⁻¹");
    expect(new Set(drawnAlone).size).toBe(drawnAlone.length);
    if (plane.derive !== undefined) return;
    const bundled = plane.queries.flatMap((q) => published.find({ ...every, ...q }));
    expect(new Set(bundled.map((e) => e.label)).size).toBe(new Set(bundled.map((e) => e.id)).size);
  });

  it("refuses an unknown plane", async () => {
    await expect(drawPlane("none")).rejects.toThrow(/got "none"/);
  });
});
