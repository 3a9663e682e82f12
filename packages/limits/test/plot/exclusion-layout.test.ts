import { describe, expect, it } from "vitest";
import { planeEntries } from "../../src/plot/draw-plane.js";
import { exclusionLayout } from "../../src/plot/exclusion-layout.js";
import { drawLayout, exclusionPlot } from "../../src/plot/exclusion-plot.js";
import { curve } from "../helpers.js";

const plain = curve([0.2, 0.5, 1, 9], [5e-4, 4e-4, 3e-4, 6e-4], { id: "plain", label: "Plain" });
const x = { domain: [0.1, 10] as const };
const y = { domain: [1e-5, 1] as const };

/** A curve of many points that jumps between 1e-4 and 1e-2 from point to point. */
const mass = Array.from({ length: 8001 }, (_, i) => 0.2 * 40 ** (i / 8000));
const noisy = curve(
  mass,
  mass.map((_, i) => [1e-4, 1e-3, 1e-2][i % 3]),
  { id: "noisy" },
);
const ordinates = (d: string): number[] => [...d.matchAll(/,(-?[\d.]+)/g)].map(([, v]) => Number(v));

describe("exclusionLayout", () => {
  it("is plain data that JSON keeps, the same each time, and what exclusionPlot draws", async () => {
    const { entries, plane } = await planeEntries("dark-photon-visible");
    const layout = exclusionLayout(entries, plane.options);
    expect(JSON.parse(JSON.stringify(layout))).toEqual(layout);
    expect(exclusionLayout(entries, plane.options)).toEqual(layout);
    expect(exclusionPlot(entries, plane.options)).toBe(drawLayout(layout));
    expect(layout.marks.map((m) => m.id)).toEqual(expect.arrayContaining(entries.map((e) => e.limit.id)));
    for (const m of layout.marks) expect(entries[m.entry].limit.id).toBe(m.id);
  });

  it("puts ticks where the axis has their values, and lines where the limit is", () => {
    const { x: ax, box, marks } = exclusionLayout(plain, { x, y });
    const one = ax.ticks.find((t) => t.text === "1");
    expect(one?.at).toBeCloseTo((box.x0 + box.x1) / 2, 9);
    // 3e-4 at 1 GeV, the lowest point of the curve: y grows downwards.
    const lowest = Math.max(...ordinates(marks[0].line).filter((v) => v < box.y1 - 1));
    const at = box.y1 + ((Math.log10(3e-4) + 5) / 5) * (box.y0 - box.y1);
    expect(Math.abs(lowest - at)).toBeLessThan(0.1);
    expect(marks[0].spread).toBe("");
  });

  it("draws more points than there are pixels as their median and their spread", () => {
    const { box, marks } = exclusionLayout(noisy, { x, y });
    const at = (v: number): number => box.y1 + ((Math.log10(v) + 5) / 5) * (box.y0 - box.y1);
    const [{ line, spread }] = marks;
    const inside = ordinates(line).filter((v) => v > box.y0 + 1 && v < box.y1 - 1);
    for (const v of inside) expect(Math.abs(v - at(1e-3))).toBeLessThan(0.2);
    expect(Math.abs(Math.min(...ordinates(spread)) - at(1e-2))).toBeLessThan(0.2);
    expect(Math.abs(Math.max(...ordinates(spread)) - at(1e-4))).toBeLessThan(0.2);
    expect(line.length).toBeLessThan(2000);
  });

  it("draws every point when the axis is short enough", () => {
    const { marks } = exclusionLayout(noisy, { x: { domain: [1, 1.02] }, y });
    expect(marks[0].spread).toBe("");
    expect(ordinates(marks[0].line).length).toBeGreaterThan(20);
  });

  it("draws a limit at a single mass as a dash there", () => {
    const lone = curve([1], [3e-4], { id: "lone" });
    const { box, marks } = exclusionLayout([{ limit: lone, style: "line" }], { x, y });
    const at = [(box.x0 + box.x1) / 2, box.y1 + ((Math.log10(3e-4) + 5) / 5) * (box.y0 - box.y1)];
    const found = [...marks[0].line.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, px, py]) => [Number(px), Number(py)]);
    expect(found).toHaveLength(2);
    for (const k of [0, 1]) expect(Math.abs((found[0][k] + found[1][k]) / 2 - at[k])).toBeLessThan(0.1);
    expect(found[1][0] - found[0][0]).toBeCloseTo(10, 6);
  });

  it("draws no line across masses at which nothing is excluded", () => {
    const gap = curve(
      mass,
      mass.map((m) => (m > 1 && m < 2 ? Infinity : 1e-3)),
      { id: "gap" },
    );
    const { box, marks } = exclusionLayout({ ...gap, kind: "projection" }, { x, y });
    const abscissae = [...marks[0].line.matchAll(/([\d.]+),/g)].map(([, v]) => Number(v));
    const px = (m: number): number => box.x0 + ((Math.log10(m) + 1) / 2) * (box.x1 - box.x0);
    expect(marks[0].line.match(/M/g)).toHaveLength(2);
    expect(abscissae.filter((v) => v > px(1.02) && v < px(1.98))).toEqual([]);
  });
});
