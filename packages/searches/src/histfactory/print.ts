import type { ChannelYields, HistFactory, SaturatedGoodness } from "@belladonna/histfactory";
import Table from "cli-table3";
import type { Analysis } from "./analysis.js";

const digits = (x: number): string => (Number.isFinite(x) ? x.toPrecision(5) : "not found");

/** The best fit, the largest pulls, the yields and the limits, as text for a terminal. */
export function report(likelihood: HistFactory, analysis: Analysis, level: number, top: number): string {
  const { poi, best, goodness, interval, limit } = analysis;
  const free = likelihood.parameters.filter((p) => p.fixed !== true).length;
  const lines = [
    `measurement ${likelihood.measurement}: ${likelihood.channels.length} channels, ${likelihood.binCount} bins, ${likelihood.parameters.length} parameters, ${free} of them free`,
    best.valid
      ? `best fit: ${poi} = ${digits(best.parameters[poi])} (${signed(interval.lower)} ${signed(interval.upper)}), -2 ln L = ${best.value.toFixed(6)}`
      : `best fit FAILED: ${best.reason}`,
  ];
  if (best.valid) lines.push(goodnessLine(goodness));
  if (best.atBound.length > 0) lines.push(`at a bound: ${best.atBound.join(", ")}`);
  lines.push(yieldTable(analysis.prefit, analysis.postfit), pullTable(analysis, top));
  if (!limit.valid) lines.push(`limit INCOMPLETE: ${limit.reason}`);
  else if (limit.reason !== "") lines.push(`limit: ${limit.reason}`);
  const [m2, m1, median, p1, p2] = limit.expected;
  lines.push(
    `upper limit on ${poi}, ${100 * level} % CL (CLs): ${digits(limit.observed)}`,
    `expected: ${digits(median)}, 68 %: ${digits(m1)} to ${digits(p1)}, 95 %: ${digits(m2)} to ${digits(p2)}`,
  );
  return lines.join("\n");
}

const goodnessLine = ({ statistic, degreesOfFreedom, pValue }: SaturatedGoodness): string =>
  `goodness of fit (saturated model): ${digits(statistic)} on ${degreesOfFreedom} degrees of freedom${Number.isFinite(pValue) ? `, p = ${pValue.toPrecision(3)}` : ""}`;

const signed = (x: number): string => (Number.isFinite(x) ? `${x < 0 ? "-" : "+"}${digits(Math.abs(x))}` : "no end");

function yieldTable(prefit: readonly ChannelYields[], postfit: readonly ChannelYields[]): string {
  const table = new Table({
    head: ["channel", "observed", "before the fit", "after the fit"],
    colAligns: ["left", "right", "right", "right"],
    style: { head: [], border: [] },
  });
  const withError = (y: ChannelYields | undefined): string =>
    y === undefined ? "-" : `${y.total.toFixed(2)} ± ${y.totalError.toFixed(2)}`;
  prefit.forEach((y, i) => {
    const observed = y.observed.reduce((sum, x) => sum + x, 0);
    table.push([y.name, String(Math.round(1e6 * observed) / 1e6), withError(y), withError(postfit[i])]);
  });
  return table.toString();
}

function pullTable({ pulls, impacts }: Analysis, top: number): string {
  const table = new Table({
    head: ["parameter", "pull", "error", ...(impacts.length > 0 ? ["impact"] : [])],
    colAligns: ["left", "right", "right", "right"],
    style: { head: [], border: [] },
  });
  const impactOf = new Map(impacts.map((i) => [i.name, i]));
  const size = (name: string): number => {
    const { up = 0, down = 0 } = impactOf.get(name) ?? {};
    return Math.max(Math.abs(up), Math.abs(down));
  };
  const order = [...pulls].sort((a, b) => size(b.name) - size(a.name) || Math.abs(b.pull) - Math.abs(a.pull));
  for (const { name, pull, error } of order.slice(0, top)) {
    const { up = Number.NaN, down = Number.NaN } = impactOf.get(name) ?? {};
    const own = impacts.length > 0 ? [`${signed(up)} / ${signed(down)}`] : [];
    table.push([name, pull.toFixed(3), error.toFixed(3), ...own]);
  }
  return `${order.length > top ? `the ${top} foremost of ${order.length} constrained parameters\n` : ""}${table.toString()}`;
}
