import { describe, expect, it } from "vitest";
import { random } from "@belladonna/numerics";
import { closureProgram, elementaryExpressions, expressions, wasmProgram } from "@belladonna/numerics/compiled";
import { firstDifference } from "./bits.js";
import { atan2, log, log1p } from "@belladonna/numerics/elementary";

const N = 100_000;

/** Values of an expression of two columns, in both ways. */
function both(
  value: (f: ReturnType<typeof elementaryExpressions>, make: ReturnType<typeof expressions>) => object,
  x: Float64Array,
  y: Float64Array,
): Float64Array[] {
  const make = expressions();
  const result = value(elementaryExpressions(make), make) as ReturnType<typeof make.number>;
  return [wasmProgram, closureProgram].map((program) => {
    const { values, run } = program({ rows: x.length, columns: 3 }, [{ writes: [[2, result]] }]);
    values.set(x);
    values.set(y, x.length);
    run(0, x.length);
    return values.slice(2 * x.length);
  });
}

describe("elementary expressions", () => {
  const stream = random(1);
  const zero = new Float64Array(N);

  it("have the bits of log over all normal numbers", () => {
    const x = zero.map(() => 10 ** (600 * stream.uniform() - 300));
    x.set([1, 2, 0.5, 2.2250738585072014e-308, 1.7976931348623157e308, Math.SQRT1_2, Math.SQRT2, 1 - 2 ** -53]);
    for (let k = 100; k < 5000; k++) x[k] = 0.5 + 1.5 * stream.uniform();
    const wanted = x.map(log);
    for (const found of both(({ log: f }, { column, number }) => f(column(0), number(0)), x, zero)) {
      expect(firstDifference(found, wanted)).toBe(-1);
    }
  });

  it("have the bits of log1p by the rounding of its sum", () => {
    const x = zero.map(() => 10 ** (-16 * stream.uniform()) * (stream.uniform() - 0.5));
    const u = x.map((t) => 1 + t);
    const low = x.map((t, i) => t - (u[i] - 1));
    for (const found of both(({ log: f }, { column }) => f(column(0), column(1)), u, low)) {
      expect(firstDifference(found, x.map(log1p))).toBe(-1);
    }
  });

  it("have the bits of atan2 in all octants, on their edges too", () => {
    const size = (): number => (stream.uniform() < 0.5 ? -1 : 1) * 10 ** (6 * stream.uniform() - 3);
    const y = zero.map(size);
    const x = zero.map(size);
    for (let k = 0; k < 4; k++) {
      const [a, b] = [k % 2 === 0 ? 1 : -1, k < 2 ? 1 : -1];
      for (const [i, ratio] of [1, 1e-7, 0.3, 0.8, 0.5, 1 / 3, 1e7, 1 + 2 ** -52].entries()) {
        y[8 * k + i] = a * ratio;
        x[8 * k + i] = b;
      }
    }
    const wanted = y.map((t, i) => atan2(t, x[i]));
    for (const found of both(({ atan2: f }, { column }) => f(column(1), column(0)), x, y)) {
      expect(firstDifference(found, wanted)).toBe(-1);
    }
  });
});
