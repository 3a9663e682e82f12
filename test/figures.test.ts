// The figures of the docs can be read: no text on a text, a line or the frame, every label nearest its own curve, contrast; and
// they are drawn with what Inkscape, LaTeX and PDF writers understand.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { faultsOf } from "../packages/plot/test/svg-faults.js";

const docs = path.join(import.meta.dirname, "../docs");
const figures = readdirSync(docs, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".svg") && file.includes(path.sep),
);

/** Elements and attributes of SVG 1.1, which all programs draw alike; `paint-order` is a refinement where it is known. */
const ELEMENTS = new Set(["svg", "metadata", "rect", "circle", "path", "text", "tspan"]);
const ATTRIBUTES =
  /^(xmlns|width|height|viewBox|x|y|x1|x2|cx|cy|r|d|dy|transform|fill|fill-opacity|fill-rule|stroke|stroke-width|stroke-opacity|stroke-linejoin|stroke-dasharray|font-family|font-size|font-style|font-weight|text-anchor|xml:space|paint-order)$/;

it("are there", () => {
  expect(figures.length).toBeGreaterThan(100);
});

describe.each(figures)("docs/%s", (file) => {
  const svg = readFileSync(path.join(docs, file), "utf8");

  it("can be read", () => {
    expect(faultsOf(svg)).toEqual([]);
  });

  it("has nothing that a program for SVG 1.1 lacks", () => {
    const tags = [...svg.matchAll(/<([a-zA-Z]+)((?:\s[\w:-]+="[^"]*")*)\s*\/?>/g)];
    expect([...new Set(tags.map(([, name]) => name))].filter((name) => !ELEMENTS.has(name))).toEqual([]);
    const attributes = tags.flatMap(([, , text]) => [...text.matchAll(/([\w:-]+)="([^"]*)"/g)]);
    expect([...new Set(attributes.map(([, name]) => name))].filter((name) => !ATTRIBUTES.test(name))).toEqual([]);
    const functions = attributes.filter(([, name, value]) => name !== "transform" && value.includes("("));
    expect(functions.map(([all]) => all)).toEqual([]);
  });
});
