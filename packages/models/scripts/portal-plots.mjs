// Draws branching fractions and decay lengths of the portals: docs/portals/*.svg, listed in docs/portals.md.
// `npm run pages` from the root; with the folder of the pictures as argument the page goes beside that folder.
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { format } from "prettier";
import { portals } from "@belladonna/models";
import { marked } from "@belladonna/sources";
import { fractionPlot, lifetimePlot, tickTexts } from "@belladonna/plot";
import { alpLines, fermionLines, higgsLines, hnlLines, scalarLines, vectorLines } from "./portal-lines.mjs";

const folder = process.argv[2] ?? path.join(import.meta.dirname, "../../../docs/portals");
mkdirSync(folder, { recursive: true });

const masses = (low, high, n) => Array.from({ length: n }, (_, i) => low * (high / low) ** (i / (n - 1)));
const portal = (name) => {
  const found = portals.find((p) => p.name === name);
  if (found === undefined) throw new RangeError(`portal-plots: portal must be in the registry, got "${name}"`);
  return found;
};

const { version } = createRequire(import.meta.url)("../package.json");
const save = (file, svg) => {
  writeFileSync(path.join(folder, file), marked(file, `${svg}\n`, `@belladonna/models ${version}`));
};

/** Size of a picture, px. */
const SIZE = { width: 860, height: 560 };

/** Branching fractions of one portal, one line a label. */
const fractions = (title, file, name, particle, lines, low, high) => {
  const { make, typical } = portal(name);
  const mass = masses(low, high, 360);
  const curves = Object.fromEntries(lines.map(([label]) => [label, mass.map(() => 0)]));
  mass.forEach((m, i) => {
    const mediator = make(m, typical);
    for (const c of mediator.channels()) {
      const line = lines.find(([, pattern]) => pattern.test(c.name));
      if (line !== undefined) curves[line[0]][i] += mediator.branchingFraction(c);
    }
  });
  save(file, fractionPlot({ mass, curves, particle }, { ...SIZE, title }));
};

/** Proper decay lengths of several portals at their typical coupling. */
const lengths = (title, file, names, low, high) => {
  const mass = masses(low, high, 360);
  const curves = Object.fromEntries(
    Object.entries(names).map(([name, label]) => {
      const { make, typical } = portal(name);
      const words = label.includes("…") ? label : `${label} = …`;
      return [words.replace("…", numberText(typical)), mass.map((m) => make(m, typical).ctau)];
    }),
  );
  save(file, lifetimePlot({ mass, curves }, { ...SIZE, title }));
};

/** A coupling as it is written: 0.1, 1, 10⁻⁶. */
const numberText = (x) => tickTexts([x])[0];

const pages = [
  ["Dark photon", "dark-photon.svg", "dark photon", "A′", vectorLines, 0.01, 10.4],
  ["Z′ of Lμ−Lτ", "zprime.svg", "Lmu-Ltau Z'", "Z′", vectorLines, 0.01, 10.4],
  ["B−L", "b-minus-l.svg", "B-L", "Z′", vectorLines, 0.01, 10.4],
  ["Baryonic vector", "baryonic.svg", "baryonic", "Z′", vectorLines, 0.1, 10.4],
  ["Protophobic vector", "protophobic.svg", "protophobic", "X", vectorLines, 0.01, 10.4],
  ["Axion-like particle, gluons", "alp-gluons.svg", "ALP, gluons", "a", alpLines, 0.1, 10],
  ["Axion-like particle, all fermions", "alp-fermions.svg", "ALP, fermions", "a", fermionLines, 0.1, 10],
  ["Axion-like particle, leptons", "alp-leptons.svg", "ALP, leptons", "a", alpLines, 0.01, 10],
  ["Higgs-mixed scalar", "dark-scalar.svg", "dark scalar", "S", scalarLines, 0.01, 10],
  ["Leptophilic scalar", "leptophilic-scalar.svg", "leptophilic scalar", "ϕ", scalarLines, 0.01, 10],
  ["Dark Higgs boson (dark photon of 1 GeV)", "dark-higgs.svg", "dark Higgs boson", "h′", higgsLines, 0.1, 10],
  ["Heavy neutral lepton, electron mixing", "hnl-electron.svg", "HNL, electron", "N", hnlLines, 0.05, 6],
  ["Heavy neutral lepton, muon mixing", "hnl-muon.svg", "HNL, muon", "N", hnlLines, 0.05, 6],
  ["Heavy neutral lepton, tau mixing", "hnl-tau.svg", "HNL, tau", "N", hnlLines, 0.05, 6],
];
/** Portals whose decays another page shows, or that have one or two channels only. */
const withoutPage = [
  "Le-Lmu",
  "Le-Ltau",
  "ALP, photons",
  "ALP, W",
  "LFV ALP",
  "LFV Z'",
  "muonphilic scalar",
  "HNL, Dirac, all flavours",
];
// A new portal of the registry needs a page, or a word why not.
for (const { name } of portals) {
  if (withoutPage.includes(name) !== pages.some(([, , own]) => own === name)) continue;
  throw new RangeError(`portal-plots: every portal must have a page or be in the list of those without, got "${name}"`);
}
for (const page of pages) fractions(...page);

/** Portals of a family, each with its coupling as it is written, its value at the end or in place of the dots. */
const families = [
  [
    "Vectors",
    "ctau-vectors.svg",
    {
      "dark photon": "dark photon, $ε$",
      "Lmu-Ltau Z'": "L_μ − L_τ, $g′$",
      "B-L": "B − L, $g$",
      baryonic: "baryonic, $g$",
      "Le-Lmu": "L_e − L_μ, $g$",
      protophobic: "protophobic, $g$",
    },
    0.002,
    10.4,
  ],
  [
    "Axion-like particles",
    "ctau-alps.svg",
    {
      "ALP, photons": "photons, $g_{aγγ}$ = … GeV⁻¹",
      "ALP, leptons": "leptons, $f$ = 1 TeV, $c_ℓ$",
      "ALP, gluons": "gluons, $f$ = 1 TeV, $c_G$",
      "ALP, fermions": "all fermions, $f$ = 1 TeV, $c_f$",
    },
    0.002,
    10,
  ],
  [
    "Scalars",
    "ctau-scalars.svg",
    {
      "dark scalar": "Higgs-mixed, sin $θ$",
      "leptophilic scalar": "leptophilic, $ξ$",
      "muonphilic scalar": "muonphilic, $g$",
      "dark Higgs boson": "h′, A′ of 1 GeV, $ε$ = 10⁻³, $α_D$",
    },
    0.002,
    10,
  ],
  [
    "Heavy neutral leptons",
    "ctau-hnl.svg",
    { "HNL, electron": "$|U_e|^2$", "HNL, muon": "$|U_μ|^2$", "HNL, tau": "$|U_τ|^2$" },
    0.05,
    6,
  ],
];
for (const [title, ...family] of families) lengths(`${title}: proper decay length`, ...family);

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
## Decay lengths

${families.map(figure).join("\n")}
## What the widths rest on

The total and the hadronic width (semileptonic for a heavy neutral lepton) that published programs and data give, over ours,
each channel at its lowest and highest; what is understood as a fault of a program is left out. 1.00 is a closed form or
one source for all programs. Keys are those of \`references\`.

${table.join("\n")}
`;
writeFileSync(`${path.resolve(folder)}.md`, await format(page, { parser: "markdown", printWidth: 120 }));
