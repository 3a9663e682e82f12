// Draws branching fractions and decay lengths of the portals: docs/portals/*.svg, listed in docs/portals.md.
// `npm run pages` from the root; with the folder of the pictures as argument the page goes beside that folder.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { format } from "prettier";
import { portals } from "@belladonna/models";
import { alpLines, fermionLines, higgsLines, hnlLines, scalarLines, vectorLines } from "./portal-lines.mjs";

const folder = process.argv[2] ?? path.join(import.meta.dirname, "../../../docs/portals");
mkdirSync(folder, { recursive: true });

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const palette = [
  "#0072b2",
  "#d55e00",
  "#009e73",
  "#cc79a7",
  "#000000",
  "#e69f00",
  "#56b4e9",
  "#7f7f7f",
  "#8c564b",
  "#6a3d9a",
  "#1b4d3e",
  "#b8860b",
  "#882255",
];

const masses = (low, high, n) => Array.from({ length: n }, (_, i) => low * (high / low) ** (i / (n - 1)));
const portal = (name) => {
  const found = portals.find((p) => p.name === name);
  if (found === undefined) throw new RangeError(`portal-plots: portal must be in the registry, got "${name}"`);
  return found;
};

const frame = { width: 760, height: 430, marginLeft: 62, marginRight: 130, marginBottom: 46, marginTop: 30, document };
const style = { fontFamily: "DejaVu Sans, sans-serif", fontSize: "13px", background: "white" };
const mass = (low, high) => ({
  type: "log",
  domain: [low, high],
  label: "mass (GeV)",
  labelAnchor: "center",
  labelArrow: "none",
  ticks: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10].filter((t) => t >= low && t <= high),
  tickFormat: String,
});
const superscript = (n) => [...String(n)].map((c) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(c)] ?? "⁻").join("");
const power = (v) => `10${superscript(Math.round(Math.log10(v)))}`;

const save = (file, plot) => {
  const svg = plot.tagName?.toLowerCase() === "svg" ? plot : plot.querySelector("svg");
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  // A tenth of a pixel is enough for a path.
  const short = svg.outerHTML.replaceAll(/ d="[^"]*"/g, (d) => d.replaceAll(/(\d+\.\d)\d+/g, "$1"));
  writeFileSync(path.join(folder, file), `${short}\n`);
};

/** Branching fractions of one portal, one line a label. */
const fractions = (file, name, lines, low, high, floor = 1e-3) => {
  const { make, typical } = portal(name);
  const points = [];
  for (const m of masses(low, high, 360)) {
    const mediator = make(m, typical);
    const sums = new Map(lines.map(([label]) => [label, 0]));
    for (const c of mediator.channels()) {
      const line = lines.find(([, pattern]) => pattern.test(c.name));
      if (line !== undefined) sums.set(line[0], sums.get(line[0]) + mediator.branchingFraction(c));
    }
    for (const [label, value] of sums) points.push({ m, label, value: value >= floor / 3 ? value : NaN });
  }
  const drawn = lines.map(([label]) => label).filter((l) => points.some((p) => p.label === l && p.value >= floor));
  const shown = points.filter((p) => drawn.includes(p.label));
  const plot = Plot.plot({
    ...frame,
    style,
    x: mass(low, high),
    y: {
      type: "log",
      domain: [floor, 1.3],
      label: "branching fraction",
      grid: true,
      tickFormat: power,
      ticks: [1e-3, 1e-2, 1e-1, 1],
      labelArrow: "none",
      labelAnchor: "center",
    },
    color: { domain: drawn, range: drawn.map((_, i) => palette[i % palette.length]) },
    marks: [
      Plot.frame(),
      Plot.line(shown, { x: "m", y: "value", stroke: "label", strokeWidth: 1.8, clip: true }),
      Plot.text([[low, 1.3]], { frameAnchor: "top-left", dy: -20, text: () => name, fontWeight: "bold", fontSize: 15 }),
      legend(drawn),
    ],
  });
  save(file, plot);
};

/** A legend down the right margin. */
const legend = (labels) =>
  labels.map((label, i) => [
    Plot.text([label], {
      frameAnchor: "top-right",
      textAnchor: "start",
      dx: 8,
      dy: 6 + 17 * i,
      text: () => label,
      fill: palette[i % palette.length],
      fontWeight: "bold",
      fontSize: 12,
      lineWidth: 30,
    }),
  ]);

/** Proper decay lengths of several portals at their typical coupling. */
const lengths = (file, title, names, low, high) => {
  const points = names.flatMap((name) => {
    const { make, typical } = portal(name);
    return masses(low, high, 360).map((m) => ({ m, name, value: make(m, typical).ctau }));
  });
  const finite = points.filter((p) => Number.isFinite(p.value));
  const top = Math.max(...finite.map((p) => p.value));
  const bottom = Math.min(...finite.map((p) => p.value));
  const first = Math.ceil(Math.log10(bottom));
  const last = Math.floor(Math.log10(top));
  const every = Math.max(1, Math.round((last - first) / 8));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .filter((e) => (e - first) % every === 0)
    .map((e) => 10 ** e);
  const labels = names.map((n) => `${n}: ${portal(n).coupling} = ${portal(n).typical}`);
  const plot = Plot.plot({
    ...frame,
    marginRight: 20,
    marginTop: 30 + 17 * names.length,
    height: 430 + 17 * names.length,
    style,
    x: mass(low, high),
    y: {
      type: "log",
      domain: [bottom / 2, top * 2],
      label: "cτ (cm)",
      grid: true,
      ticks,
      tickFormat: power,
      labelArrow: "none",
      labelAnchor: "center",
    },
    color: { domain: names, range: names.map((_, i) => palette[i % palette.length]) },
    marks: [
      Plot.frame(),
      Plot.line(
        points.map((p) => ({ ...p, value: Number.isFinite(p.value) ? p.value : NaN })),
        { x: "m", y: "value", stroke: "name", strokeWidth: 1.8, clip: true },
      ),
      Plot.text([title], {
        frameAnchor: "top-left",
        dy: -20 - 17 * names.length,
        text: () => title,
        fontWeight: "bold",
        fontSize: 15,
      }),
      ...labels.map((label, i) =>
        Plot.text([label], {
          frameAnchor: "top-left",
          dy: -17 * (names.length - i),
          text: () => label,
          fill: palette[i % palette.length],
          fontSize: 12,
          fontWeight: "bold",
        }),
      ),
    ],
  });
  save(file, plot);
};

const pages = [
  ["Dark photon", "dark-photon.svg", "dark photon", vectorLines, 0.01, 10.4],
  ["Z′ of Lμ−Lτ", "zprime.svg", "Lmu-Ltau Z'", vectorLines, 0.01, 10.4],
  ["B−L", "b-minus-l.svg", "B-L", vectorLines, 0.01, 10.4],
  ["Baryonic vector", "baryonic.svg", "baryonic", vectorLines, 0.1, 10.4],
  ["Protophobic vector", "protophobic.svg", "protophobic", vectorLines, 0.01, 10.4],
  ["Axion-like particle, gluons", "alp-gluons.svg", "ALP, gluons", alpLines, 0.1, 10],
  ["Axion-like particle, all fermions", "alp-fermions.svg", "ALP, fermions", fermionLines, 0.1, 10],
  ["Axion-like particle, leptons", "alp-leptons.svg", "ALP, leptons", alpLines, 0.01, 10],
  ["Higgs-mixed scalar", "dark-scalar.svg", "dark scalar", scalarLines, 0.01, 10],
  ["Leptophilic scalar", "leptophilic-scalar.svg", "leptophilic scalar", scalarLines, 0.01, 10],
  ["Dark Higgs boson (dark photon of 1 GeV)", "dark-higgs.svg", "dark Higgs boson", higgsLines, 0.1, 10],
  ["Heavy neutral lepton, electron mixing", "hnl-electron.svg", "HNL, electron", hnlLines, 0.05, 6],
  ["Heavy neutral lepton, muon mixing", "hnl-muon.svg", "HNL, muon", hnlLines, 0.05, 6],
  ["Heavy neutral lepton, tau mixing", "hnl-tau.svg", "HNL, tau", hnlLines, 0.05, 6],
];
/** Portals whose decays another page shows, or that have one or two channels only. */
const withoutPage = [
  "Le-Lmu",
  "Le-Ltau",
  "ALP, photons",
  "ALP, W",
  "LFV ALP",
  "muonphilic scalar",
  "HNL, Dirac, all flavours",
];
// A new portal of the registry needs a page, or a word why not.
for (const { name } of portals) {
  if (withoutPage.includes(name) !== pages.some(([, , own]) => own === name)) continue;
  throw new RangeError(`portal-plots: every portal must have a page or be in the list of those without, got "${name}"`);
}
for (const [, file, name, lines, low, high] of pages) fractions(file, name, lines, low, high);

const families = [
  [
    "Vectors",
    "ctau-vectors.svg",
    ["dark photon", "Lmu-Ltau Z'", "B-L", "baryonic", "Le-Lmu", "protophobic"],
    0.002,
    10.4,
  ],
  [
    "Axion-like particles",
    "ctau-alps.svg",
    ["ALP, photons", "ALP, leptons", "ALP, gluons", "ALP, fermions"],
    0.002,
    10,
  ],
  [
    "Scalars",
    "ctau-scalars.svg",
    ["dark scalar", "leptophilic scalar", "muonphilic scalar", "dark Higgs boson"],
    0.002,
    10,
  ],
  ["Heavy neutral leptons", "ctau-hnl.svg", ["HNL, electron", "HNL, muon", "HNL, tau"], 0.05, 6],
];
for (const [title, file, names, low, high] of families)
  lengths(file, `${title}: proper decay length`, names, low, high);

/** What published widths would make of the total and of the hadrons, and the papers the open channels are from. */
const basis = (name, mass) => {
  const open = portal(name)
    .make(mass, portal(name).typical)
    .channels()
    .filter((c) => c.width > 0);
  const sum = (of, list) => list.reduce((total, c) => total + of(c), 0);
  const range = (list) => {
    const total = sum((c) => c.width, list);
    const ends = [0, 1].map((i) => (sum((c) => c.width * c.spread[i], list) / total).toFixed(2));
    return total === 0 ? "–" : ends[0] === ends[1] ? ends[0] : ends.join(" to ");
  };
  const papers = new Map();
  for (const { source, width } of open) papers.set(source.key, (papers.get(source.key) ?? 0) + width);
  const least = 0.01 * sum((c) => c.width, open);
  const main = [...papers].filter(([, width]) => width > least).sort((x, y) => y[1] - x[1]);
  const hadrons = open.filter((c) => c.group === "hadrons" || c.group === "semileptonic");
  return [range(open), range(hadrons), main.map(([key]) => key).join(", ")];
};
const listed = ["dark photon", "B-L", "protophobic", "ALP, gluons", "ALP, fermions", "dark scalar", "HNL, muon"];
const table = [
  ["portal", "mass, GeV", "total", "hadrons", "papers of the channels above 1 %"],
  ["---", "---", "---", "---", "---"],
  ...listed.flatMap((name) => [0.2, 0.6, 1.2, 2.5, 4, 9].map((m) => [name, m, ...basis(name, m)])),
].map((row) => `| ${row.join(" | ")} |`);

const figure = ([title, file]) => `## ${title}\n\n![${title}](${path.basename(folder)}/${file})\n`;
const page = `# Branching fractions and decay lengths of the portals

Made by \`npm run pages\` from the registry of \`@belladonna/models\`. The discontinuities are
the matching points: 1.75 GeV (vectors), 3 GeV (gluons), 2.45 GeV (all fermions), 2 GeV (Higgs mixing); each channel
carries the spread of published widths.

${pages.map(figure).join("\n")}
# Decay lengths

${families.map(figure).join("\n")}
# What the widths rest on

The total and the hadronic width (semileptonic for a heavy neutral lepton) that published programs and data give, over ours,
each channel at its lowest and highest; what is understood as a fault of a program is left out. 1.00 is a closed form or
one source for all programs. Keys are those of \`references\`.

${table.join("\n")}
`;
writeFileSync(`${path.resolve(folder)}.md`, await format(page, { parser: "markdown", printWidth: 120 }));
