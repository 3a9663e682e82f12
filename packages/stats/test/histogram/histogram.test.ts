import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { categoryAxis, Histogram, regularAxis, variableAxis, type UhiHistogram } from "../../src/index.js";
import { random } from "@belladonna/numerics";

describe("Histogram", () => {
  it("counts values in half-open bins, and keeps under- and overflow", () => {
    const h = new Histogram([regularAxis(4, 0, 2)]).fill([[-1, 0, 0.49, 0.5, 1.99, 2, 7, -Infinity]]);
    expect([...h.cells]).toEqual([2, 2, 1, 0, 1, 2]);
    expect([...h.values()]).toEqual([2, 1, 0, 1]);
    expect(h.sum()).toBe(4);
    expect(h.sum(true)).toBe(8);
  });
  it("has the sum of squared weights as variance", () => {
    const h = new Histogram([variableAxis([0, 1, 10])]).fill([[0.5, 0.6, 3]], [2, 3, -1]);
    expect([...h.values()]).toEqual([5, -1]);
    expect([...h.variances()]).toEqual([13, 1]);
  });
  it("puts every value where its edges say, on any axis", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: -0.1, max: 1.1, noNaN: true }),
        (lower, width, bins, f) => {
          const axis = regularAxis(bins, lower, lower + width);
          const x = lower + f * width;
          const a = new Histogram([axis]).fill([[x]]);
          const edges = a.edges();
          const b = new Histogram([variableAxis([...edges])]).fill([[x]]);
          expect([...a.cells]).toEqual([...b.cells]);
          const cell = a.cells.indexOf(1);
          if (cell > 0) expect(x).toBeGreaterThanOrEqual(edges[cell - 1]);
          if (cell < edges.length) expect(x).toBeLessThan(edges[cell]);
        },
      ),
    );
  });
  it("puts every edge itself into the bin above", () => {
    const axis = regularAxis(37, -0.3, 1.7);
    const h = new Histogram([axis]);
    h.fill([h.edges()]);
    expect([...h.cells]).toEqual([0, ...new Array<number>(38).fill(1)]);
  });
  it("projects over the cells of the other axes, flow included", () => {
    const stream = random(3);
    const n = 1000;
    const x = Float64Array.from({ length: n }, () => stream.normal());
    const y = Float64Array.from({ length: n }, () => stream.normal());
    const name = Array.from({ length: n }, () => "abcd"[stream.integer(4)]);
    const w = Float64Array.from({ length: n }, () => stream.uniform());
    const axes = [regularAxis(5, -1, 1), variableAxis([-2, 0, 0.5, 3]), categoryAxis(["a", "b", "c"])];
    const all = new Histogram(axes).fill([x, y, name], w);
    const two = all.project(2, 0);
    const direct = new Histogram([axes[2], axes[0]]).fill([name, x], w);
    direct.cells.forEach((v, i) => {
      expect(two.cells[i]).toBeCloseTo(v, 10);
      expect(two.cellVariances[i]).toBeCloseTo(direct.cellVariances[i], 10);
    });
    expect(all.values().length).toBe(5 * 3 * 3);
    expect(all.project(1).sum(true)).toBeCloseTo(
      w.reduce((a, b) => a + b),
      9,
    );
  });
  it("adds with a factor, squared for the variance", () => {
    const a = new Histogram([regularAxis(1, 0, 1)]).fill([[0.5]], [2]);
    a.add(new Histogram([regularAxis(1, 0, 1)]).fill([[0.5, 0.1]], [1, 3]), 10);
    expect(a.values()[0]).toBe(42);
    expect(a.variances()[0]).toBe(1004);
  });
  it("comes back from JSON as it was", () => {
    const h = new Histogram([regularAxis(2, 0, 1, "mass (GeV)"), categoryAxis(["e", "mu"]), variableAxis([0, 1, 5])]);
    h.fill(
      [
        [0.1, 0.7, 3],
        ["e", "mu", "tau"],
        [2, 7, -1],
      ],
      [1, 2, 0.5],
    );
    const text = JSON.stringify(h);
    const back = Histogram.fromJSON(JSON.parse(text) as UhiHistogram);
    expect(back.axes).toEqual(h.axes);
    expect(back.cells).toEqual(h.cells);
    expect(back.cellVariances).toEqual(h.cellVariances);
    expect(JSON.stringify(back)).toBe(text);
  });
  it("reads the example of the interface's specification, counts with Poisson variances", () => {
    const h = Histogram.fromJSON({
      uhi_schema: 1,
      axes: [{ type: "regular", lower: 0, upper: 5, bins: 3, underflow: true, overflow: true, circular: false }],
      storage: { type: "int", values: [1, 2, 3, 4, 5] },
    });
    expect([...h.values()]).toEqual([2, 3, 4]);
    expect([...h.variances()]).toEqual([2, 3, 4]);
  });
  it("refuses bad input, unchanged", () => {
    const h = new Histogram([regularAxis(2, 0, 1)]);
    expect(() => h.fill([[0.5, Number.NaN]])).toThrow("got one at 1 of column 0");
    expect(() => h.fill([[0.5]], [Number.NaN])).toThrow("got NaN at 0");
    expect(() => h.fill([[0.5], [1]])).toThrow("need 1 columns");
    expect(() => h.fill([[0.5]], [1, 2])).toThrow("need 1 weights, got 2");
    expect(h.sum(true)).toBe(0);
    expect(() => regularAxis(0, 0, 1)).toThrow(RangeError);
    expect(() => regularAxis(1, 1, 1)).toThrow(RangeError);
    expect(() => variableAxis([0, 0])).toThrow("got 0 at 1");
    expect(() => variableAxis([0])).toThrow(RangeError);
    expect(() => categoryAxis(["a", "a"])).toThrow("a, a");
    expect(() => new Histogram([])).toThrow(RangeError);
    expect(() => h.project(1)).toThrow(RangeError);
    expect(() => h.add(new Histogram([regularAxis(3, 0, 1)]))).toThrow("different axes");
    const json = h.toJSON();
    expect(() => Histogram.fromJSON({ ...json, storage: { type: "mean", values: [] } })).toThrow("got mean");
    expect(() => Histogram.fromJSON({ ...json, storage: { type: "int", values: [1] } })).toThrow("need 4 values");
  });
});
