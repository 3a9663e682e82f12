/// <reference types="vite/client" />
import { describe, expect, it } from "vitest";
import { asymptoticBand, asymptoticPValues } from "../../src/index.js";
import { normalSf } from "@belladonna/numerics";
import text from "../data/scalar-asymptotic-cls.json?raw";

interface P {
  CLsb: number;
  CLb: number;
  CLs: number;
}
interface Row {
  q_tilde: number;
  q_tilde_A: number;
  qtilde: P;
  q: P;
  exp_CLs_m2_to_p2: number[];
}
const rows = (JSON.parse(text) as { cases: Row[] }).cases;
// The table's own far tails come from 1 - Phi in doubles, good to 1e-12.
const close = (got: number, want: number): void => {
  expect(Math.abs(got / want - 1)).toBeLessThan(1e-11);
};

describe("asymptoticPValues", () => {
  it.each(rows)("q = $q_tilde, qA = $q_tilde_A", (row) => {
    for (const statistic of ["q", "qtilde"] as const) {
      const got = asymptoticPValues(row.q_tilde, row.q_tilde_A, statistic);
      close(got.clsb, row[statistic].CLsb);
      close(got.clb, row[statistic].CLb);
      close(got.cls, row[statistic].CLs);
    }
    asymptoticBand(row.q_tilde_A).forEach((p, k) => {
      close(p.cls, row.exp_CLs_m2_to_p2[k]);
    });
  });
  it("is two-sided for t: the p-value of |x - mu| for a Gaussian", () => {
    // muHat = 0.4, mu = 2, sigma = 1: t = 2.56, qA = 4.
    const got = asymptoticPValues(2.56, 4, "t");
    close(got.clsb, 2 * normalSf(1.6));
    close(got.clb, normalSf(3.6) + normalSf(-0.4));
  });
  it("equals t where the best value is physical, and differs below", () => {
    expect(asymptoticPValues(3, 4, "ttilde")).toEqual(asymptoticPValues(3, 4, "t"));
    // muHat = -1, mu = 2: ttilde = 4 + 4 = 8.
    close(asymptoticPValues(8, 4, "ttilde").clsb, normalSf(Math.sqrt(8)) + normalSf(3));
  });
  it("has the expectation as the value at the fluctuation", () => {
    const band = asymptoticBand(9, "ttilde");
    [-2, -1, 0, 1, 2].forEach((n, k) => {
      const q = n < 0 ? 9 - 6 * n : (3 - n) ** 2;
      expect(band[k]).toEqual(asymptoticPValues(q, 9, "ttilde"));
    });
  });
  it("refuses a negative statistic", () => {
    expect(() => asymptoticPValues(-1, 1, "q")).toThrow("got -1, 1");
    expect(() => asymptoticBand(Number.NaN)).toThrow(RangeError);
  });
});
