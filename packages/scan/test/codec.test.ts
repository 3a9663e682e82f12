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

it.each([
  Float64Array.of(0.1, NaN, -Infinity, -0),
  Float32Array.of(0.1, NaN, Infinity, -0),
  Int8Array.of(-128, 127),
  Uint8Array.of(0, 255),
  Uint8ClampedArray.of(0, 255),
  Int16Array.of(-32768, 32767),
  Uint16Array.of(65535),
  Int32Array.of(-2147483648, 2147483647),
  Uint32Array.of(4294967295),
  BigInt64Array.of(-(2n ** 63n), 2n ** 63n - 1n),
  BigUint64Array.of(2n ** 64n - 1n),
  new Int32Array(),
])("keeps typed arrays as what they are: %o", (array) => {
  const back = decode(encode({ array }));
  expect(back).toStrictEqual({ array });
  expect(Object.getPrototypeOf((back as { array: object }).array)).toBe(Object.getPrototypeOf(array));
});

it("keeps what JSON has no word for", () => {
  const data = {
    map: new Map<unknown, unknown>([
      ["a", NaN],
      [2, { inner: Int8Array.of(1) }],
    ]),
    set: new Set([1, "x", undefined]),
    date: new Date(1234567890123),
    never: new Date(NaN),
    big: 2n ** 70n,
    missing: undefined,
    list: [undefined, null],
  };
  expect(decode(encode(data))).toStrictEqual(data);
  expect(decode(encode(undefined))).toBeUndefined();
});

it("refuses what would be lost", () => {
  expect(() => encode({ f: () => 1 })).toThrow("encode: data must be plain, got a function");
  expect(() => encode([Symbol("s")])).toThrow("encode: data must be plain, got a symbol");
  expect(() => encode(new ArrayBuffer(8))).toThrow("encode: data must be plain, got [object ArrayBuffer]");
  expect(() => encode(new DataView(new ArrayBuffer(8)))).toThrow("got [object DataView]");
  expect(() => encode(new Error("no"))).toThrow("got [object Error]");
  expect(() => encode({ $int32: [1] })).toThrow('encode: an object must not have "$int32" as its only key');
});

it("reads what earlier versions wrote, and words it does not know as they are", () => {
  expect(decode('{"a":{"$float64":[1,{"$number":"NaN"}]}}')).toEqual({ a: Float64Array.of(1, NaN) });
  expect(decode('{"$other":[1]}')).toEqual({ $other: [1] });
});
