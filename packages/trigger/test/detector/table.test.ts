import { describe, expect, it } from "vitest";
import { finish, growing, reserve } from "../../src/detector/table.js";

const schema = { a: "f64", b: "i16" } as const;

describe("a growing table", () => {
  it("keeps its rows while it grows, and is cut to them in the end", () => {
    const table = growing(schema, 3, 2);
    for (let i = 0; i < 100; i++) {
      reserve(table, schema, 1);
      table.a[table.rows] = i / 2;
      table.b[table.rows++] = -i;
    }
    table.offsets[3] = table.rows;
    const done = finish(table, schema);
    expect([...done.a]).toEqual(Array.from({ length: 100 }, (_, i) => i / 2));
    expect([...done.b]).toEqual(Array.from({ length: 100 }, (_, i) => 0 - i));
    expect([...done.offsets]).toEqual([0, 0, 0, 100]);
    expect(done.b).toBeInstanceOf(Int16Array);
  });

  it("makes room for many rows at once", () => {
    const table = growing(schema, 1, 1);
    reserve(table, schema, 1000);
    expect(table.a.length).toBeGreaterThanOrEqual(1000);
  });
});
