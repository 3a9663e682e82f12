import { tableFromIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { fromArrowTable, fromIpc, toArrowTable, toIpc } from "../src/arrow.js";
import { eventParticles, sliceEvents, takeEvents } from "../src/index.js";
import { randomEvents } from "./events.js";

const table = randomEvents(100);

describe("apache-arrow tables", () => {
  it("stand on the memory of the event table, both ways", () => {
    const arrow = toArrowTable(table);
    expect(arrow.numRows).toBe(100);
    expect(arrow.schema.fields.map(String)).toHaveLength(2);
    const back = fromArrowTable(arrow);
    expect(back).toEqual(table);
    expect(back.particles.px.buffer).toBe(table.particles.px.buffer);
  });

  it("read row by row as lists of structs", () => {
    const rows = toArrowTable(table).toArray() as { weight: number; particles: Iterable<{ toJSON(): object }> }[];
    rows.forEach((row, i) => {
      expect(row.weight).toBe(table.weights[i]);
      expect([...row.particles].map((q) => q.toJSON())).toEqual(eventParticles(table, i));
    });
  });

  it("join their batches", () => {
    const whole = toArrowTable(sliceEvents(table, 0, 30)).concat(
      toArrowTable(takeEvents(table, Int32Array.of(30, 31))),
    );
    expect(whole.batches).toHaveLength(2);
    expect(fromArrowTable(whole)).toEqual(
      takeEvents(
        table,
        Int32Array.from({ length: 32 }, (_, i) => i),
      ),
    );
  });

  it("must have the columns", () => {
    const bare = toArrowTable(table).select(["weight"]);
    expect(() => fromArrowTable(bare)).toThrow("fromArrowTable: the table must have a column particles");
  });
});

describe("IPC bytes", () => {
  it.each(["stream", "file"] as const)("carry every bit as a %s", (format) => {
    expect(fromIpc(toIpc(table, format))).toEqual(table);
  });

  it("carry a slice", () => {
    const slice = sliceEvents(table, 40, 60);
    const back = fromIpc(toIpc(slice));
    for (let i = 0; i < 20; i++) expect(eventParticles(back, i)).toEqual(eventParticles(table, 40 + i));
  });

  it("are read by apache-arrow itself", () => {
    expect(tableFromIPC(toIpc(table)).getChild("weight")?.toArray()).toEqual(table.weights);
  });
});
