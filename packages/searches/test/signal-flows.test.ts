import { describe, expect, it } from "vitest";
import { signalName, someFlows, withFlow } from "../src/bump-hunt/signal-flows.js";
import { cutFlowRows } from "../src/selection/cut-flow.js";

const peak = {
  mass: 5,
  efficiency: 0.4,
  triggerEfficiency: 0.9,
  offset: 0,
  sigma: 0.01,
  alphaLow: 1.5,
  nLow: 3,
  alphaHigh: 2,
  nHigh: 4,
};
const flow = { sample: "signal", generated: 1000, steps: [{ name: "trigger", events: 450 }] };

describe("cut flows of signals", () => {
  it("end with the fit window, whose share is the efficiency", () => {
    const rows = cutFlowRows(withFlow(peak, flow).flow);
    expect(rows.map(({ name, events }) => [name, events])).toEqual([
      ["trigger", 450],
      ["fit window", 400],
    ]);
    expect(rows[1].cumulative).toBe(peak.efficiency);
  });

  it("are shown of the first, the middle and the last mass", () => {
    const named = (n: number) => Array.from({ length: n }, (_, k) => ({ flow: { ...flow, sample: String(k) } }));
    const shown = (n: number) => someFlows(named(n)).map(({ sample }) => sample);
    expect([0, 1, 2, 3, 8].map(shown)).toEqual([[], ["0"], ["0", "1"], ["0", "1", "2"], ["0", "4", "7"]]);
  });

  it("name the mass in four digits", () => {
    expect(signalName("signal", 1.219061540686772)).toBe("signal, m = 1.219 GeV");
  });
});
