import { describe, expect, it } from "vitest";
import { marked } from "../src/marked.js";

const by = "mine 1.2, data 12ab";

describe("marked", () => {
  it.each([
    ["plane.svg", '<svg width="1">a</svg>', `<svg width="1"><metadata>${by}</metadata>a</svg>`],
    ["plane.svg", '<svg width="1"><metadata>yours</metadata></svg>', '<svg width="1"><metadata>yours</metadata></svg>'],
    ["limits.json", '{\n  "id": 1}', `{\n  "madeBy": "${by}",\n  "id": 1}`],
    ["list.json", "[1]", "[1]"],
    ["limits.csv", "# id: mine\nmass_gev,value\n1,2\n", `# ${by}\n# id: mine\nmass_gev,value\n1,2\n`],
    ["table.yaml", "a: 1\n", `# ${by}\na: 1\n`],
    ["references.bib", "@article{a}", `% ${by}\n@article{a}`],
    ["index.html", "<html><head></head></html>", `<html><head><meta name="generator" content="${by}"></head></html>`],
    ["a.lhe", '<LesHouchesEvents version="3.0">\n', `<LesHouchesEvents version="3.0">\n<!-- ${by} -->\n`],
    ["notes.txt", "text", "text"],
  ])("puts it in %s as its kind has it", (name, text, whole) => {
    expect(marked(name, text, by)).toBe(whole);
  });

  it.each(["", "a\nb", "a & b", "<b>", 'a "b"', "a -- b", "μ 1.2"])(
    "refuses %j, which not every file could hold",
    (wrong) => {
      expect(() => marked("limits.csv", "1,2", wrong)).toThrow(
        `marked: by must be printable ASCII on one line, without < > & " and --, got ${JSON.stringify(wrong)}`,
      );
    },
  );

  it("puts it in a PNG behind the header, with the sum of zlib", () => {
    // Signature and header of a picture of 1 × 1, and its end.
    const head = "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55";
    const end = "0000000049454e44ae426082";
    const hex = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
    const png = Uint8Array.from((head + end).match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
    // zlib.crc32(b"tEXtSoftware\0mine") of Python.
    const text = Array.from("tEXtSoftware\0mine", (c) => c.charCodeAt(0).toString(16).padStart(2, "0")).join("");
    expect(hex(marked("a.png", png, "mine"))).toBe(`${head}0000000d${text}7243ab04${end}`);
    expect(marked("a.parquet", png, "mine")).toBe(png);
  });
});
