import { describe, expect, it } from "vitest";
import { fromArrow, toArrow } from "../src/index.js";
import { randomEvents } from "./events.js";

describe("toArrow", () => {
  const table = randomEvents(20);
  const layout = toArrow(table);

  it("hands over the table's own buffers", () => {
    expect(layout.length).toBe(20);
    expect(layout.fields[0].values).toBe(table.weights);
    expect(layout.fields[1].offsets).toBe(table.offsets);
    for (const { name, values } of layout.fields[1].children) {
      expect(values).toBe(table.particles[name as keyof typeof table.particles]);
    }
    expect(layout.fields[1].children).toHaveLength(12);
  });

  it("comes back as it was", () => {
    expect(fromArrow(layout)).toEqual(table);
  });

  it("needs every column, of its type", () => {
    const [weight, list] = layout.fields;
    const without = { ...list, children: list.children.filter(({ name }) => name !== "vt") };
    expect(() => fromArrow({ length: 20, fields: [weight, without] })).toThrow("column vt must be a Float64Array");
    const wrong = { ...weight, values: new Int32Array(20) };
    expect(() => fromArrow({ length: 20, fields: [wrong, list] })).toThrow("column weight");
  });
});
