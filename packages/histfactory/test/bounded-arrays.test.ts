import { describe, expect, it } from "vitest";
import { type ArrayReader, boundArrays } from "../src/bounded-arrays.js";

/** A buffer of 16 bytes, 4 of them read, whose arrays say only how they were asked for. */
function buffer(): ArrayReader {
  const prototype = {
    arr: new DataView(new ArrayBuffer(16)),
    o: 4,
    readNdimArray: () => "many",
    readFastArray: (entries: number) => entries,
  } as unknown as ArrayReader;
  boundArrays(prototype);
  boundArrays(prototype);
  return prototype;
}

describe("boundArrays", () => {
  it("leaves arrays that fit", () => {
    expect(buffer().readFastArray(12)).toBe(12);
    expect(buffer().readNdimArray({ fArrayDim: 0, fArrayLength: 12 }, undefined)).toBe("many");
    expect(buffer().readNdimArray({ fArrayDim: 3, fMaxIndex: [2, 3, 2, 0, 0] }, undefined)).toBe("many");
  });

  it.each([
    [{ fArrayDim: 0, fArrayLength: 13 }, "an array of 13 entries is not in the 12 bytes left"],
    [{ fArrayDim: 1, fMaxIndex: [2 ** 31] }, "an array of 2147483648 entries"],
    [{ fArrayDim: 2, fMaxIndex: [4, 4] }, "an array of 16 entries"],
    [{ fArrayDim: 3, fMaxIndex: [2, 0, 2] }, "an array of NaN entries"],
    [{ fArrayDim: 1e9, fMaxIndex: [1, 1, 1, 1, 1] }, "an array of NaN entries"],
    [{ fArrayDim: 2, fMaxIndex: [1] }, "an array of NaN entries"],
  ])("refuses %j", (handle, message) => {
    expect(() => buffer().readNdimArray(handle, undefined)).toThrow(message);
    expect(() => buffer().readNdimArray(handle, undefined)).toThrow(RangeError);
  });

  it("refuses a run of numbers longer than the bytes", () => {
    expect(() => buffer().readFastArray(13)).toThrow("an array of 13 entries is not in the 12 bytes left");
    expect(() => buffer().readFastArray(-1)).toThrow("an array of -1 entries");
  });
});
