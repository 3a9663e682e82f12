// The page of recalled numbers is made of the kept runs, and leaves none out.
import { readFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { factors } from "../scripts/recalled-numbers/factors.js";
import { notVaried } from "../scripts/recalled-numbers/not-varied.js";
import { everyRecalled } from "../scripts/recalled-numbers/recalled.js";
import { askedFor, type KeptRuns } from "../scripts/recalled-numbers/runs.js";
import { settings } from "../scripts/recalled-numbers/settings.js";
import { recalledPage } from "../scripts/recalled-numbers/text.js";
import { variations } from "../scripts/recalled-numbers/variations.js";
import { searches } from "../src/searches.js";

const root = path.join(import.meta.dirname, "../../..");
const kept = JSON.parse(readFileSync(path.join(root, "docs/recalled-numbers.json"), "utf8")) as KeptRuns;

describe("docs/recalled-numbers.md", () => {
  it("is made of the kept runs, of searches that there are", async () => {
    expect(searches.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(settings)));
    const page = readFileSync(path.join(root, "docs/recalled-numbers.md"), "utf8");
    expect(await format(recalledPage(kept), { parser: "markdown", printWidth: 120 })).toBe(page);
  });

  it("has every recalled number once: varied, a factor, or said why not", () => {
    const done = [
      ...variations.flatMap(({ searches: names, facts }) =>
        facts.flatMap((fact) => ["detector", ...names].map((where) => `${where}: ${fact}`)),
      ),
      ...factors.flatMap(({ search, facts }) =>
        facts.flatMap((fact) => ["detector", search].map((where) => `${where}: ${fact}`)),
      ),
      ...notVaried.flatMap(({ where, facts }) => facts.map((fact) => `${where}: ${fact}`)),
    ];
    const missing = everyRecalled().map(({ where, fact }) => `${where}: ${fact}`);
    expect(missing.filter((one) => !done.includes(one))).toEqual([]);
    const known = new Set(missing);
    expect(
      notVaried
        .flatMap(({ where, facts }) => facts.map((fact) => `${where}: ${fact}`))
        .filter((one) => !known.has(one)),
    ).toEqual([]);
  });

  it.each(variations)("varies $quantity as it stands in its file", ({ file, stands, low, high }) => {
    const text = readFileSync(path.join(root, "packages", file), "utf8");
    expect(text.split(stands)).toHaveLength(2);
    expect([low.written, high?.written]).not.toContain(stands);
  });

  it("was run with the settings of today, and with nothing else", () => {
    expect(askedFor(kept.runs)).toEqual(kept.runs);
    for (const { search, options } of kept.runs) expect(options).toEqual(settings[search].options);
  });
});
