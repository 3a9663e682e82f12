import { searches } from "../../src/searches.js";
import { factors } from "./factors.js";
import { notVaried } from "./not-varied.js";
import { keptRun, type KeptRun, type KeptRuns } from "./runs.js";
import { settings } from "./settings.js";
import { table } from "../markdown-table.js";
import { endsOf, type Variation } from "./variation.js";
import { variations } from "./variations.js";

/** What decides a limit: a change of it by more than this. */
const DECIDES = 0.05;

/** A number and what its range does to one limit. */
interface Leverage {
  readonly search: string;
  readonly quantity: string;
  readonly limit: string;
  /** The ends, and the limit there over that of the number as it stands, less 1. */
  readonly ends: readonly { readonly says: string; readonly change: number }[];
  readonly range: string;
}

/** The page, in Markdown. */
export function recalledPage({ date, version, runs }: KeptRuns): string {
  const all = [...leverages(runs), ...byFactor()];
  const largest = ({ ends }: Leverage) => Math.max(...ends.map(({ change }) => Math.abs(change)));
  const deciding = all.filter((one) => largest(one) > DECIDES).sort((a, b) => largest(b) - largest(a));
  const order = Object.keys(settings);
  const others = all.filter((one) => largest(one) <= DECIDES);
  const inOrder = [...deciding].sort((a, b) => order.indexOf(a.search) - order.indexOf(b.search));
  const waiting = toRun(runs);
  const without = searches.map(({ name }) => name).filter((name) => !(name in settings));
  return [
    "# Recalled numbers, and what they decide",
    `Made by \`npm run recalled-numbers -w packages/searches\`, runs of ${date} with version ${version}. A number is *recalled* when it is written ` +
      "from memory and was not checked against its source. Here each of them goes to the ends of its plausible range, the search is run " +
      "again from events to limit, and the change of the expected limit on the rate is given. The ranges are ours where the source of " +
      "the number states none.",
    "Runs are small, at one mass and with the same random numbers, so that the same events pass where both numbers keep them; " +
      "the last percent or two of a change are statistics. " +
      Object.entries(settings)
        .map(([name, { options }]) => `${name}: ${options.masses.from} GeV, ${options.events} background events`)
        .join("; ") +
      ".",
    "## Numbers that move a limit by more than 5 %",
    "Search by search, the largest first.",
    table(["search", "number", "limit", "at the lower end", "at the upper end", "range"], inOrder.map(row)),
    "## Numbers that do not",
    table(["search", "number", "limit", "at the lower end", "at the upper end", "range"], others.map(row)),
    ...(waiting.length === 0
      ? []
      : [
          "## Still to be run",
          "Ranges that are set, and whose runs nobody has made yet: the command above makes those that are missing.",
          table(["search", "number", "lower end", "upper end", "range"], waiting),
        ]),
    ...(without.length === 0 ? [] : [`Searches whose numbers are not on this page yet: ${without.join(", ")}.`]),
    "## Not varied",
    "Recalled numbers for which no run is made, and why.",
    table(
      ["where", "number", "why"],
      notVaried.map(({ where, facts, why }) => [where, facts.join("; "), why]),
    ),
  ].join("\n\n");
}

function leverages(runs: readonly KeptRun[]): Leverage[] {
  return Object.keys(settings).flatMap((search) => {
    const usual = keptRun(runs, search)?.limits ?? [];
    return variations
      .filter((variation) => variation.searches.includes(search) && isRun(runs, search, variation))
      .flatMap((variation) =>
        usual.map((limit): Leverage => {
          const ends = endsOf(variation);
          return {
            search,
            quantity: variation.quantity,
            limit: limit.process,
            ends: ends.map(({ says, written }) => {
              const other = keptRun(runs, search, variation, written)?.limits.find(({ name }) => name === limit.name);
              if (other === undefined) throw new Error(`${search}: must have a run with ${variation.quantity} ${says}`);
              return { says, change: other.expected[0] / limit.expected[0] - 1 };
            }),
            range: variation.range,
          };
        }),
      );
  });
}

/** Whether a search was run at every end of a range. */
function isRun(runs: readonly KeptRun[], search: string, variation: Variation): boolean {
  const ends = endsOf(variation).map(({ written }) => keptRun(runs, search, variation, written));
  return keptRun(runs, search) !== undefined && !ends.includes(undefined);
}

/** Numbers for which a run is still to be made. */
function toRun(runs: readonly KeptRun[]): string[][] {
  return Object.keys(settings).flatMap((search) =>
    variations
      .filter((variation) => variation.searches.includes(search) && !isRun(runs, search, variation))
      .map(({ quantity, low, high, range }) => [search, quantity, low.says, high?.says ?? "", range]),
  );
}

function byFactor(): Leverage[] {
  return factors.map(({ search, quantity, value, power, low, high, range, background }) => ({
    search,
    quantity,
    limit: background ? "factor; at most, as background falls with it" : "factor",
    ends: [low, high].map((x) => ({ says: String(Number(x.toPrecision(3))), change: (value / x) ** power - 1 })),
    range,
  }));
}

function row({ search, quantity, limit, ends, range }: Leverage): string[] {
  const [low, high = ""] = ends.map(({ says, change }) => `${says}: **${percent(change)}**`);
  return [search, quantity, limit, low, high, range];
}

function percent(change: number): string {
  const rounded = Math.round(100 * change);
  return `${rounded > 0 ? "+" : rounded < 0 ? "−" : ""}${Math.abs(rounded)} %`;
}
