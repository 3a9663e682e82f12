import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { constrain, fit, minimise, parameter, simultaneous } from "@belladonna/stats";
import { histFactory } from "../src/index.js";
import { random } from "@belladonna/numerics";
import type { Likelihood, Objective } from "@belladonna/stats";
import { everyModifier } from "./every-modifier.js";

/** $\sum_i(x_i-a_i)^2+c_i|x_i|$ plus a coupling of neighbours. */
function kinked(a: readonly number[], c: readonly number[], coupling: number): Objective {
  const n = a.length;
  return {
    hessianKind: "exact",
    kinks: a.map((_, i) => i),
    value: (x) =>
      a.reduce(
        (sum, ai, i) => sum + (x[i] - ai) ** 2 + c[i] * Math.abs(x[i]) + (i > 0 ? coupling * x[i] * x[i - 1] : 0),
        0,
      ),
    gradient: (x, out = new Float64Array(n)) => {
      for (let i = 0; i < n; i++) {
        out[i] = 2 * (x[i] - a[i]) + (x[i] < 0 ? -c[i] : c[i]);
        if (i > 0) out[i] += coupling * x[i - 1];
        if (i + 1 < n) out[i] += coupling * x[i + 1];
      }
      return out;
    },
    hessian: (_, out = new Float64Array(n * n)) => {
      out.fill(0);
      for (let i = 0; i < n; i++) {
        out[i * n + i] = 2;
        if (i > 0) out[i * n + i - 1] = out[(i - 1) * n + i] = coupling;
      }
      return out;
    },
  };
}

const terms = fc.array(
  fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: 0, max: 4, noNaN: true })),
  {
    minLength: 1,
    maxLength: 8,
  },
);
const named = (n: number, start: number) =>
  Array.from({ length: n }, (_, i) => parameter(`x${i}`, start, { min: -10, max: 10 }));

describe("a minimum of a function with kinks", () => {
  it("is where each term's subgradient contains zero: the soft threshold", () => {
    fc.assert(
      fc.property(terms, fc.constantFrom(-2, 0, 1.5), (pairs, start) => {
        const minimum = minimise(
          kinked(
            pairs.map(([a]) => a),
            pairs.map(([, c]) => c),
            0,
          ),
          named(pairs.length, start),
        );
        expect(minimum.reason).toBe("");
        pairs.forEach(([a, c], i) => {
          const expected = Math.sign(a) * Math.max(Math.abs(a) - c / 2, 0);
          expect(Math.abs(minimum.theta[i] - expected)).toBeLessThan(1e-9);
        });
      }),
      { seed: 3 },
    );
  });

  it("has nothing lower around it when the terms are coupled", () => {
    fc.assert(
      fc.property(terms, (pairs) => {
        const f = kinked(
          pairs.map(([a]) => a),
          pairs.map(([, c]) => c),
          0.7,
        );
        const minimum = minimise(f, named(pairs.length, 1));
        expect(minimum.valid).toBe(true);
        const stream = random(1).stream(pairs.length);
        for (let k = 0; k < 200; k++) {
          const near = minimum.theta.map((x) => x + 0.01 * stream.normal());
          expect(f.value(near)).toBeGreaterThanOrEqual(minimum.value - 1e-12);
        }
      }),
      { seed: 4 },
    );
  });

  it("is found for pseudo-data of a HistFactory model with codes 0 and 1", () => {
    const model = histFactory(everyModifier, { interpolation: "kinked" });
    const truth = Float64Array.from(model.parameters, (p) => p.start);
    // The signal strength and the free factors of its bins are one parameter too many: the minimum is a valley.
    let onKink = 0;
    for (let toy = 0; toy < 40; toy++) {
      const likelihood = model.sample(truth, random(9).stream(toy));
      const { theta, valid, value } = fit(likelihood).minimum;
      expect(valid).toBe(true);
      if (likelihood.kinks?.some((i) => theta[i] === 0)) onKink++;
      const stream = random(10).stream(toy);
      for (let k = 0; k < 100; k++) {
        const near = theta.map((x, i) => {
          const { min = -Infinity, max = Infinity, fixed } = model.parameters[i];
          return fixed === true ? x : Math.min(Math.max(x + 0.003 * stream.normal(), min), max);
        });
        expect(likelihood.value(near)).toBeGreaterThanOrEqual(value - 1e-9);
      }
    }
    // Some of the minima lie on a kink: were none there, nothing would have been tried.
    expect(onKink).toBeGreaterThan(0);
  });
});

describe("simultaneous", () => {
  it("finds a minimum on the kink of one of its parts", () => {
    const x = parameter("x", 1);
    const objective = kinked([0.3], [2], 0);
    const part: Likelihood = {
      ...objective,
      parameters: [x],
      gradient: (theta, out) => objective.gradient?.(theta, out) ?? theta,
      expected: (theta) => theta,
      sample: () => part,
      asimov: () => part,
    };
    // (x - 0.3)^2 + 2|x| + (y - 1)^2: lowest at x = 0, where the slope jumps from -2.6 to 1.4.
    const found = fit(simultaneous([constrain([parameter("y", 0)], [1], [1]), part]));
    expect(found.minimum.valid).toBe(true);
    expect(found.parameters.x).toBe(0);
    expect(found.parameters.y).toBeCloseTo(1, 10);
  });
});
