import { couplingLimit, type CurveLimit, limitFromResults } from "@belladonna/limits";
import { lfvAlp, lfvDecay } from "@belladonna/models";
import { tauDecays } from "@belladonna/events";
import { isComparable, limitInfo } from "../limit/limit-info.js";
import { publishedCurve } from "../limit/published-curve.js";
import type { ComparedMass, Exclusion, Measured, SearchOptions, SearchResult } from "../search.js";
import { between } from "../selection/bounds.js";
import type { CutFlow } from "../selection/cut-flow.js";
import type { Quantity } from "../selection/quantity.js";
import type { Tested } from "../limit/tested.js";
import { fittedBins, type Templates } from "./likelihood.js";
import { defaults, massRange, PAPER, tableLevel } from "./published.js";
import { type Lepton, leptons } from "./selection.js";
import type { Signal } from "./simulated-samples.js";

/** A hypothesis and its limits on the ratio of branching fractions. */
export interface Row {
  /** The lepton. */
  readonly lepton: Lepton;
  /** Mass of α, GeV. */
  readonly mass: number;
  /** The signal. */
  readonly signal: Signal;
  /** Spectra. */
  readonly templates: Templates;
  /** At the level the user asks for. */
  readonly atLevel: Tested;
  /** At the level of the published table. */
  readonly atTableLevel: Tested;
}

/** What is particular to a lepton. */
const SYMBOL: Readonly<Record<Lepton, string>> = { e: "e", mu: "μ" };

/** Ranges of the observed limits on the ratio. */
export const publishedRange: Readonly<Record<Lepton, Quantity<readonly [low: number, high: number]>>> = {
  e: between({
    quantity: "observed limits on the ratio, with an electron",
    value: [1.1e-3, 9.7e-3],
    unit: "1",
    standing: "published",
    source: `${PAPER}, abstract`,
  }),
  mu: between({
    quantity: "observed limits on the ratio, with a muon",
    value: [0.7e-3, 12.2e-3],
    unit: "1",
    standing: "published",
    source: `${PAPER}, abstract`,
  }),
};

/** Least mass with which the portal is made, GeV: it wants one above zero, and below 1 MeV it makes no difference. */
const MASSLESS = 1e-6;

/** Fraction of tau -> l nu nu. */
const knownFraction = (lepton: Lepton): number => tauDecays({ channels: [`${lepton} nu nu`] }).branchingFraction;

/** Limits on the ratio, on the branching fraction, and on couplings. */
export async function limitsAndCouplings(
  rows: readonly Row[],
  options: SearchOptions,
  cutFlows: readonly CutFlow[],
  notes: readonly string[],
): Promise<SearchResult> {
  const present = leptons.filter((lepton) => rows.some((row) => row.lepton === lepton));
  const of = (lepton: Lepton): readonly Row[] => rows.filter((row) => row.lepton === lepton);
  const ratios = present.map((lepton) => ratioOf(lepton, of(lepton), options));
  const tables = await Promise.all(present.map((lepton) => branchingFractionOf(lepton, of(lepton), options)));
  const [first, ...others] = [...ratios, ...tables];
  const couplings = tables.flatMap(({ limit, published }, i) =>
    (["vector", "chiral"] as const).map((kind) => couplingOf(present[i], kind, limit, published as CurveLimit[])),
  );
  return { measured: [first, ...others], interpreted: couplings, cutFlows, notes };
}

/** The ratio to tau -> l nu nu, which is what is measured; only the range of the published limits is in its abstract. */
function ratioOf(lepton: Lepton, rows: readonly Row[], options: SearchOptions): Measured {
  const symbol = SYMBOL[lepton];
  const name = `ratio-${lepton}`;
  const limit = limitFromResults(
    {
      ...limitInfo(
        name,
        options,
        rows.map(({ atLevel }) => atLevel),
      ),
      observable: `BF(tau -> ${lepton} alpha) / BF(tau -> ${lepton} nu nu)`,
      unit: "1",
      portal: "lfv-alp",
      finalState: `${lepton} + invisible`,
    },
    rows.map(({ mass }) => mass),
    rows.map(({ atLevel }) => atLevel),
  );
  const [low, high] = publishedRange[lepton].value;
  const [from, to] = massRange.value;
  return {
    name,
    process: `τ → ${symbol}α`,
    axis: `$B$(τ → ${symbol}α) / $B$(τ → ${symbol}νν)`,
    particle: "α",
    limit,
    published: [],
    projections: [],
    masses: rows.map((row, i) => compared(row, row.atLevel, limit, i, Number.NaN, options)),
    ...(isComparable(options, defaults) ? { range: { low, high, from, to } } : {}),
  };
}

/** The branching fraction itself at 90 %, at which its published limits are public in numbers. */
async function branchingFractionOf(lepton: Lepton, rows: readonly Row[], options: SearchOptions): Promise<Measured> {
  const symbol = SYMBOL[lepton];
  const name = `branching-fraction-${lepton}`;
  const own = { ...options, level: tableLevel.value };
  const published = await publishedCurve(`BelleII_tau_${lepton}_alpha_2023`, "1");
  const limit = limitFromResults(
    {
      ...limitInfo(
        name,
        own,
        rows.map(({ atTableLevel }) => atTableLevel),
      ),
      observable: published.observable,
      unit: "1",
      portal: "lfv-alp",
      finalState: published.finalState ?? "",
    },
    rows.map(({ mass }) => mass),
    rows.map(({ atTableLevel }) => atTableLevel),
    knownFraction(lepton),
  );
  const comparable = isComparable(own, { ...defaults, level: tableLevel.value });
  return {
    name,
    process: `τ → ${symbol}α`,
    axis: `$B$(τ → ${symbol}α)`,
    particle: "α",
    limit,
    published: [published],
    projections: [],
    masses: rows.map((row, i) => {
      // The published limits are at seven masses; between them they fluctuate and are not interpolated.
      const at = published.mass.findIndex((mass) => Math.abs(mass - row.mass) < 1e-9);
      return compared(row, row.atTableLevel, limit, i, comparable && at >= 0 ? published.value[at] : Number.NaN, own);
    }),
  };
}

function compared(
  { mass, signal, templates }: Row,
  tested: Tested,
  limit: CurveLimit,
  i: number,
  published: number,
  { luminosity }: SearchOptions,
): ComparedMass {
  return {
    mass,
    efficiency: signal.efficiency,
    triggerEfficiency: signal.triggerEfficiency,
    resolution: Number.NaN,
    background: backgroundNear(templates, luminosity),
    expected: limit.expected?.median[i] ?? Number.NaN,
    observed: tested.observed === undefined ? Number.NaN : limit.value[i],
    significance: tested.significance,
    published,
  };
}

/** Background in the bins where the signal is at least half as dense as at its peak, events. */
function backgroundNear(templates: Templates, luminosity: number): number {
  const { alpha, neutrinos, hadrons } = templates;
  const peak = Math.max(...alpha.nominal);
  return fittedBins(templates, luminosity)
    .filter((b) => alpha.nominal[b] > 0.5 * peak)
    .reduce((sum, b) => sum + luminosity * (neutrinos.nominal[b] + hadrons.nominal[b]), 0);
}

/** Limit on $C/f$ for a vector coupling, or for $V-A$, beside the published one taken the same way. */
function couplingOf(
  lepton: Lepton,
  kind: "vector" | "chiral",
  limit: CurveLimit,
  published: readonly CurveLimit[],
): Exclusion {
  const convert = (one: CurveLimit): ReturnType<typeof couplingLimit> =>
    couplingLimit(one, {
      model: (mass, coupling) =>
        lfvAlp({
          mass: Math.max(mass, MASSLESS),
          leptons: ["tau", lepton],
          cVector: coupling,
          cAxial: kind === "chiral" ? -coupling : 0,
          decayConstant: 1,
        }),
      production: (particle) => lfvDecay(particle).branchingFraction,
      coupling: `C/f (${kind}, ${lepton})`,
      unit: "GeV^-1",
      range: [1e-12, 1],
      scaling: "quadratic",
    });
  const symbol = SYMBOL[lepton];
  return {
    name: kind === "vector" ? `coupling-${lepton}` : `chiral-coupling-${lepton}`,
    process: `τ → ${symbol}α`,
    particle: "α",
    axis: `$C/f$ (${kind === "vector" ? "vector" : "V − A"}) [GeV⁻¹]`,
    limit: convert(limit),
    published: published.map(convert),
    projections: [],
  };
}
