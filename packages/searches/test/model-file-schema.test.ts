// The JSON schema of model files, against the examples and files that are none.
import { readdirSync, readFileSync } from "node:fs";
import { modelFileSchema } from "@belladonna/models/file";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";

const folder = new URL("../../../examples/models/", import.meta.url);
const check = new Ajv({ allowUnionTypes: true }).compile(modelFileSchema);
const files = readdirSync(folder).map(
  (name) => [name, JSON.parse(readFileSync(new URL(name, folder), "utf8")) as object] as const,
);

describe("the schema of model files", () => {
  it.each(files)("holds for %s", (_, document) => {
    expect(check(document)).toBe(true);
  });

  it("holds for no other", () => {
    const [[, good]] = files;
    for (const wrong of [
      { ...good, format: "ufo" },
      { ...good, vertices: [] },
      { ...good, more: 1 },
      { ...good, widths: [{ channel: "x", group: "dark" }] },
    ]) {
      expect(check(wrong)).toBe(false);
    }
  });
});
