// The table of a benchmark. A row: `{ work, unit, ours, peers, aim }`; `peers` has what each peer did in the same run, in the
// same unit, and may be left out, as `aim` may. Of units that end in "/s" more is better, of others less.
import { appendFileSync } from "node:fs";
import process from "node:process";

const HEAD = ["work", "ours", "unit", "peer", "peer's", "times as fast", "aim"];

function number(value) {
  if (value === undefined || value === null) return "-";
  return value >= 1e5 ? value.toExponential(2) : value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** Cells of a row, a line a peer. */
function cells({ work, unit, ours, peers = {}, aim = "-" }) {
  const own = [work, number(ours), unit];
  const others = Object.entries(peers).filter(([, value]) => typeof value === "number");
  if (others.length === 0) return [[...own, "-", "-", "-", aim]];
  const times = (value) => (unit.endsWith("/s") ? ours / value : value / ours);
  return others.map(([name, value]) => [...own, name, number(value), number(times(value)), aim]);
}

/** Rows as lines of Markdown. */
export function tableOf(rows) {
  const lines = [HEAD, ...rows.flatMap(cells)];
  const widths = HEAD.map((_, k) => Math.max(3, ...lines.map((line) => line[k].length)));
  const text = (line) => `| ${line.map((cell, k) => cell.padEnd(widths[k])).join(" | ")} |`;
  return [text(lines[0]), text(widths.map((width) => "-".repeat(width))), ...lines.slice(1).map(text)].join("\n");
}

/** Prints rows, or hands them to `npm run bench` where that runs this program. */
export function report(rows) {
  const { BENCH_ROWS: file } = process.env;
  if (file === undefined) console.log(tableOf(rows));
  else appendFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}
