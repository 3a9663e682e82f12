import fc from "fast-check";
import { expect, it } from "vitest";
import { boxStep, solveBox } from "../src/minimise/box-step.js";

const number = fc.double({ min: -3, max: 3, noNaN: true });

it("solves convex quadratic programs in a box: no feasible move lowers the model", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }).chain((n) =>
        fc.record({
          a: fc.array(number, { minLength: n * n, maxLength: n * n }),
          g: fc.array(number, { minLength: n, maxLength: n }),
          x: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: n, maxLength: n }),
        }),
      ),
      ({ a, g, x }) => {
        const n = g.length;
        // A^T A + 1/10: positive definite.
        const b = new Float64Array(n * n);
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            b[i * n + j] = i === j ? 0.1 : 0;
            for (let k = 0; k < n; k++) b[i * n + j] += a[k * n + i] * a[k * n + j];
          }
        }
        const s = boxStep(n);
        const [low, high] = [new Float64Array(n), new Float64Array(n).fill(1)];
        const free = new Uint8Array(n).fill(1);
        const one = new Float64Array(n).fill(1);
        const at = Float64Array.from(x);
        solveBox(s, free, at, low, high, Float64Array.from(g), b, 0, one);
        // The sets may fail to settle; damping is then the cure, and must work.
        let damping = 1;
        while (Number.isNaN(s.predicted)) {
          solveBox(s, free, at, low, high, Float64Array.from(g), b, damping, one);
          damping *= 10;
          if (damping > 1e6) throw new Error("does not settle");
        }
        if (damping > 1) return;
        expect(s.predicted).toBeGreaterThanOrEqual(-1e-12);
        for (let i = 0; i < n; i++) {
          const end = at[i] + s.step[i];
          let slope = g[i];
          for (let j = 0; j < n; j++) slope += b[i * n + j] * s.step[j];
          expect(end).toBeGreaterThanOrEqual(-1e-12);
          expect(end).toBeLessThanOrEqual(1 + 1e-12);
          if (end > 1e-9) expect(slope).toBeLessThan(1e-6);
          if (end < 1 - 1e-9) expect(slope).toBeGreaterThan(-1e-6);
        }
      },
    ),
    { numRuns: 300 },
  );
});
