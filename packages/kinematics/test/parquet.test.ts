import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { eventTable, sliceEvents, takeEvents } from "../src/index.js";
import { fromParquet, toParquet } from "../src/parquet.js";
import { randomEvents } from "./events.js";

const table = randomEvents(3000);

describe("Parquet", () => {
  it("comes back to the last bit, empty events and all", async () => {
    expect(await fromParquet(toParquet(table))).toEqual(table);
  });

  it("takes slices and empty tables", async () => {
    expect(await fromParquet(toParquet(sliceEvents(table, 10, 13)))).toEqual(
      takeEvents(table, Int32Array.of(10, 11, 12)),
    );
    expect((await fromParquet(toParquet(eventTable((b) => b)))).length).toBe(0);
  });

  it("is a row an event with list columns, for any reader", async () => {
    const file = toParquet(table);
    expect(
      parquetSchema(parquetMetadata(file))
        .children.map(({ element }) => element.name)
        .slice(0, 3),
    ).toEqual(["weight", "pdgId", "status"]);
    const rows = await parquetReadObjects({ file, rowStart: 5, rowEnd: 6 });
    expect(rows[0].px).toEqual([...table.particles.px.subarray(table.offsets[5], table.offsets[6])]);
  });

  it("needs every column", async () => {
    const file = parquetWriteBuffer({ columnData: [{ name: "weight", data: [1], type: "DOUBLE" }] });
    await expect(fromParquet(file)).rejects.toThrow("fromParquet: the file must have a list column pdgId");
  });

  it("has the columns of its schema in each row group", async () => {
    const file = new Uint8Array(toParquet(table));
    // The last of its names is that of the chunk; a character a byte.
    const last = Array.from(file, (byte) => String.fromCharCode(byte))
      .join("")
      .lastIndexOf("weight");
    file.set(new TextEncoder().encode("Weight"), last);
    await expect(fromParquet(file.buffer)).rejects.toThrow(
      /whole Parquet file: row group \d must have column 0 of the schema, weight, got Weight/,
    );
  });
});
