import { limit } from "@belladonna/limits";
import type { CurveLimit } from "@belladonna/limits";
import { planes } from "@belladonna/limits/plot";
import { searches } from "@belladonna/searches";
import type { SearchResult } from "@belladonna/searches";
import { expect, it } from "vitest";
import { commandText } from "../src/search/command-text.js";
import { hereRows } from "../src/search/here-rows.js";
import { rowDrawing } from "../src/search/row-drawing.js";
import { searchesOn } from "../src/search/searches-on.js";

/** Searches for a particle that no plane shows, as no limit on it is bundled. */
const onNoPlane = ["lfv-zprime-to-invisible"];

it("every search can be run on a plane that shows its particle, and none that does not exist", () => {
  const names = new Set(planes.flatMap((p) => searchesOn(p.id)));
  expect([...names, ...onNoPlane].sort()).toEqual(searches.map((s) => s.name).sort());
  const chunks = Object.keys(import.meta.glob("../src/search/each/*.ts")).map((f) => f.replace(/.*\/|\.ts$/g, ""));
  expect(chunks.sort()).toEqual([...names].sort());
});

it.each(Object.entries(import.meta.glob<{ search: { name: string } }>("../src/search/each/*.ts")))(
  "%s holds the search of its name",
  async (file, load) => {
    expect(file).toContain(`/${(await load()).search.name}.ts`);
  },
);

const info = { observable: "sigma", unit: "fb", cl: 0.9, label: "x" } as const;
const ours = limit<CurveLimit>({
  ...info,
  shape: "curve",
  id: "ours",
  kind: "bands",
  data: "pseudo-data",
  mass: [1],
  value: [3],
  expected: { median: [2], minus1: [1.5], plus1: [2.8], minus2: [1], plus2: [4] },
});
const theirs = limit<CurveLimit>({
  ...info,
  shape: "curve",
  id: "theirs",
  kind: "observed",
  mass: [0.5, 1.5],
  value: [5, 5],
});
const whole = {
  name: "cross-section",
  process: "p",
  axis: "$σ$ [fb]",
  limit: ours,
  published: [theirs],
  projections: [],
};
const facts = {
  mass: 1,
  expected: 2,
  efficiency: 0.3,
  triggerEfficiency: 0.9,
  resolution: 0.01,
  background: 12,
  observed: 3,
  significance: 0,
};

function result(published: number): SearchResult {
  return { measured: [{ ...whole, masses: [{ ...facts, published }] }], interpreted: [], notes: [] };
}

it("a row has bands, pseudo-data, and the ratio to what the search compares with", () => {
  expect(hereRows(result(4))).toEqual([
    {
      name: "cross-section",
      process: "p",
      axis: "$σ$ [fb]",
      mass: 1,
      median: 2,
      one: [1.5, 2.8],
      two: [1, 4],
      pseudo: 3,
      published: 4,
      publishedBy: "x",
      ratio: 0.5,
      efficiency: 0.3,
      background: 12,
    },
  ]);
});

it("where the search does not compare, the published curve is shown without a ratio", () => {
  const [row] = hereRows(result(NaN));
  expect(row.published).toBe(5);
  expect(row.ratio).toBeNaN();
});

it("is drawn in the order of its values, inside the axis", () => {
  const [row] = hereRows(result(4));
  const drawn = rowDrawing(row, 0, 100);
  if (drawn?.two === undefined || drawn.one === undefined) throw new Error("nothing drawn");
  const { two, one, median = NaN, pseudo = NaN, published = NaN } = drawn;
  const order = [0, two[0], one[0], median, one[0] + one[1], pseudo, published, 100];
  expect([...order].sort((a, b) => a - b)).toEqual(order);
  expect(two[0] + two[1]).toBeCloseTo(published, 9);
});

it("with nothing to draw there is no drawing", () => {
  const [row] = hereRows(result(NaN));
  const none: [number, number] = [NaN, NaN];
  expect(
    rowDrawing({ ...row, median: 0, one: none, two: none, pseudo: NaN, published: Infinity }, 0, 1),
  ).toBeUndefined();
});

it("the command says all that was asked", () => {
  const wish = { search: "zprime-to-muons", mass: 2, luminosity: 178, events: 8000, seed: 3 };
  expect(commandText(wish)).toBe(
    "npx @belladonna/searches zprime-to-muons --mass 2 --luminosity 178fb --events 8000 --seed 3",
  );
});
