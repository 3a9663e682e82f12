import { limitFromCsv, limitFromJson } from "@belladonna/limits";
import { exclusionLayout, planeEntries, planes } from "@belladonna/limits/plot";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { bibtexText, captionText, limitFiles, svgText } from "../src/exports/texts.js";
import { madeBy, withMark } from "../src/exports/made-by.js";
import { zipped } from "../src/exports/zip.js";

describe.each(planes.map((p) => p.id))("%s", (id) => {
  it("goes out as SVG with every limit, and as files that read back equal", async () => {
    const { entries, limits, plane } = await planeEntries(id);
    const svg = svgText(entries, plane.options);
    const { marks } = exclusionLayout(entries, { width: 860, height: 620, ...plane.options });
    for (const { line } of marks) if (line !== "") expect(svg).toContain(`d="${line}"`);
    const taken = (form: "csv" | "json"): string[] =>
      Object.entries(limitFiles(limits, form)).map(([name, text]) => withMark(name, text));
    expect(taken("json").map((text) => limitFromJson(text))).toEqual(limits);
    const csv = taken("csv");
    expect(csv.map((text) => limitFromCsv(text))).toEqual(limits);
    expect(csv).toHaveLength(limits.length);
  });

  it("has each paper once in its BibTeX, and a caption of two sentences", async () => {
    const { limits, plane } = await planeEntries(id);
    const keys = [...bibtexText(limits).matchAll(/^@\w+\{(.+),$/gm)].map(([, key]) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.at(-1)).toBe("belladonna");
    expect(keys.length).toBe(new Set(limits.map((l) => l.reference?.key)).size + 1);
    const caption = captionText(plane.title, limits, "3f2a");
    for (const l of limits) expect(caption).toContain(l.label ?? l.id);
    const levels = new Set(limits.map((l) => l.cl));
    expect(caption.includes("different confidence levels")).toBe(levels.size > 1);
  });
});

describe("a zip", () => {
  it("holds the texts with the mark of what made them, the same bytes each time", () => {
    const files = { "a.csv": "1,2\n", "b.json": '{"id":"b"}' };
    const bytes = zipped(files);
    expect(zipped(files)).toEqual(bytes);
    const back = Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]);
    expect(madeBy).toMatch(/^belladonna explorer \d+\.\d+\.\d+, bundled limits [\da-f]{4}$/);
    expect(Object.fromEntries(back)).toEqual({
      "a.csv": `# ${madeBy}\n1,2\n`,
      "b.json": `{"madeBy": "${madeBy}","id":"b"}`,
    });
  });
});
