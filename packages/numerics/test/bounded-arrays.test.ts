import { describe, expect, it } from "vitest";
import { type ArrayReader, boundArrays, type JsrootIo, type StreamedList } from "../src/bounded-arrays.js";

/** A buffer of 16 bytes, 4 of them read, whose arrays say only how they were asked for. */
function buffer(): ArrayReader {
  const prototype = {
    arr: new DataView(new ArrayBuffer(16)),
    o: 4,
    readNdimArray: () => "many",
    readFastArray: (entries: number) => entries,
  } as unknown as ArrayReader;
  const io = { TBuffer: { prototype }, addUserStreamer: () => undefined };
  boundArrays(io);
  boundArrays(io);
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

  /** Reads a list of a class from a buffer in which every number is one, every text "x", every object one. */
  function read(type: string, number: number, version: number): StreamedList {
    const fresh = { ...buffer() };
    const readers = new Map<string, Parameters<JsrootIo["addUserStreamer"]>[1]>();
    boundArrays({ TBuffer: { prototype: fresh }, addUserStreamer: (name, own) => readers.set(name, own) });
    const into: StreamedList = {};
    const reader = { ...fresh, last_read_version: version, ntou4: () => number, classStreamer: () => undefined };
    readers.get(type)?.({ ...reader, readTString: () => "x", readObjectAny: () => ({ is: "object" }) }, into);
    return into;
  }

  it("reads lists, no longer than the bytes", () => {
    expect(read("TList", 2, 5)).toEqual({
      ...{ _typename: "TList", $kind: "TList", name: "x" },
      ...{ arr: [{ is: "object" }, { is: "object" }], opt: ["x", "x"] },
    });
    expect(read("TList", 2, 3)).toMatchObject({ name: "", arr: [], opt: [] });
    expect(() => read("TList", 2 ** 32 - 1, 5)).toThrow("an array of 4294967295 entries is not in the 12 bytes left");
  });

  it("reads arrays of objects, no longer than the bytes", () => {
    expect(read("TObjArray", 2, 3)).toEqual({
      ...{ _typename: "TObjArray", $kind: "TObjArray", name: "x" },
      ...{ arr: [{ is: "object" }, { is: "object" }], fLast: 1, fLowerBound: 2 },
    });
    expect(read("TObjArray", 2, 1)).toMatchObject({ name: "", fLast: 1 });
    expect(() => read("TObjArray", 2 ** 24, 3)).toThrow("an array of 16777216 entries is not in the 12 bytes left");
  });
});
