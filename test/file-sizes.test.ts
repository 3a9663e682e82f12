// One concept a file: no source file is over 300 lines but those that are tables, and half of them are under 90.
import { expect, it } from "vitest";

const sources = import.meta.glob<string>("../packages/*/src/**/*.{ts,tsx,mjs}", {
  query: "?raw",
  import: "default",
  eager: true,
});
const lengths = Object.entries(sources).map(([file, text]) => [file, text.split("\n").length - 1] as const);

/** Files that are one long table. */
const tables = /special\/(coefficients|fits)|sources\/src\/references|trigger\/src\/data\//;

it("has no file over 300 lines but tables", () => {
  expect(lengths.filter(([file, n]) => n > 300 && !tables.test(file))).toEqual([]);
});

it("has a median under 90 lines", () => {
  const sorted = lengths.map(([, n]) => n).sort((a, b) => a - b);
  expect(sorted[sorted.length >> 1]).toBeLessThan(90);
});
