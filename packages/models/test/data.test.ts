import { standings } from "@belladonna/sources";
import { describe, expect, it } from "vitest";
import type { TableFile } from "../src/tables/table.js";

interface ViteMeta {
  glob(pattern: string, options: { eager: true; import: "default" }): Record<string, TableFile<string>>;
}
const files = (import.meta as unknown as ViteMeta).glob("../src/data/*.json", { eager: true, import: "default" });

describe.each(Object.entries(files))("%s", (_path, { source, standing, x, y, tables }) => {
  it("says where its numbers are from, how well they are known, and their units", () => {
    expect(source.length).toBeGreaterThan(20);
    expect(standings).toContain(standing);
    for (const axis of [x, y]) expect([axis.quantity, axis.unit].every((text) => text.length > 0)).toBe(true);
  });

  it.each(Object.entries(tables))("has abscissae that do not decrease and finite ordinates: %s", (_name, curve) => {
    expect(curve.x.length).toBe(curve.y.length);
    expect(curve.x.every((v, i) => i === 0 || v >= curve.x[i - 1])).toBe(true);
    expect([...curve.x, ...curve.y].every(Number.isFinite)).toBe(true);
  });
});

it("finds the seven files", () => {
  expect(Object.keys(files)).toHaveLength(7);
});
