import type { CorrelationMatrix, Impact, Pull } from "@belladonna/histfactory";
import { correlationPlot, impactPlot, pullPlot, scanPlot } from "@belladonna/plot";
import type { HypothesisTest } from "@belladonna/stats";
import type { Analysis } from "./analysis.js";
import { channelPlot } from "./channel-plot.js";

/** A figure with the name of its files. */
export type NamedPlot = readonly [name: string, svg: string];

/** Figures of an analysis: those for which there is something to draw. */
export function plotsOf(
  analysis: Analysis,
  { level, top }: { readonly level: number; readonly top: number },
): NamedPlot[] {
  const { poi, pulls, impacts, scan, correlations, prefit, postfit } = analysis;
  const foremost = [...pulls].sort((a, b) => Math.abs(b.pull) - Math.abs(a.pull)).slice(0, top);
  const tested = scan.filter((test) => test.valid);
  return [
    ...(foremost.length > 0 ? [["pulls", pulled(foremost)] as const] : []),
    ...(impacts.length > 0 ? [["impacts", impactful(impacts.slice(0, top), poi)] as const] : []),
    ...(correlations !== undefined ? [["correlations", correlationPlot(foremostOf(correlations, top))] as const] : []),
    ...(tested.length > 0 ? [["cls", scanned(tested, poi, level)] as const] : []),
    ...prefit.map((channel) => [`${channel.name}-prefit`, channelPlot(channel, "before the fit")] as const),
    ...postfit.map((channel) => [`${channel.name}-postfit`, channelPlot(channel, "after the fit")] as const),
  ];
}

function pulled(rows: readonly Pull[]): string {
  return pullPlot({
    names: rows.map(({ name }) => name),
    pull: rows.map(({ pull }) => pull),
    error: rows.map(({ error }) => error),
  });
}

function impactful(rows: readonly Impact[], poi: string): string {
  return impactPlot({
    names: rows.map(({ name }) => name),
    up: rows.map(({ up }) => up),
    down: rows.map(({ down }) => down),
    prefitUp: rows.map(({ prefitUp }) => prefitUp),
    prefitDown: rows.map(({ prefitDown }) => prefitDown),
    parameter: poi,
  });
}

/** The rows and columns of the parameters with the largest correlation with another one, in their order. */
function foremostOf({ names, rows }: CorrelationMatrix, top: number): CorrelationMatrix {
  const largest = rows.map((row, i) => Math.max(0, ...row.flatMap((rho, j) => (i === j ? [] : Math.abs(rho)))));
  const kept = [...names.keys()]
    .sort((a, b) => largest[b] - largest[a])
    .slice(0, top)
    .sort((a, b) => a - b);
  return { names: kept.map((i) => names[i]), rows: kept.map((i) => kept.map((j) => rows[i][j])) };
}

/** Observed CLs and the expected band over the tested values, with the line that a limit crosses. */
function scanned(tests: readonly HypothesisTest[], poi: string, level: number): string {
  const band = (k: number): number[] => tests.map(({ expected }) => expected[k]);
  return scanPlot({
    tested: tests.map(({ mu }) => mu),
    observed: tests.map(({ cls }) => cls),
    expected: { minus2: band(0), minus1: band(1), median: band(2), plus1: band(3), plus2: band(4) },
    thresholds: { [`${Math.round(1000 * level) / 10} % CL`]: 1 - level },
    label: poi,
    statistic: "$CL_s$",
  });
}
