import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bit, bitsOf, countSet, emptyBits, namesSet } from "../src/index.js";
import { popcount } from "../src/bits.js";

describe("bits", () => {
  const names = ["a", "b", "c"];

  it("give back what was put in", () => {
    fc.assert(
      fc.property(fc.array(fc.subarray(names), { maxLength: 100 }), (events) => {
        const bits = bitsOf(names, events);
        events.forEach((event, i) => {
          expect(namesSet(bits, i)).toEqual(event);
          for (const name of names) expect(bit(bits, name, i)).toBe(event.includes(name));
        });
        for (const name of names) expect(countSet(bits, name)).toBe(events.filter((e) => e.includes(name)).length);
      }),
    );
  });

  it("refuse what they do not have", () => {
    expect(() => bitsOf(names, [["a"], ["d"]])).toThrow("bitsOf: event 1 sets d, which is not among the names");
    expect(() => bit(emptyBits(names, 3), "d", 0)).toThrow("bit: there is no bit named d");
    expect(() => bit(emptyBits(names, 3), "a", 3)).toThrow("bit: event must be from 0 to 2, got 3");
    expect(() => countSet(emptyBits(names, 3), "d")).toThrow("countSet: there is no bit named d");
    expect(() => emptyBits(names, -1)).toThrow("emptyBits: length must be a whole number >= 0, got -1");
  });
});

describe("popcount", () => {
  it("is the number of ones", () => {
    fc.assert(
      fc.property(fc.integer(), (word) => popcount(word) === (word >>> 0).toString(2).replaceAll("0", "").length),
    );
  });
});
