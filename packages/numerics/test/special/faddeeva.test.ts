import { describe, expect, it } from "vitest";
import { faddeeva } from "../../src/special/faddeeva.js";
import table from "../data/faddeeva.json";

describe("faddeeva", () => {
  const out = new Float64Array(2);
  it.each(table.rows.map(([x, y, re, im]) => ({ x, y, re, im })))("is right at $x + $y i", ({ x, y, re, im }) => {
    faddeeva(x, y, out);
    expect(Math.hypot(out[0] - re, out[1] - im) / Math.hypot(re, im)).toBeLessThan(1e-14);
  });
  it.each(table.rows.filter(([x, y]) => y >= 1e-3 || Math.abs(x) < 4).map(([x, y, re]) => ({ x, y, re })))(
    "has the right real part, to its own size, at $x + $y i",
    ({ x, y, re }) => {
      faddeeva(x, y, out);
      expect(Math.abs(out[0] / re - 1)).toBeLessThan(2e-12);
    },
  );
});
