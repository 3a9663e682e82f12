import { limit } from "@belladonna/limits";
import { expect, it } from "vitest";
import { curvesCsv } from "../../src/report/curves-csv.js";
import { entriesOf } from "../../src/report/figure.js";

const made = (luminosity: number) =>
  limit({
    ...{ id: `run-${luminosity}`, observable: "sigma, visible", unit: "fb", cl: 0.9, kind: "observed", shape: "curve" },
    ...{ data: "pseudo-data", luminosity, mass: [1, 2], value: [3, 4] },
    expected: { median: [3.5, Infinity] },
  });
const figure = {
  ...{ name: "cross-section", process: "e⁺e⁻ → X", axis: "$σ$ [fb]", limit: made(1), projection: made(50_000) },
  ...{ published: [], projections: [] },
};

it("a run is drawn with its pseudo-data, its projection with the expectation that no data made", () => {
  const [run, later] = entriesOf(figure);
  expect(run.limit).toMatchObject({ kind: "observed", data: "pseudo-data", value: [3, 4] });
  expect(later.limit).toMatchObject({ kind: "projection", value: [3.5, Infinity] });
  expect(later.limit.data).toBeUndefined();
});

it("its curves are a table, an empty cell for a number that there is none of", () => {
  expect(curvesCsv(entriesOf(figure)).split("\n").slice(1)).toEqual([
    'run-1,"sigma, visible",fb,0.9,pseudo-data,1,3,,,,3.5,,',
    'run-1,"sigma, visible",fb,0.9,pseudo-data,2,4,,,,Infinity,,',
    'run-50000,"sigma, visible",fb,0.9,projection,1,3.5,,,,3.5,,',
    'run-50000,"sigma, visible",fb,0.9,projection,2,Infinity,,,,Infinity,,',
    "",
  ]);
});
