import fc from "fast-check";
import { expect, it } from "vitest";
import { decode, encode } from "../src/codec.js";

it("keeps plain data of any numbers", () => {
  const data = fc.anything({
    withTypedArray: false,
    withNullPrototype: false,
    values: [fc.double(), fc.string(), fc.boolean(), fc.constant(null)],
    key: fc.stringMatching(/^[a-z]+$/),
  });
  fc.assert(
    fc.property(data, (x) => {
      expect(decode(encode(x))).toEqual(x);
    }),
  );
  expect(Object.is(decode(encode(-0)), -0)).toBe(true);
  expect(decode(encode([Infinity, -Infinity, NaN]))).toEqual([Infinity, -Infinity, NaN]);
  expect(decode(encode({ a: Float64Array.of(1, NaN, 0.1) }))).toEqual({ a: Float64Array.of(1, NaN, 0.1) });
});
