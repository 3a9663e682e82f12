import { describe, expect, it } from "vitest";
import { readMasses } from "../src/mass-file.js";

const file = (text: string) => ({ name: "events.csv", bytes: new TextEncoder().encode(text) });

describe("readMasses", () => {
  it("reads one mass a row, with or without a header, comments and empty lines", () => {
    expect([...readMasses(file("mass\n1.5\n\n2e-1 # a note\r\n3\n"))]).toEqual([1.5, 0.2, 3]);
    expect([...readMasses(file("0.3\n0.4"))]).toEqual([0.3, 0.4]);
  });

  it.each([
    ["1\n\nabc\n", 'events.csv, line 3: must be one mass > 0 in GeV, got "abc"'],
    ["mass\n1\n-2\n", 'events.csv, line 3: must be one mass > 0 in GeV, got "-2"'],
    ["1,2\n", 'events.csv, line 1: must be one mass > 0 in GeV, got "1,2"'],
    ["1\nInfinity\n", "events.csv, line 2"],
    ["mass\n", "events.csv: no masses in it"],
  ])("names the line of %j", (text, message) => {
    expect(() => readMasses(file(text))).toThrow(message);
  });
});
