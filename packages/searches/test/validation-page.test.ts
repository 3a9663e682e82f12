// The validation page and the READMEs of the searches say what the kept runs gave.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { type ValidatedRuns, validationPage } from "../scripts/validation-page/text.js";
import { searches } from "../src/searches.js";

const root = path.join(import.meta.dirname, "../../..");
const docs = path.join(root, "docs");
const kept = JSON.parse(readFileSync(path.join(docs, "validation/runs.json"), "utf8")) as ValidatedRuns;
const page = readFileSync(path.join(docs, "validation.md"), "utf8");

describe("docs/validation.md", () => {
  it("is made of the kept runs, one of every search", async () => {
    expect(kept.runs.map(({ name }) => name)).toEqual(searches.map(({ name }) => name));
    expect(await format(validationPage(kept), { parser: "markdown", printWidth: 120 })).toBe(page);
  });

  it("shows pictures that are there", () => {
    const pictures = [...page.matchAll(/\]\((validation\/[^)]+)\)/g)].map(([, file]) => file);
    expect(pictures.length).toBeGreaterThan(30);
    expect(pictures.filter((file) => !existsSync(path.join(docs, file)))).toEqual([]);
  });
});

describe("the README of a search", () => {
  const judged = kept.runs.flatMap(({ name, limits }) => {
    const ratios = limits.find(({ rate, ratios }) => rate === true && ratios !== undefined)?.ratios;
    return ratios === undefined ? [] : [{ name, median: ratios.median, within: ratios.within }];
  });

  it.each(judged)("says how close $name comes", ({ name, median, within }) => {
    const text = readFileSync(path.join(root, "packages/searches/src", name, "README.md"), "utf8");
    expect(text).toContain(median.toFixed(2));
    expect(text).toContain(`${(100 * within).toFixed(0)} %`);
  });

  it("says how close the edge of heavy-neutral-lepton comes", () => {
    const { sentences = [] } = kept.runs.find(({ name }) => name === "heavy-neutral-lepton") ?? {};
    const edge = sentences.flatMap((one) => /median ([\d.]+), from ([\d.]+) to ([\d.]+)/.exec(one)?.slice(1) ?? []);
    expect(edge).toHaveLength(3);
    const text = readFileSync(path.join(root, "packages/searches/src/heavy-neutral-lepton/README.md"), "utf8");
    expect(text).toContain(`**${edge[0]} times the published`);
    expect(text).toContain(`from ${edge[1]} to ${edge[2]}`);
  });
});
