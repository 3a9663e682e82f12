import { describe, expect, it } from "vitest";
import { applyCuts, type Cut, factsOf, kept } from "../../src/selection/cut.js";
import { cutFlow, cutFlowRows, mergeCutFlows } from "../../src/selection/cut-flow.js";

const columns = {
  event: Int32Array.of(0, 0, 1, 2, 2, 5),
  mass: Float64Array.of(1, 2, 3, 4, 5, Number.NaN),
  charge: Int32Array.of(0, 1, 0, 0, -1, 0),
};
const least = { quantity: "mass", value: 1.5, unit: "GeV", standing: "recalled", source: "here" } as const;
const cuts: readonly Cut<typeof columns>[] = [
  { name: "mass", numbers: [least], keep: ({ mass }, k) => mass[k] > least.value },
  { name: "charge", numbers: [least], keep: "charge == 0 and mass < 4.5" },
];

describe("a list of cuts", () => {
  const selected = applyCuts(cuts, columns);

  it("keeps what passes all, by functions and by texts", () => {
    expect([...selected.mask]).toEqual([0, 0, 1, 1, 0, 0]);
    expect([...kept(columns.mass, selected)]).toEqual([3, 4]);
  });

  it("counts events, not candidates", () => {
    expect(selected.events).toEqual([4, 3, 2]);
  });

  it("counts events with their weights, where they have some", () => {
    expect(applyCuts(cuts, columns, [0.5, 2, 4, 0, 0, 1]).events).toEqual([7.5, 6.5, 6]);
  });

  it("does not show a candidate to a cut when an earlier one refused it", () => {
    const seen: number[] = [];
    applyCuts([...cuts, { name: "look", numbers: [], keep: (_, k) => seen.push(k) > 0 }], columns);
    expect(seen).toEqual([2, 3]);
  });

  it("prints the number it cuts on, once", () => {
    expect(factsOf(cuts)).toEqual([{ quantity: "mass", value: "1.5 GeV", standing: "recalled", source: "here" }]);
  });

  it("says which column a text asks for in vain", () => {
    expect(() => applyCuts([{ name: "x", numbers: [], keep: "masss > 1" }], columns)).toThrow(
      /no column masss; there is event, mass/,
    );
  });
});

describe("a cut flow", () => {
  const flow = cutFlow("signal", 8, "candidate", cuts, applyCuts(cuts, columns));

  it("has the efficiency of each step and of all before", () => {
    expect(cutFlowRows(flow)).toEqual([
      { name: "candidate", events: 4, efficiency: 0.5, cumulative: 0.5 },
      { name: "mass", events: 3, efficiency: 0.75, cumulative: 0.375 },
      { name: "charge", events: 2, efficiency: 2 / 3, cumulative: 0.25 },
    ]);
  });

  it("adds up over the parts of a sample", () => {
    const twice = mergeCutFlows([flow, flow]);
    expect(twice.generated).toBe(16);
    expect(twice.steps.map(({ events }) => events)).toEqual([8, 6, 4]);
  });
});
