// One figure of each kind, of made-up numbers.
import { couplingPlanePlot } from "../src/kinds/coupling-plane-plot.js";
import { correlationPlot } from "../src/kinds/correlation-plot.js";
import { cutFlowPlot } from "../src/kinds/cut-flow-plot.js";
import { efficiencyPlot } from "../src/kinds/efficiency-plot.js";
import { fitPlot } from "../src/kinds/fit-plot.js";
import { fractionPlot, lifetimePlot } from "../src/kinds/fraction-plot.js";
import { impactPlot } from "../src/kinds/impact-plot.js";
import { pullPlot } from "../src/kinds/pull-plot.js";
import { pValuePlot } from "../src/kinds/p-value-plot.js";
import { scanPlot } from "../src/kinds/scan-plot.js";
import { stackPlot } from "../src/kinds/stack-plot.js";
import { mapPlot } from "../src/map/map-plot.js";

const even = (from: number, to: number, n: number): number[] =>
  Array.from({ length: n }, (_, i) => from + ((to - from) * i) / (n - 1));
const inLogarithm = (from: number, to: number, n: number): number[] =>
  even(Math.log(from), Math.log(to), n).map(Math.exp);

const mass = inLogarithm(0.02, 10, 200);
const phaseSpace = (m: number, product: number): number => Math.sqrt(Math.max(0, 1 - ((2 * product) / m) ** 2));
const [ee, mumu, tautau] = [0.000511, 0.1057, 1.777].map((lepton) => mass.map((m) => phaseSpace(m, lepton)));
const hadrons = mass.map((m) => (m > 0.28 ? 2 / (1 + Math.exp(-8 * Math.log(m / 0.8))) : 0));
const total = mass.map((_, i) => ee[i] + mumu[i] + tautau[i] + hadrons[i]);
const share = (width: readonly number[]): number[] => width.map((w, i) => w / total[i]);

const edges = even(2, 4, 41);
const middles = edges.slice(1).map((edge, i) => (edge + edges[i]) / 2);
const wiggle = (i: number): number => Math.sin(12.9898 * (i + 1)) * Math.cos(78.233 * (i + 1));
const background = middles.map((m) => 900 * Math.exp(-m));
const peak = middles.map((m) => 40 * Math.exp(-0.5 * ((m - 3) / 0.08) ** 2));
const sum = background.map((b, i) => b + peak[i]);
const counts = sum.map((nu, i) => Math.max(0, Math.round(nu + 1.8 * Math.sqrt(nu) * wiggle(i))));

const strengths = even(0, 4, 41);
const cls = (shift: number): number[] =>
  strengths.map((mu) => (1 / (1 + Math.exp(2.2 * (mu - shift)))) * (1 + Math.exp(-2.2 * shift)));
const hypotheses = inLogarithm(0.3, 9, 150);
const local = hypotheses.map((m, i) =>
  Math.min(0.5, 0.5 * Math.exp(-2.5 * Math.abs(wiggle(i)) - 7 * Math.exp(-((Math.log(m / 2) / 0.02) ** 2)))),
);

const nuisances = [
  "luminosity",
  "track_efficiency",
  "photon_energy_scale",
  "tau_pair_normalisation",
  "trigger_efficiency",
];
const plane = even(0, 4, 33).flatMap((x) => even(1, 9, 33).map((y) => ({ x, y })));

/** The kinds of figures by the names of their kept pictures. */
export const kinds: Readonly<Record<string, () => string>> = {
  "branching-fractions": () =>
    fractionPlot(
      {
        mass,
        curves: { "e⁺e⁻": share(ee), "μ⁺μ⁻": share(mumu), "τ⁺τ⁻": share(tautau), hadrons: share(hadrons) },
        particle: "A′",
      },
      { title: "Dark photon" },
    ),
  lifetimes: () =>
    lifetimePlot(
      {
        mass,
        curves: Object.fromEntries(
          [3, 4, 5].map((n) => [`$ε = 10^{−${n}}$`, mass.map((m, i) => (8e-10 * 10 ** (2 * n - 6)) / (m * total[i]))]),
        ),
        particle: "A′",
      },
      { title: "Dark photon" },
    ),
  fit: () =>
    fitPlot(
      { edges, counts, fitted: sum, parts: { background }, label: "$m_{μμ}$ [GeV]" },
      { heading: ["Belle II simulation", "$∫L$ d$t$ = 178 fb⁻¹"] },
    ),
  scan: () =>
    scanPlot({
      tested: strengths,
      observed: cls(1.6),
      expected: { median: cls(1.2), minus1: cls(0.9), plus1: cls(1.7), minus2: cls(0.7), plus2: cls(2.3) },
      thresholds: { "95 % CL": 0.05 },
      label: "signal strength $μ$",
      statistic: "$CL_s$",
    }),
  "cut-flow": () =>
    cutFlowPlot({
      cuts: ["trigger", "two tracks", "muon identification", "no photon above 0.4 GeV", "recoil in the barrel"],
      kept: {
        "signal, 3 GeV": [0.92, 0.81, 0.66, 0.6, 0.52],
        "e⁺e⁻ → μμγ": [0.88, 0.7, 0.55, 0.012, 0.0031],
        "e⁺e⁻ → ττγ": [0.75, 0.3, 0.012, 0.0042, 0.0011],
      },
    }),
  efficiency: () =>
    efficiencyPlot(
      [
        {
          name: "level 1",
          x: even(1, 9, 9),
          value: even(0.55, 0.92, 9),
          low: even(0.52, 0.91, 9),
          high: even(0.58, 0.93, 9),
        },
        { name: "all cuts", x: even(1, 9, 9), value: even(0.31, 0.12, 9), dashed: true },
      ],
      "$m_{Z′}$ [GeV]",
      { title: "e⁺e⁻ → μμZ′" },
    ),
  "p-value": () =>
    pValuePlot({ x: hypotheses, local, global: local.map((p) => Math.min(1, 60 * p)), label: "$m_{Z′}$ [GeV]" }),
  stack: () =>
    stackPlot({
      edges,
      backgrounds: { "e⁺e⁻ → ττ": background.map((b) => 0.3 * b), "e⁺e⁻ → μμγ": background.map((b) => 0.7 * b) },
      uncertainty: background.map((b) => 0.06 * b),
      signals: { "Z′, 3 GeV": peak },
      data: counts,
      dataName: "pseudo-data",
      label: "recoil mass [GeV]",
    }),
  "coupling-plane": () =>
    couplingPlanePlot({
      x: { label: "$g_μ$", domain: [1e-4, 1] },
      y: { label: "$g_χ$", domain: [1e-3, 3] },
      regions: { "invisible search": { x: [8e-3, 1, 1, 5e-3, 5e-3], y: [1e-3, 1e-3, 3, 3, 0.02] } },
      bands: { "$(g−2)_μ$ ±2σ": { x: [4e-4, 1.2e-3], low: [1e-3, 1e-3], high: [3, 3] } },
      lines: { "relic density": { x: [1e-4, 1], y: [2, 2e-3] } },
    }),
  pulls: () => pullPlot({ names: nuisances, pull: [0.2, -1.3, 2.4, 0, 0.7], error: [0.99, 0.8, 0.5, 1, 0.4] }),
  impacts: () =>
    impactPlot({
      names: nuisances,
      up: [0.21, -0.13, 0.08, 0.05, 0.01],
      down: [-0.19, 0.15, -0.08, -0.04, -0.01],
      prefitUp: [0.22, -0.2, 0.15, NaN, 0.03],
      prefitDown: [-0.2, 0.21, -0.16, NaN, -0.03],
      parameter: "signal strength $μ$",
    }),
  correlations: () =>
    correlationPlot({
      names: nuisances,
      rows: nuisances.map((_, i) =>
        nuisances.map((_name, j) => (i === j ? 1 : (-1) ** (i + j) * 0.8 ** Math.abs(i - j) - 0.1)),
      ),
    }),
  map: () =>
    mapPlot(
      {
        x: { label: "$m_{A′}$ [GeV]" },
        y: { label: "$m_{h′}$ [GeV]" },
        cells: {
          left: plane.map(({ x }) => x - 0.0625),
          right: plane.map(({ x }) => x + 0.0625),
          bottom: plane.map(({ y }) => y - 0.125),
          top: plane.map(({ y }) => y + 0.125),
          value: plane.map(({ x, y }) => (2 * x < y ? Math.exp(2 * Math.sin(3 * x) + 0.6 * y) / 40 : NaN)),
        },
        label: "limit on $σ B$ [fb]",
        scale: "log",
      },
      { title: "Dark Higgsstrahlung", note: "178 fb⁻¹, 90 % CL" },
    ),
};
