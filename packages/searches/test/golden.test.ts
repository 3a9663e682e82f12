// The limits of every search at a few masses with few events, seed 1, held to 1e-9: no change moves a limit unseen. Where a
// change should move them, delete golden/NAME.json, run this and slow/golden.test.ts again, and say why in the commit.
import { expect, it } from "vitest";
import { searches } from "../src/searches.js";
import { expectGolden, long, small } from "./golden-limits.js";

it("holds every search", () => {
  expect(Object.keys(small).sort()).toEqual(searches.map(({ name }) => name).sort());
});

it.each(searches.map(({ name }) => name).filter((name) => !long.includes(name)))(
  "%s has the limits that are kept",
  expectGolden,
  600_000,
);
