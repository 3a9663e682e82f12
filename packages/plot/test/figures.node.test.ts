// Every kind of figure is the kept picture, and has none of the faults a reader stumbles over.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { kinds } from "./kinds.js";
import { faultsOf } from "./svg-faults.js";

const folder = path.join(import.meta.dirname, "figures");

describe("every kind of figure", () => {
  it.each(Object.entries(kinds))("%s is drawn as it is kept, and can be read", (name, draw) => {
    const svg = `${draw()}\n`;
    const file = path.join(folder, `${name}.svg`);
    if (process.env.UPDATE_FIGURES === "1") {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, svg);
    }
    expect(svg, "look at it, then keep it with UPDATE_FIGURES=1").toBe(readFileSync(file, "utf8"));
    expect(faultsOf(svg)).toEqual([]);
  });

  it("is kept once", () => {
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(kinds)
        .map((name) => `${name}.svg`)
        .sort(),
    );
  });
});

describe("the search for faults", () => {
  const line = '<path d="M0,50L200,50" fill="none" stroke="#D55E00"/>';
  const other = '<path d="M0,80L200,80" fill="none" stroke="#0072B2"/>';
  const label = (y: number, fill = "#c25600"): string =>
    `<text x="100" y="${y}" font-size="12" text-anchor="middle" fill="${fill}" paint-order="stroke">here</text>`;
  const figure = (...parts: string[]): string =>
    `<svg width="200" height="100">${parts.join("")}<rect x="0" y="0" width="200" height="100" fill="none"/></svg>`;

  it("passes a label beside its line", () => {
    expect(faultsOf(figure(line, other, label(40)))).toEqual([]);
  });

  it.each([
    [figure(line, other, label(78)), /lies on a line, #0072B2/],
    [figure(line, other, label(70)), /nearer to #0072B2/],
    [figure(line, label(40), label(41)), /lies on "here"/],
    [figure(line, label(2)), /leaves the page/],
    [figure(line, label(40, "#E69F00")), /too little contrast/],
    [
      `<svg width="200" height="100">${label(40)}<rect x="0" y="41" width="200" height="50" fill="none"/></svg>`,
      /on the frame/,
    ],
    [
      figure('<path d="M0,0L200,0L200,90L0,90L0,0Z" fill="#FBE38E"/>', label(40).replace("paint-order", "x")),
      /on an area/,
    ],
  ])("finds what is wrong", (svg, fault) => {
    expect(faultsOf(svg).join("; ")).toMatch(fault);
  });
});
