import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dot,
  fourVector,
  rotate,
  rotateByEuler,
  rotateByQuaternion,
  rotateX,
  rotateY,
  rotateZ,
  type FourVector,
} from "../src/index.js";
import { vectors } from "./four-vectors-arbitrary.js";
import { cases, componentError } from "./reference.js";

type Row = {
  kind: string;
  p4: [number, number, number, number];
  angle: number | [number, number, number];
  axis: [number, number, number] | null;
  exact: number[] | null;
  vector: number[];
};
const list = (v: FourVector): number[] => [v.px, v.py, v.pz, v.e];

function turn(v: FourVector, { kind, angle, axis }: Row): FourVector {
  // The table's Euler angles are those of a passive convention.
  if (typeof angle !== "number") return rotateByEuler(v, -angle[2], -angle[1], -angle[0]);
  if (axis) return rotate(v, axis, angle);
  return kind === "X" ? rotateX(v, angle) : kind === "Y" ? rotateY(v, angle) : rotateZ(v, angle);
}

describe("rotations", () => {
  it.each(cases<Row>("rotations"))("$tag to 1e-15 of the largest component", (row) => {
    const [px, py, pz, e] = row.p4;
    const got = turn(fourVector({ px, py, pz, e }), row);
    expect(componentError(list(got), row.exact ?? row.vector)).toBeLessThanOrEqual(1e-15);
  });

  it("leave energy, mass and products", () => {
    fc.assert(
      fc.property(vectors, vectors, fc.double({ min: -7, max: 7, noNaN: true }), (a, b, angle) => {
        const axis = [1, -2, 0.5] as const;
        const [x, y] = [rotate(a, axis, angle), rotate(b, axis, angle)];
        expect([x.e, x.m]).toEqual([a.e, a.m]);
        expect(Math.abs(dot(x, y) - dot(a, b))).toBeLessThanOrEqual(1e-13 * a.e * b.e);
      }),
    );
  });

  it("by a quaternion of any norm are those by its axis and angle", () => {
    const v = fourVector({ px: 1, py: 2, pz: 3, m: 0 });
    const half = 0.4;
    const [x, y, z] = [1, -2, 2].map((c) => (c / 3) * Math.sin(half) * 7);
    const byQuaternion = rotateByQuaternion(v, [7 * Math.cos(half), x, y, z]);
    expect(componentError(list(byQuaternion), list(rotate(v, [1, -2, 2], 2 * half)))).toBeLessThan(1e-15);
  });

  it("need an axis", () => {
    const v = fourVector({ px: 1, py: 2, pz: 3, m: 0 });
    expect(() => rotate(v, [0, 0, 0], 1)).toThrow("rotate: axis must have a finite length > 0, got (0, 0, 0)");
    expect(() => rotateByQuaternion(v, [0, 0, 0, 0])).toThrow(RangeError);
  });
});
