import { describe, expect, it } from "vitest";
import { fromCsv, toCsv } from "../src/csv.js";
import { sliceEvents, takeEvents } from "../src/index.js";
import { randomEvents } from "./events.js";

const table = randomEvents(100);

describe("CSV", () => {
  it("comes back to the last bit, empty events and all", () => {
    expect(fromCsv(toCsv(table))).toEqual(table);
  });

  it("is a line a particle under a header", () => {
    const lines = toCsv(takeEvents(table, Int32Array.of(0, 1))).split("\n");
    expect(lines[0]).toBe("event,weight,pdgId,status,mother,px,py,pz,e,m,vx,vy,vz,vt");
    expect(lines).toHaveLength(1 + Math.max(1, table.offsets[1]) + Math.max(1, table.offsets[2] - table.offsets[1]));
  });

  it("takes slices, and columns in any order", () => {
    const text = toCsv(sliceEvents(table, 10, 12));
    const turned = text
      .trim()
      .split("\n")
      .map((line) => line.split(",").reverse().join(","))
      .join("\r\n");
    expect(fromCsv(turned)).toEqual(takeEvents(table, Int32Array.of(10, 11)));
  });

  it("says what is wrong with a text", () => {
    expect(() => fromCsv("event,weight\n1,2")).toThrow("fromCsv: the header must name pdgId, got event, weight");
    const header = "event,weight,pdgId,status,mother,px,py,pz,e,m,vx,vy,vz,vt";
    expect(() => fromCsv(`${header}\n0,1,11,1`)).toThrow("every line must fit the header");
    expect(() => fromCsv(`${header}\n0,1,11,1,-1,x,0,0,0,0,0,0,0,0`)).toThrow('px must be a number in row 0, got "x"');
  });
});
