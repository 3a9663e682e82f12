import { describe, expect, it } from "vitest";
import { level1InputNames, type Level1InputName } from "../../src/l1/input-names.js";
import { inputGroup, inputIndex } from "../../src/l1/input-index.js";

describe("inputIndex", () => {
  it("finds every input of the menu", () => {
    expect(level1InputNames.map((name) => inputIndex(name as Level1InputName))).toEqual([...level1InputNames.keys()]);
  });

  it("refuses a misspelt name", () => {
    // @ts-expect-error the names are known to the compiler
    expect(() => inputIndex("cdc_open9")).toThrow(
      'inputIndex: bit must be an input of the level-1 menu, got "cdc_open9"',
    );
  });
});

describe("inputGroup", () => {
  it("is bits one after the other", () => {
    expect(inputGroup("t2_0", 4)).toEqual({ first: level1InputNames.indexOf("t2_0"), size: 4 });
    expect(inputGroup("brlfb1", 2)).toEqual({ first: level1InputNames.indexOf("brlfb1"), size: 2 });
  });

  it("refuses a group that is not all there", () => {
    expect(() => inputGroup("t2_0", 5)).toThrow('"t2_0" must be followed by its group of 5 bits, got no "t2_4" there');
    expect(() => inputGroup("typ", 2)).toThrow(RangeError);
  });
});
