import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleoCones, columns, foxWolfram, fourVector, sphericity, thrust, type ThreeVector } from "../src/index.js";
import { cases, relativeError } from "./reference.js";
import { stream } from "./streams.js";

type P3 = { px: number; py: number; pz: number };
type Row = {
  p3: [number, number, number][];
  thrust: number;
  axis: ThreeVector;
  sphericity_eigenvalues: number[];
  sphericity: number;
  aplanarity: number;
  fox_wolfram_R: number[];
};
const momenta = (list: readonly ThreeVector[]): P3[] => list.map(([px, py, pz]) => ({ px, py, pz }));
// Where several axes are equally good, which one comes is free.
const degenerate = new Set(["mercedes", "cube", "octahedron"]);

/** The definition: every division into two hemispheres. */
function exhaustive(list: readonly P3[]): number {
  let best = 0;
  for (let signs = 0; signs < 2 ** list.length; signs++) {
    let [x, y, z] = [0, 0, 0];
    list.forEach((v, i) => {
      const sign = (signs >> i) & 1 ? -1 : 1;
      x += sign * v.px;
      y += sign * v.py;
      z += sign * v.pz;
    });
    best = Math.max(best, Math.sqrt(x * x + y * y + z * z));
  }
  return best / list.reduce((sum, v) => sum + Math.hypot(v.px, v.py, v.pz), 0);
}

describe("event shapes of the table", () => {
  it.each(cases<Row>("event_shapes"))("$tag to 1e-12", (row) => {
    const list = momenta(row.p3);
    const t = thrust(list);
    expect(relativeError(t.value, row.thrust)).toBeLessThan(1e-12);
    if (!degenerate.has(row.tag)) {
      t.axis.forEach((x, k) => {
        expect(Math.abs(x - row.axis[k])).toBeLessThan(1e-12);
      });
    }
    const s = sphericity(list);
    s.eigenvalues.forEach((x, k) => {
      expect(Math.abs(x - row.sphericity_eigenvalues[k])).toBeLessThan(1e-12);
    });
    expect(Math.abs(s.value - row.sphericity)).toBeLessThan(1e-12);
    expect(Math.abs(s.aplanarity - row.aplanarity)).toBeLessThan(1e-12);
    foxWolfram(list).ratios.forEach((r, l) => {
      expect(Math.abs(r - row.fox_wolfram_R[l])).toBeLessThan(1e-12);
    });
  });
});

// No momenta whose squares vanish.
const coordinate = fc.double({ min: -3, max: 3, noNaN: true }).map((x) => (Math.abs(x) < 1e-6 ? 0 : x));
const event = (components: fc.Arbitrary<number>): fc.Arbitrary<P3[]> =>
  fc.array(fc.record({ px: components, py: components, pz: components }), { minLength: 1, maxLength: 9 });

describe("thrust", () => {
  it("is that of the best of all divisions into hemispheres", () => {
    fc.assert(
      fc.property(event(coordinate), (list) => {
        fc.pre(list.some((v) => v.px !== 0 || v.py !== 0 || v.pz !== 0));
        expect(relativeError(thrust(list).value, exhaustive(list))).toBeLessThan(1e-11);
      }),
    );
  });

  it("is so too when momenta are coplanar, collinear, repeated or zero", () => {
    // Small integers: most planes hold more than two momenta.
    fc.assert(
      fc.property(event(fc.integer({ min: -1, max: 1 })), (list) => {
        fc.pre(list.some((v) => v.px !== 0 || v.py !== 0 || v.pz !== 0));
        expect(relativeError(thrust(list).value, exhaustive(list))).toBeLessThan(1e-12);
      }),
      { numRuns: 500 },
    );
  });

  it("projects to its value on its axis", () => {
    const random = stream(31);
    const list = Array.from({ length: 40 }, () => ({
      px: random.uniform() - 0.5,
      py: random.uniform() - 0.5,
      pz: random.uniform() - 0.5,
    }));
    const { value, axis } = thrust(list);
    const along = list.reduce((s, v) => s + Math.abs(v.px * axis[0] + v.py * axis[1] + v.pz * axis[2]), 0);
    const all = list.reduce((s, v) => s + Math.hypot(v.px, v.py, v.pz), 0);
    expect(relativeError(along / all, value)).toBeLessThan(1e-14);
    expect(relativeError(Math.hypot(...axis), 1)).toBeLessThan(1e-15);
    // No other direction does better.
    for (let i = 0; i < 2000; i++) {
      const [c, f] = [2 * random.uniform() - 1, 2 * Math.PI * random.uniform()];
      const n = [Math.sqrt(1 - c * c) * Math.cos(f), Math.sqrt(1 - c * c) * Math.sin(f), c];
      const other = list.reduce((s, v) => s + Math.abs(v.px * n[0] + v.py * n[1] + v.pz * n[2]), 0);
      expect(other).toBeLessThanOrEqual(along * (1 + 1e-14));
    }
  });

  it("of nothing is NaN", () => {
    expect(thrust([]).value).toBeNaN();
    expect(thrust([]).axis[0]).toBeNaN();
  });
});

describe("all shapes", () => {
  const random = stream(32);
  const list = Array.from({ length: 9 }, () =>
    fourVector({ px: random.uniform(), py: random.uniform() - 0.5, pz: random.uniform() - 0.7, m: 0 }),
  );

  it("are the same from columns, and in any order", () => {
    const cols = columns.fromObjects(list);
    expect(thrust(cols)).toEqual(thrust(list));
    expect(sphericity(cols)).toEqual(sphericity(list));
    expect(foxWolfram(cols)).toEqual(foxWolfram(list));
    const back = [...list].reverse();
    expect(relativeError(thrust(back).value, thrust(list).value)).toBeLessThan(1e-14);
    expect(relativeError(sphericity(back).value, sphericity(list).value)).toBeLessThan(1e-14);
    expect(relativeError(foxWolfram(back).ratios[3], foxWolfram(list).ratios[3])).toBeLessThan(1e-13);
  });
});

describe("sphericity", () => {
  it("has orthonormal axes that diagonalise the tensor", () => {
    const list = momenta([
      [1, 2, 3],
      [-1, 0.5, 0.2],
      [0.3, -2, 1],
    ]);
    const { eigenvalues, axes } = sphericity(list);
    const norm = list.reduce((s, v) => s + v.px ** 2 + v.py ** 2 + v.pz ** 2, 0);
    axes.forEach((axis, i) => {
      const on = (v: P3): number => v.px * axis[0] + v.py * axis[1] + v.pz * axis[2];
      expect(Math.abs(list.reduce((s, v) => s + on(v) ** 2, 0) / norm - eigenvalues[i])).toBeLessThan(1e-14);
      axes.forEach((other, j) => {
        const product = axis[0] * other[0] + axis[1] * other[1] + axis[2] * other[2];
        expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-14);
      });
    });
  });

  it("in its linear form does not see a collinear splitting", () => {
    const one = momenta([
      [1, 2, 3],
      [-1, 0.5, 0.2],
    ]);
    const split = momenta([
      [0.4, 0.8, 1.2],
      [0.6, 1.2, 1.8],
      [-1, 0.5, 0.2],
    ]);
    expect(relativeError(sphericity(split, 1).value, sphericity(one, 1).value)).toBeLessThan(1e-14);
    expect(relativeError(sphericity(split, 2).value, sphericity(one, 2).value)).toBeGreaterThan(0.01);
  });
});

describe("foxWolfram", () => {
  it("sums Legendre polynomials over all pairs", () => {
    const list = momenta([
      [1, 0, 0],
      [0.5, 0.5, 0],
    ]);
    const x = Math.SQRT1_2;
    const expected = [1, x, (3 * x * x - 1) / 2, (5 * x ** 3 - 3 * x) / 2].map((q) => 1 + 0.5 + 2 * Math.SQRT1_2 * q);
    foxWolfram(list, 3).moments.forEach((h, l) => {
      expect(relativeError(h, expected[l])).toBeLessThan(1e-14);
    });
    expect(() => foxWolfram(list, -1)).toThrow("foxWolfram: lMax must be >= 0, got -1");
  });
});

describe("cleoCones", () => {
  it("shares all momentum among cones by the folded angle to the axis", () => {
    const at = (degrees: number, size: number): ThreeVector => {
      const a = (degrees * Math.PI) / 180;
      return [size * Math.sin(a), 0, size * Math.cos(a)];
    };
    const list = momenta([at(5, 1), at(175, 2), at(25, 4), at(89.9, 8), at(90, 16), at(115, 32)]);
    const cones = cleoCones(list, [0, 0, 1]).map((x) => Math.round(x * 1e9) / 1e9);
    expect(cones).toEqual([3, 0, 4, 0, 0, 0, 32, 0, 24]);
    expect(() => cleoCones(list, [0, 0, 1], 0)).toThrow("cleoCones: count must be > 0, got 0");
  });
});
