// docs/scale.md says what was measured.
import { readFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { expect, it } from "vitest";
import { scalePage } from "../scripts/scale/text.js";
import type { ScaleNumbers } from "../scripts/scale/text.js";

const docs = path.join(import.meta.dirname, "../../../docs");

it("the page of the scale is made of the numbers that are kept", async () => {
  const numbers = JSON.parse(readFileSync(path.join(docs, "scale/measured.json"), "utf8")) as ScaleNumbers;
  const page = await format(scalePage(numbers), { parser: "markdown", printWidth: 120 });
  expect(page).toBe(readFileSync(path.join(docs, "scale.md"), "utf8"));
});
