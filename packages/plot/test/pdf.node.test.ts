// Figures as PDF: one page of their size, their words as words, the same bytes each time.
import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { svgToPdf } from "../src/node/pdf.js";
import { element, page, text } from "../src/svg.js";
import { kinds } from "./kinds.js";

const { resolve } = createRequire(import.meta.url);
const font = resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");
const bold = resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf");
const look = { width: 400, height: 300, fontSize: 16, fontFamily: "DejaVu Sans" };

/** The streams of a PDF, unpacked, as text. */
function streamsOf(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf);
  const out: string[] = [];
  for (let at = bytes.indexOf("stream\n"); at >= 0; at = bytes.indexOf("stream\n", at + 1)) {
    if (bytes.subarray(at - 3, at).toString() === "end") continue;
    try {
      out.push(inflateSync(bytes.subarray(at + 7, bytes.indexOf("endstream", at))).toString("latin1"));
    } catch {
      // Not packed.
    }
  }
  return out;
}

/** All letters that the font tables of a PDF map glyphs to. */
function lettersOf(pdf: Uint8Array): Set<string> {
  const maps = streamsOf(pdf).filter((stream) => stream.includes("beginbfrange"));
  const codes = maps.flatMap((map) => [
    ...(/beginbfrange([^]*)endbfrange/.exec(map)?.[1] ?? "").matchAll(/[[ ]<([\da-f ]+)>/g),
  ]);
  return new Set(
    codes.flatMap(([, code]) => Array.from(Buffer.from(code.replaceAll(" ", ""), "hex").swap16().toString("utf16le"))),
  );
}

describe("svgToPdf", () => {
  it("is a page of the figure's size, 3/4 of a point a px", async () => {
    const pdf = Buffer.from(await svgToPdf(page(look, ""), { font })).toString("latin1");
    expect(pdf.startsWith("%PDF-1.")).toBe(true);
    expect(pdf).toContain("/MediaBox [0 0 300 225]");
  });

  it("draws the numbers of the figure", async () => {
    const line = element("path", { d: "M10,20L110,220", stroke: "#D55E00", fill: "none", "stroke-dasharray": "6,4" });
    const [content] = streamsOf(await svgToPdf(page(look, line), { font }));
    expect(content).toMatch(/10 20 m\s+110 220 l\s+S/);
    expect(content).toContain("[6 4] 0 d");
    expect(content).toMatch(/0\.8352\d* 0\.3686\d* 0 SCN/);
  });

  it("keeps words as words, with their symbols", async () => {
    const pdf = await svgToPdf(page(look, text("$m_{Z′}$ → μ⁺τ", 100, 100, 16, { halo: true })), { font });
    for (const letter of "mZ′→μ⁺τ") expect(lettersOf(pdf), letter).toContain(letter);
  });

  it.each(Object.entries(kinds))("writes %s, the same each time", async (_name, draw) => {
    const svg = draw();
    const [once, again] = [await svgToPdf(svg, { font, bold }), await svgToPdf(svg, { font, bold })];
    expect(once).toEqual(again);
    const words = [...svg.matchAll(/>([^<]+)</g)].map(([, w]) => w.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
    const missing = new Set(Array.from(words.join("").replaceAll(" ", "")).filter((c) => !lettersOf(once).has(c)));
    expect([...missing]).toEqual([]);
  });

  it.each([
    ["<svg", /must be SVG/],
    ["<p/>", /must be SVG, got <p>/],
    ["<svg/>", /width and a height, px, got 0 × 0/],
    ['<svg width="9" height="9"><image/></svg>', /must be rect, circle, path or text, got <image>/],
  ])("refuses %s", async (svg, fault) => {
    await expect(svgToPdf(svg, { font })).rejects.toThrow(fault);
  });
});
