import { describe, expect, it } from "vitest";
import { decodeBytes, encodeBytes } from "../src/bytes.js";

describe("encodeBytes", () => {
  it("keeps what the text of a checkpoint keeps", () => {
    const data = {
      columns: [Float64Array.of(0.1, NaN, -0, -Infinity), new Float64Array(), Int8Array.of(-1, 2)],
      big: BigInt64Array.of(-(2n ** 63n)),
      part: Float64Array.of(1, 2, 3, 4).subarray(1, 3),
      map: new Map([["x", Uint16Array.of(65535)]]),
      number: -0,
      missing: undefined,
      text: "σ → µ",
      list: [1, null, Infinity],
    };
    expect(decodeBytes(encodeBytes(data))).toStrictEqual(data);
    // At another place in memory, as read from the middle of a file.
    const moved = new Uint8Array([7, ...encodeBytes(data)]).subarray(1);
    expect(decodeBytes(moved)).toStrictEqual(data);
  });

  it("packs a column in as many bytes as it has, not as text", () => {
    const column = Float64Array.from({ length: 10_000 }, (_, i) => Math.sqrt(i));
    expect(encodeBytes({ column }).length - 8 * column.length).toBeLessThan(100);
  });

  it("refuses what would be lost", () => {
    expect(() => encodeBytes({ f: () => 1 })).toThrow("encode: data must be plain, got a function");
    expect(() => encodeBytes({ $column: [1] })).toThrow('an object must not have "$column" as its only key');
  });
});
