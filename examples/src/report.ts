import Table from "cli-table3";
import type { ComparedMass, Search, SearchOptions, SearchResult } from "./search.js";

/** How many masses the table shows; the files hold them all. */
const ROWS = 24;

/** No colours, for files and pipes; no rules between rows. */
const look = {
  style: { head: [], border: [], compact: true },
};

/** Prints every number of a search with its standing. */
export function printFacts(search: Search): void {
  const table = new Table({ ...look, head: ["quantity", "value", "status", "source"] });
  for (const { quantity, value, status, source } of search.facts) table.push([quantity, value, status, source]);
  console.log(`${search.title}\n${table.toString()}`);
}

/** Prints the table of limits, how they compare with the published ones, and where the files are. */
export function printResult(
  search: Search,
  options: SearchOptions,
  result: SearchResult,
  files: readonly string[],
): void {
  const { masses } = result;
  const coupling = result.coupling[options.method];
  const { unit, observable } = coupling;
  const head = ["m (GeV)", "eff.", "res. (MeV)", "exp. (fb)", "obs. (fb)", "Z", "published (fb)", "exp./pub."];
  head.push(`exp. ${observable} (${unit})`, `obs. ${observable} (${unit})`);
  const table = new Table({ ...look, head, colAligns: head.map(() => "right") });
  for (const i of spread(masses.length, ROWS)) {
    const m = masses[i];
    const expected = coupling.expected?.median[i] ?? Number.NaN;
    table.push([
      m.mass.toFixed(3),
      m.efficiency.toFixed(3),
      (1000 * m.resolution).toFixed(1),
      m.expected.toPrecision(3),
      orDash(m.observed, (x) => x.toPrecision(3)),
      orDash(m.significance, (x) => x.toFixed(1)),
      orDash(m.published, (x) => x.toPrecision(3)),
      orDash(m.expected / m.published, (x) => x.toFixed(2)),
      expected.toExponential(2),
      orDash(m.observed, () => coupling.value[i].toExponential(2)),
    ]);
  }
  const percent = (100 * options.level).toFixed(options.level < 0.995 ? 0 : 1);
  console.log(`${search.title}: ${options.luminosity} fb^-1, ${percent} % CL, ${options.method}`);
  console.log(table.toString());
  console.log(agreement(masses));
  for (const note of result.notes) console.log(`note: ${note}`);
  console.log(`standing of every input: npm start -- ${search.name} --facts`);
  console.log(`written: ${files.join(", ")}`);
}

/** Indices of about `count` entries evenly spread over `n`, ends included. */
function spread(n: number, count: number): number[] {
  if (n <= count) return Array.from({ length: n }, (_, i) => i);
  return Array.from({ length: count }, (_, k) => Math.round((k * (n - 1)) / (count - 1)));
}

const orDash = (value: number, text: (value: number) => string): string => (Number.isNaN(value) ? "-" : text(value));

/** One sentence on the ratio of the expected to the published limit. */
function agreement(masses: readonly ComparedMass[]): string {
  const ratios = masses
    .map((m) => m.expected / m.published)
    .filter((r) => !Number.isNaN(r))
    .sort((a, b) => a - b);
  if (ratios.length === 0) return "no published limit at these masses, luminosity and level";
  const median = ratios[ratios.length >> 1];
  const within = ratios.filter((r) => r < 1.5 && r > 1 / 1.5).length / ratios.length;
  return (
    `expected / published cross-section limit: median ${median.toFixed(2)}, from ${ratios[0].toFixed(2)} to ` +
    `${ratios[ratios.length - 1].toFixed(2)}; within a factor 1.5 at ${(100 * within).toFixed(0)} % of the masses`
  );
}
