// Arrow files of which a number is damaged: they are read or refused, and never gone through for billions of rows.
import { describe, expect, it } from "vitest";
import { fromIpc, toIpc } from "../src/arrow.js";
import { checkIpcStructure } from "../src/arrow-structure.js";
import { randomEvents } from "./events.js";

const table = randomEvents(3);
const files = [
  ["stream", toIpc(table)],
  ["file", toIpc(table, "file")],
] as const;

describe.each(files)("an Arrow %s", (_format, bytes) => {
  it("is whole", () => {
    expect(() => {
      checkIpcStructure(bytes);
    }).not.toThrow();
    expect(fromIpc(bytes)).toEqual(table);
  });

  it.each([0x7fffffff, 0xffffffff, 0x10000000, 0x00ffffff])(
    "is read or refused with any of its words changed to %d",
    (wrong) => {
      let refused = 0;
      for (let at = 0; at + 4 <= bytes.length; at += 4) {
        const broken = bytes.slice();
        new DataView(broken.buffer).setUint32(at, wrong, true);
        try {
          fromIpc(broken);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          refused++;
        }
      }
      expect(refused).toBeGreaterThan(bytes.length / 40);
    },
  );

  it("is read or refused with any of its bytes 1", () => {
    for (let at = 0; at < bytes.length; at++) {
      const broken = bytes.slice();
      // The kind of a message is then a schema's.
      broken[at] = 1;
      try {
        fromIpc(broken);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }
  });

  it("has no table with an odd number of bytes of fields", () => {
    const refused = new Set<string>();
    for (let at = 0; at < bytes.length; at++) {
      const broken = bytes.slice();
      broken[at] += 1;
      try {
        checkIpcStructure(broken);
      } catch (error) {
        refused.add((error as RangeError).message);
      }
    }
    expect([...refused]).toContain("a table has 11 bytes of fields");
  });

  it("is refused when it is cut off", () => {
    for (const length of [9, 40, bytes.length / 2, bytes.length - 30]) {
      expect(() => fromIpc(bytes.slice(0, length))).toThrow(
        /^fromIpc: the bytes must be a whole Arrow stream or file: /,
      );
    }
  });
});
