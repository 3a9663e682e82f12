import Table from "cli-table3";
import { agreement, comparedOf, projectionAgreement } from "./agreement.js";
import { CUT_FLOW_HEAD, cutFlowTexts } from "./cut-flow-text.js";
import { someOf } from "../selection/some-of.js";
import { largestExcesses } from "./largest-excess.js";
import type { FinishedRun } from "../finished-run.js";
import type { Exclusion, Measured, Search } from "../search.js";

/** How many masses the table shows; the files hold them all. */
const ROWS = 24;

/** No colours, for files and pipes; no rules between rows. */
const look = {
  style: { head: [], border: [], compact: true },
};

/** Prints the table of the leading limit, how each compares with the published one, cut flows and notes. */
export function printResult(search: Search, { options, result, projection }: FinishedRun): void {
  const [first] = result.measured;
  const percent = (100 * options.level).toFixed(options.level < 0.995 ? 0 : 1);
  console.log(`${search.title}: ${options.luminosity} fb^-1, ${percent} % CL, ${options.method}`);
  console.log(limitTable(first, result.interpreted.at(0)));
  for (const flow of result.cutFlows ?? []) {
    const table = new Table({ ...look, head: [...CUT_FLOW_HEAD], colAligns: ["left", "right", "right", "right"] });
    table.push(...cutFlowTexts(flow));
    console.log(`${flow.sample}: ${flow.generated} events generated\n${table.toString()}`);
  }
  for (const compared of comparedOf(result)) console.log(`${compared.name}: ${agreement(compared)}`);
  for (const excess of largestExcesses(result.measured)) console.log(excess);
  if (projection !== undefined) for (const line of projectionAgreement(projection)) console.log(line);
  for (const note of result.notes) console.log(`note: ${note}`);
}

function limitTable({ masses, limit, projected }: Measured, interpretation: Exclusion | undefined): string {
  const coupling = interpretation?.limit;
  const expectedCoupling = coupling !== undefined && "expected" in coupling ? coupling.expected.median : undefined;
  const { unit } = limit;
  const head = [
    "m (GeV)",
    "eff.",
    "trigger",
    "res. (MeV)",
    "bkg",
    `exp. (${unit})`,
    `${limit.data === undefined ? "obs." : "pseudo"} (${unit})`,
    "Z",
  ];
  head.push(...(projected ? [`projected (${unit})`, "exp./proj."] : [`published (${unit})`, "exp./pub."]));
  const same = coupling?.shape === "curve" && coupling.mass.length === masses.length;
  if (same) head.push(`exp. ${coupling.observable} (${coupling.unit})`);
  const table = new Table({ ...look, head, colAligns: head.map(() => "right") });
  for (const i of someOf([...masses.keys()], ROWS)) {
    const m = masses[i];
    const row = [
      m.mass.toFixed(3),
      m.efficiency.toFixed(3),
      orDash(m.triggerEfficiency, (x) => x.toFixed(3)),
      orDash(1000 * m.resolution, (x) => x.toFixed(1)),
      orDash(m.background, (x) => x.toPrecision(3)),
      m.expected.toPrecision(3),
      orDash(m.observed, (x) => x.toPrecision(3)),
      orDash(m.significance, (x) => x.toFixed(1)),
      orDash(m.published, (x) => x.toPrecision(3)),
      orDash(m.expected / m.published, (x) => x.toFixed(2)),
    ];
    if (same) row.push(orDash(expectedCoupling?.[i] ?? Number.NaN, (x) => x.toExponential(2)));
    table.push(row);
  }
  return table.toString();
}

const orDash = (value: number, text: (value: number) => string): string => (Number.isNaN(value) ? "-" : text(value));
