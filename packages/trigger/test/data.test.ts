import { standings } from "@belladonna/sources";
import { expect, it } from "vitest";
import hltMenu from "../src/data/hlt-menu.json";
import level1Menu from "../src/data/level1-menu.json";
import cells from "../src/data/trigger-cells.json";

it.each([cells, level1Menu, hltMenu])("says where its numbers are from and how well they are known: $title", (file) => {
  expect(file.source).toMatch(/^basf2 /);
  expect(standings).toContain(file.standing);
});

it("has a value with a unit for each of the 576 cells", () => {
  for (const { unit, values } of Object.values(cells.columns)) {
    expect(unit.length).toBeGreaterThan(0);
    expect(values).toHaveLength(576);
  }
});
