import { describe, expect, it } from "vitest";
import { limitFromResults } from "../../src/from-results.js";
import { limit } from "../../src/limit.js";
import { exclusionPlot } from "../../src/plot/exclusion-plot.js";
import { curve, info } from "../helpers.js";

const mass = [0.2, 0.5, 1, 2, 5, 9];
const banded = limitFromResults(
  { ...info, kind: "bands", unit: "GeV^-1", observable: "gPhoton" },
  mass,
  mass.map((m) => ({ observed: m * 1.2, expected: [0.5, 0.7, 1, 1.4, 2].map((b) => b * m) })),
);
const region = curve(
  mass,
  [5, 4, 3, 4, 5, 6].map((v) => v * 1e-4),
  { label: "Seen", id: "r" },
);
const dump = limit({
  ...info,
  id: "d",
  label: "Dump",
  shape: "interval",
  mass: [0.2, 1],
  lower: [1e-6, 1e-6],
  upper: [1e-4, 1e-5],
});
const plan = curve([0.2, 9], [1e-5, 2e-5], { id: "p", kind: "projection", label: "50 ab⁻¹" });

describe("exclusionPlot", () => {
  it("is a complete SVG, and the same each time", () => {
    const svg = exclusionPlot([region, dump, plan]);
    expect(svg).toMatch(/^<svg[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg.endsWith("</svg>")).toBe(true);
    expect(exclusionPlot([region, dump, plan])).toBe(svg);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("draws observed limit, median and both bands with their legend", () => {
    const svg = exclusionPlot(banded, { title: "Title", note: "445 pb⁻¹" });
    for (const text of [
      "Observed, 95 % CL",
      "Median expected",
      "Expected ±1σ",
      "Expected ±2σ",
      "Title",
      "gPhoton [GeV⁻¹]",
    ]) {
      expect(svg).toContain(text);
    }
    expect(svg.match(/fill="#5BB974"/g)).toHaveLength(2);
    expect(svg.match(/fill="#FBE38E"/g)).toHaveLength(2);
  });

  it("says in the legend whose the limit with bands is, beside others, but not of the run the figure is of", () => {
    const named = { ...banded, label: "Belle II 2023" };
    expect(exclusionPlot([named, region])).toContain("Belle II 2023: observed, 95 % CL");
    expect(exclusionPlot([{ ...named, data: "pseudo-data" }, region])).toContain(">Pseudo-data, 95 % CL<");
    expect(exclusionPlot(named)).toContain(">Observed, 95 % CL<");
  });

  it("leaves out the observed line of an expectation", () => {
    expect(exclusionPlot({ ...banded, kind: "expected" })).not.toContain("Observed");
  });

  it("dashes projections, fills regions, and labels each once", () => {
    const svg = exclusionPlot([region, { limit: dump, label: "Seen" }, plan]);
    expect(svg.match(/stroke-dasharray="7,4"/g)).toHaveLength(1);
    expect(svg.match(/fill-opacity="0.22"/g)).toHaveLength(2);
    expect(svg.match(/>Seen</g)).toHaveLength(1);
    expect(svg).toContain(">50 ab⁻¹<");
  });

  it("draws points of a publication that lie in the frame", () => {
    const svg = exclusionPlot(region, {
      points: [
        { mass: 1, value: 4e-4 },
        { mass: 1e4, value: 1 },
      ],
      pointsLabel: "published",
      x: { domain: [0.1, 10] },
      y: { domain: [1e-5, 1] },
    });
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(svg).toContain("published");
  });

  it("writes powers of ten on its axes", () => {
    expect(exclusionPlot(region, { y: { domain: [1e-6, 1] } })).toContain(">10⁻⁶<");
  });

  it("keeps texts in the drawing from being markup", () => {
    expect(exclusionPlot(region, { title: "a<b & c" })).toContain("a&lt;b &amp; c");
  });

  it("sets indices of single letters, and leaves the underscores of words", () => {
    const svg = exclusionPlot(region, {
      title: "L_μ−L_τ of my_file",
      x: { label: "mass" },
      y: { label: "g_aγγ [GeV⁻¹]" },
    });
    const pieces = [...svg.matchAll(/<tspan ([^>]*)>([^<]*)</g)].map(([, attributes, words]) => ({
      words,
      down: Number(/dy="([^"]*)"/.exec(attributes)?.[1]),
      size: Number(/font-size="([^"]*)"/.exec(attributes)?.[1]),
    }));
    expect(pieces.map(({ words }) => words)).toEqual(["L", "μ", "−L", "τ", " of my_file", "g", "aγγ", " [GeV⁻¹]"]);
    // The letters after an index are where those before it were.
    const [letter, index, after] = pieces.slice(5);
    expect(index.down).toBeGreaterThan(0);
    expect(index.down + after.down).toBeCloseTo(0, 10);
    expect(index.size).toBeLessThan(letter.size);
    expect(after.size).toBe(letter.size);
  });

  it("refuses nothing at all, a grid, and an empty axis", () => {
    expect(() => exclusionPlot([])).toThrow(/at least one limit/);
    expect(() => exclusionPlot(limit({ ...info, shape: "grid", mass: [1], ctau: [1], value: [[1]] }))).toThrow(/grid/);
    expect(() => exclusionPlot(region, { x: { domain: [0, 1] } })).toThrow(/got \[0, 1\]/);
    expect(() => exclusionPlot(curve([1, 2], [Infinity, Infinity]))).toThrow(/no finite value/);
  });
});

describe("wishes that cannot be", () => {
  it.each([
    [region, { widht: 1 }, /option must be one of width, height.*got "widht" \(did you mean "width"\?\)/],
    [region, { x: { lable: "m" } }, /exclusionPlot: x: option must be one of label, domain, scale, got "lable"/],
    [region, { y: { scale: "lin" } }, /scale of y must be one of log, linear, got "lin"/],
    [region, { width: NaN }, /width must be finite and > 0 px, got NaN/],
    [region, { points: [{ mass: 1, valeu: 1 }] }, /got "valeu"/],
    [[{ limit: region, colour: "red" }], {}, /got "colour" \(did you mean "color"\?\)/],
    [
      [{ limit: region, style: "dotted" }],
      {},
      /style must be one of region, line, dashed, bands, preferred, got "dotted"/,
    ],
    [null, {}, /exclusionPlot: must be given a limit/],
    [[{ limit: null }], {}, /exclusionPlot: must be given a limit/],
  ])("are refused", (limits, options, message) => {
    expect(() => exclusionPlot(limits as never, options as never)).toThrow(message);
    expect(() => exclusionPlot(limits as never, options as never)).toThrow(RangeError);
  });
});
