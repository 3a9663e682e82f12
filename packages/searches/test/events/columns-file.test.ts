import { describe, expect, it } from "vitest";
import { readColumns } from "../../src/events/columns-file.js";

const file = (text: string) => ({ name: "events.csv", bytes: new TextEncoder().encode(text) });

describe("readColumns", () => {
  it("reads one mass a row, with or without a header, comments and empty lines", () => {
    expect([...readColumns(file("mass\n1.5\n\n2e-1 # a note\r\n3\n"), ["mass"])[0]]).toEqual([1.5, 0.2, 3]);
    expect([...readColumns(file("0.3\n0.4"), ["mass"])[0]]).toEqual([0.3, 0.4]);
  });

  it("reads several columns", () => {
    const [dimuon, recoil] = readColumns(file("dimuon mass, recoil mass\n4, 1\n5,2 # late\n"), [
      "dimuon mass",
      "recoil mass",
    ]);
    expect([...dimuon, ...recoil]).toEqual([4, 5, 1, 2]);
    expect(() => readColumns(file("4\n"), ["dimuon mass", "recoil mass"])).toThrow(
      'events.csv, line 1: must be dimuon mass, recoil mass, each > 0, in GeV, got "4"',
    );
  });

  it.each([
    ["1\n\nabc\n", 'events.csv, line 3: must be one mass > 0 in GeV, got "abc"'],
    ["mass\n1\n-2\n", 'events.csv, line 3: must be one mass > 0 in GeV, got "-2"'],
    ["1,2\n", 'events.csv, line 1: must be one mass > 0 in GeV, got "1,2"'],
    ["1\nInfinity\n", "events.csv, line 2"],
    ["mass\n", "events.csv: no events in it"],
  ])("names the line of %j", (text, message) => {
    expect(() => readColumns(file(text), ["mass"])).toThrow(message);
  });
});
