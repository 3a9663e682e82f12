import { portals } from "@belladonna/models";
import { describe, expect, it } from "vitest";
import { curvesOf, massesOver } from "../src/answers/curves.js";
import { chartLayout } from "../src/chart/chart-layout.js";

const box = { x0: 50, y0: 10, x1: 450, y1: 210 };
const frame = { box, x: [0.01, 100] as const, linear: false, y: [1e-3, 1] as const, fontSize: 12 };

describe("a chart", () => {
  it("breaks a line where it has no value", () => {
    const x = [0.01, 0.1, 1, 10, 100];
    const { lines } = chartLayout([{ name: "a", color: "red", x, y: [0.1, 0.1, 0, 0.1, 0.1] }], frame);
    expect(lines[0].d).toBe("M50.0,76.7L150.0,76.7M350.0,76.7L450.0,76.7");
  });
  it("has ticks where their values are", () => {
    const { xTicks, yTicks } = chartLayout([], frame);
    expect(xTicks.find((t) => t.text === "1")?.at).toBeCloseTo(250, 9);
    expect(yTicks.find((t) => t.text === "1")?.at).toBeCloseTo(10, 9);
  });
});

describe("curves of a portal", () => {
  it("sum to one where anything is open, and have a gap where the model has none", () => {
    const portal = portals.find((p) => p.name === "dark photon");
    if (portal === undefined) throw new Error("no dark photon");
    const masses = massesOver([1e-3, 80], 40, false);
    const { ctau, fractions } = curvesOf(portal, masses, 1e-3);
    masses.forEach((m, i) => {
      const sum = [...fractions.values()].reduce((total, row) => total + row[i], 0);
      expect(sum === 0 || Math.abs(sum - 1) < 1e-9).toBe(true);
      expect(ctau[i] / portal.make(m, 1e-3).ctau).toBe(ctau[i] === Infinity ? NaN : 1);
    });
    expect(curvesOf(portal, [-1, 1], 1e-3).ctau[0]).toBeNaN();
  });
});
