import { requireChoice } from "@belladonna/numerics";
import { log10 } from "@belladonna/numerics/elementary";
import type { ChannelYields, Yield } from "./yields.js";

/** Events with their error, as a table shows them: the error to two digits, the number to its last one. */
function rounded(x: number, error: number): [string, string] {
  if (!(error > 0)) return [String(Number(x.toPrecision(4))), ""];
  const digits = Math.max(0, 1 - Math.floor(log10(Number(error.toPrecision(2)))));
  return [x.toFixed(digits), error.toFixed(digits)];
}

/** The rows of one channel: samples, sum, data; one column a bin and one for all. */
function rowsOf(channel: ChannelYields, cell: (x: number, error: number) => string): string[][] {
  const row = (name: string, y: Yield): string[] => [
    name,
    ...[...y.bins].map((x, b) => cell(x, y.errors[b])),
    ...(y.bins.length > 1 ? [cell(y.total, y.totalError)] : []),
  ];
  const seen = [...channel.observed];
  const total = seen.reduce((sum, x) => sum + x, 0);
  return [
    ...channel.samples.map((s) => row(s.name, s)),
    row("total", channel),
    ["data", ...seen.map(String), ...(seen.length > 1 ? [String(Number(total.toPrecision(12)))] : [])],
  ];
}

const header = (channel: ChannelYields): string[] => [
  channel.name,
  ...[...channel.bins].map((_, b) => `bin ${b}`),
  ...(channel.bins.length > 1 ? ["all bins"] : []),
];

const latex = (text: string): string =>
  text.replace(/[\\{}_^#&$%~]/g, (c) =>
    c === "\\" ? "\\textbackslash{}" : c === "^" || c === "~" ? `\\${c}{}` : `\\${c}`,
  );

function textTable(channel: ChannelYields): string {
  const cell = (x: number, error: number): string => {
    const [value, spread] = rounded(x, error);
    return spread === "" ? value : `${value} ± ${spread}`;
  };
  const rows = [header(channel), ...rowsOf(channel, cell)];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((r) => r[column].length)));
  const lines = rows.map((r) => r.map((x, i) => (i === 0 ? x.padEnd(widths[i]) : x.padStart(widths[i]))).join("  "));
  const rule = "-".repeat(lines[0].length);
  return [lines[0], rule, ...lines.slice(1, -2), rule, ...lines.slice(-2)].join("\n");
}

function latexTable(channel: ChannelYields): string {
  const cell = (x: number, error: number): string => {
    const [value, spread] = rounded(x, error);
    return spread === "" ? `$${value}$` : `$${value} \\pm ${spread}$`;
  };
  const line = (row: readonly string[]): string => `  ${row.join(" & ")} \\\\`;
  const rows = rowsOf(channel, cell).map(([name, ...cells]) => line([latex(name), ...cells]));
  return [
    `\\begin{tabular}{l${"r".repeat(header(channel).length - 1)}}`,
    "  \\hline",
    line(header(channel).map(latex)),
    "  \\hline",
    ...rows.slice(0, -2),
    "  \\hline",
    ...rows.slice(-2),
    "  \\hline",
    "\\end{tabular}",
  ].join("\n");
}

/**
 * The events of each channel, sample by sample and bin by bin, as tables.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const model = histFactory(uncorrelatedBackground(counts, [3, 7]));
 * const { theta, covariance } = fit(model);
 * yieldsTable(expectedYields(model, theta, covariance), "latex").includes("signal"); // true
 * ```
 * @param yields - What `expectedYields` gives, before or after a fit.
 * @param format - `text` for people, `latex` for papers (one `tabular` a channel), `json` for programs.
 * @throws RangeError when the format is none of these.
 */
export function yieldsTable(yields: readonly ChannelYields[], format: "text" | "latex" | "json" = "text"): string {
  requireChoice("yieldsTable: format", format, ["text", "latex", "json"]);
  if (format === "json") {
    return JSON.stringify(yields, (_, x: unknown) => (x instanceof Float64Array ? [...x] : x), 1);
  }
  return yields.map(format === "latex" ? latexTable : textTable).join("\n\n");
}
