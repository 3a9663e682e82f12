import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { minimise, minimiser, parameter } from "../src/index.js";
import type { Objective } from "../src/index.js";
import problems from "./data/minimiser_problems.json";
import { functions } from "./minimiser-functions.js";

const rows = problems.problems as unknown as {
  name: string;
  start: number[];
  limits: [number, number][] | null;
  x_min: number[];
  f_min: number;
}[];

describe("minimise, by differences only", () => {
  it.each(rows)("finds the minimum of $name and says so", (row) => {
    const parameters = row.start.map((x, i) => {
      const [min, max] = row.limits?.[i] ?? [-Infinity, Infinity];
      return parameter(`x${i}`, x, { min, max });
    });
    const m = minimise(functions[row.name], parameters);
    expect(m.reason).toBe(row.name === "powell_singular" ? "the Hessian is singular: not determined are x3" : "");
    expect(m.valid).toBe(true);
    // The published minima are rounded to 12 digits; the value resolves to tolerance * up = 1e-10.
    expect(Math.abs(m.value - row.f_min)).toBeLessThan(2e-10);
    // A quartic minimum resolves to the fourth root of the tolerance only.
    const resolution = row.name === "powell_singular" ? 1e-2 : 3e-6;
    row.x_min.forEach((x, i) => {
      expect(Math.abs(m.theta[i] - x)).toBeLessThan(resolution * Math.max(1, Math.abs(x)));
    });
  });
});

const quadratic = (t: Float64Array): number => (t[0] - 3) ** 2 / 4 + (t[1] + 1) ** 2;

describe("minimise", () => {
  it("gives the same minimum whatever derivatives are known, and fewer evaluations the more there are", () => {
    const value = ([a, b]: Float64Array): number => (1 - a) ** 2 + 100 * (b - a * a) ** 2;
    const gradient = ([a, b]: Float64Array, out = new Float64Array(2)): Float64Array => {
      out[0] = -2 * (1 - a) - 400 * a * (b - a * a);
      out[1] = 200 * (b - a * a);
      return out;
    };
    const hessian = ([a, b]: Float64Array, out = new Float64Array(4)): Float64Array => {
      out.set([2 - 400 * (b - 3 * a * a), -400 * a, -400 * a, 200]);
      return out;
    };
    const parameters = [parameter("a", -1.2), parameter("b", 1)];
    const runs = [{ value }, { value, gradient }, { value, gradient, hessian }].map((o) => minimise(o, parameters));
    for (const m of runs) {
      expect(m.valid).toBe(true);
      expect(m.parameters.a).toBeCloseTo(1, 5);
      // Inverse of the Hessian [[802, -400], [-400, 200]] times 2.
      expect(m.errors.a).toBeCloseTo(1, 3);
      expect(m.errors.b).toBeCloseTo(Math.sqrt(4.01), 3);
    }
    expect(runs[1].evaluations).toBeLessThan(runs[0].evaluations);
    expect(runs[2].evaluations).toBeLessThan(runs[1].evaluations);
  });

  it("does not depend on the scale of the value or of a parameter", () => {
    fc.assert(
      fc.property(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -5, max: 5 }), (k, l) => {
        const c = 10 ** k;
        const s = 10 ** l;
        const m = minimise(
          (t) => c * functions.beale(Float64Array.of(t[0] * s, t[1])),
          [parameter("x", 1 / s), parameter("y", 1)],
        );
        expect(m.valid).toBe(true);
        expect(Math.abs(m.theta[0] * s - 3)).toBeLessThan(1e-4);
      }),
      { numRuns: 60 },
    );
  });

  it("leaves a saddle point and a maximum it is started at", () => {
    const wells = ([x, y]: Float64Array): number => (x * x - 1) ** 2 + y * y;
    const m = minimise(wells, [parameter("x", 0), parameter("y", 0.5)]);
    expect(m.valid).toBe(true);
    expect(Math.abs(m.parameters.x)).toBeCloseTo(1, 6);
  });

  it("holds fixed parameters, and takes a start and values to fix without a new minimiser", () => {
    const run = minimiser(quadratic, [parameter("a", 0), parameter("b", 0, { fixed: true })]);
    expect([...run().theta].map((x) => Math.round(x * 1e6) / 1e6)).toEqual([3, 0]);
    const fixed = run({ start: Float64Array.of(5, 2), fix: { a: 1 } });
    expect([...fixed.theta]).toEqual([1, 2]);
    expect(fixed.value).toBe(10);
    expect(fixed.covariance).toEqual(new Float64Array(4));
  });

  it("ends on a bound, names the parameter and gives it no error", () => {
    const m = minimise(quadratic, [parameter("a", 0, { max: 2 }), parameter("b", 0)]);
    expect(m.valid).toBe(true);
    expect(m.atBound).toEqual(["a"]);
    expect(m.parameters.a).toBe(2);
    expect(m.errors.a).toBe(0);
    expect(m.errors.b).toBeCloseTo(1, 6);
  });

  it("says which parameters a singular Hessian leaves open", () => {
    const m = minimise(
      (t) => (t[0] + t[1] - 2) ** 2 + t[2] ** 2,
      [parameter("a", 0), parameter("b", 0), parameter("c", 1)],
    );
    expect(m.reason).toBe("the Hessian is singular: not determined are b");
    expect(m.covariance).toHaveLength(0);
  });

  it("never reports the start as a minimum: no value, no bottom, a kink", () => {
    const at = [parameter("x", 1)];
    expect(minimise(() => Number.NaN, at)).toMatchObject({ valid: false, reason: "the value is NaN at the start" });
    expect(minimise((t) => -t[0], at).valid).toBe(false);
    expect(minimise((t) => -t[0] * t[0], at).valid).toBe(false);
    const wrongGradient = { value: (t: Float64Array) => t[0] ** 2, gradient: () => Float64Array.of(-1) };
    expect(minimise(wrongGradient, at).valid).toBe(false);
  });

  it("refuses what it cannot mean", () => {
    const at = [parameter("x", 1)];
    expect(() => minimise(quadratic, at, { up: 0 })).toThrow(/up must be > 0, got 0/);
    expect(() => minimise(quadratic, at, { start: new Float64Array(3) })).toThrow(/1 entries, got 3/);
    expect(() => minimise(quadratic, at, { fix: { y: 1 } })).toThrow(/unknown parameter, got y/);
  });
});

describe("a descent through negative curvature", () => {
  it("does not crawl where the Hessian is slightly indefinite", () => {
    // A stiff valley of relative curvature 1e-6 along u - v, and one along p + q that curves down at its start.
    const objective: Objective = {
      hessianKind: "exact",
      value: ([u, v, p, q]) => (u + v) ** 2 + 1e-6 * (u - v - 100) ** 2 + (p - q) ** 2 + 1e-8 * ((p + q) ** 2 - 1) ** 2,
      gradient: ([u, v, p, q], out = new Float64Array(4)) => {
        const [a, b, c, e] = [2 * (u + v), 2e-6 * (u - v - 100), 2 * (p - q), 4e-8 * (p + q) * ((p + q) ** 2 - 1)];
        out.set([a + b, a - b, c + e, e - c]);
        return out;
      },
      hessian: ([, , p, q], out = new Float64Array(16)) => {
        const e = 4e-8 * (3 * (p + q) ** 2 - 1);
        const [same, other] = [2 + 2e-6, 2 - 2e-6];
        out.set([same, other, 0, 0, other, same, 0, 0, 0, 0, 2 + e, e - 2, 0, 0, e - 2, 2 + e]);
        return out;
      },
    };
    const parameters = [1, 2, 0.006, 0.004].map((start, i) => parameter("uvpq"[i], start));
    const { theta, valid, iterations } = minimise(objective, parameters);
    expect(valid).toBe(true);
    expect(iterations).toBeLessThan(40);
    expect(theta[0] - theta[1]).toBeCloseTo(100, 4);
  });

  /** $(x^2-1)^2+0.1x+(y-xz)^2+z^2$: two valleys, the lower where $x<0$. */
  const twoValleys: Objective = {
    hessianKind: "exact",
    value: ([x, y, z]) => (x * x - 1) ** 2 + 0.1 * x + (y - x * z) ** 2 + z * z,
    gradient: ([x, y, z], out = new Float64Array(3)) => {
      const r = y - x * z;
      out.set([4 * x * (x * x - 1) + 0.1 - 2 * z * r, 2 * r, 2 * z - 2 * x * r]);
      return out;
    },
    hessian: ([x, y, z], out = new Float64Array(9)) => {
      const r = y - x * z;
      const xz = 2 * x * z - 2 * r;
      out.set([12 * x * x - 4 + 2 * z * z, -2 * z, xz, -2 * z, 2, -2 * x, xz, -2 * x, 2 + 2 * x * x]);
      return out;
    },
  };
  it("ends in the lower of two mirrored valleys, whichever it comes to first", () => {
    const lowest = 0.1 * -1.0123 + (1.0123 ** 2 - 1) ** 2;
    for (const x of [0.2, -0.2, 0.05]) {
      const start = Float64Array.of(x, 0.5, 0.3);
      const found = minimise(twoValleys, [parameter("x", 0), parameter("y", 0), parameter("z", 0)], { start });
      expect(found.valid).toBe(true);
      expect(found.theta[0]).toBeCloseTo(-1.0123, 3);
      expect(Math.abs(found.value - lowest)).toBeLessThan(1e-6);
    }
  });
});
