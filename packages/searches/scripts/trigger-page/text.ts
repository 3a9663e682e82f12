import type { Rate } from "@belladonna/trigger";
import { curvesPlot } from "../../src/report/curves-plot.js";
import { curvesOf, type Point, type Signal } from "./efficiencies.js";
import { LUMINOSITY } from "./level1-rates.js";
import type { Measured, MeasuredSource } from "./measured.js";
import { EVENTS, signals } from "./signals.js";

const SECONDS_A_DAY = 86_400;
const FEMTOBARN_CM2 = 1e-39;

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map((_, k) => (k === 0 ? "---" : "--:"))), ...rows.map(row)].join("\n");
}

const percent = (x: number): string => (Number.isFinite(x) ? (100 * x).toFixed(1) : "–");

const apart = (x: number, decimals: number): string =>
  x.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).replaceAll(",", " ");

const twoDigits = (x: number): string => Number(x.toPrecision(2)).toLocaleString("en").replaceAll(",", " ");

/** Value and error, to two digits of the error, at most to the unit. */
function withError({ value, error }: Rate): string {
  const decimals = error > 0 ? Math.max(0, 1 - Math.floor(Math.log10(error))) : 0;
  return `${apart(value, decimals)} ± ${apart(error, decimals)}`;
}

function signalSection({ triggers, title, about, key, particle }: Signal, points: readonly Point[]): string {
  return [
    `### ${title}`,
    about,
    `![Efficiency against the mass of ${particle}](trigger/${key}.svg)`,
    table(
      [`mass of ${particle} (GeV)`, ...triggers.map((t) => t.name), "HLT"],
      points.map((p) => [String(p.mass), ...p.level1.map(({ value }) => percent(value)), percent(p.highLevel)]),
    ),
  ].join("\n\n");
}

/** What is known elsewhere beside the least and greatest efficiency found. */
function comparison(signal: Signal, points: readonly Point[]): string[][] {
  return signal.triggers.flatMap(({ name, published }, k) => {
    if (published === undefined) return [];
    const values = points.map((p) => p.level1[k].value);
    return [[signal.title, name, `${percent(Math.min(...values))}–${percent(Math.max(...values))}`, published]];
  });
}

const nanobarn = (femtobarn: number): string => (femtobarn * 1e-6).toPrecision(3);

function rateTable(sources: readonly MeasuredSource[], { total, budgetFraction }: Measured): string {
  const budget = total.value / budgetFraction;
  return table(
    ["process", "generated", "σ (nb)", "rate (Hz)", "of the budget (%)"],
    sources.map(({ name, about, crossSection, rate }) => {
      const share = ((100 * rate.value) / budget).toPrecision(2);
      return [name, about, nanobarn(crossSection), withError(rate), share];
    }),
  );
}

function portalTable(sources: readonly MeasuredSource[]): string {
  return table(
    ["process", "generated", "σ (fb)", "kept (%)", "events a day"],
    sources.map(({ name, about, crossSection, rate: { value } }) => {
      const kept = percent(value / (LUMINOSITY * crossSection * FEMTOBARN_CM2));
      return [name, about, crossSection.toPrecision(3), kept, twoDigits(value * SECONDS_A_DAY)];
    }),
  );
}

/** The picture of each signal, by its key. */
export function triggerPictures({ efficiencies }: Measured): Record<string, string> {
  return Object.fromEntries(
    signals.map((signal) => {
      const curves = curvesOf(signal, efficiencies[signal.key]);
      return [signal.key, curvesPlot(`$m_{${signal.particle}}$ [GeV]`, curves, { title: signal.title })];
    }),
  );
}

/** The page in Markdown. */
export function triggerPage(measured: Measured): string {
  const { efficiencies, lines, qed, total, budgetFraction, busiest, portals } = measured;
  return [
    "# Trigger efficiencies and rates",
    "Made by `npm run trigger-page -w packages/searches` from generated events, the parametric detector and the level-1 and " +
      "high-level menus of `@belladonna/trigger`. Many numbers of the detector are recalled rather than read; `belle2Data` " +
      "says which, and the level-1 tracking efficiency that most of these curves rest on is one of them. Beams have their " +
      "spread of energy; there is no radiation off the initial state, no beam background and no loss of photons in material.",
    "## Efficiency against mass",
    `In %, of ${EVENTS} events at each mass, so with a standard error of at most 0.7; higher for columns of events with some tracks. Columns are ` +
      "level-1 lines before prescale; HLT is what all lines of the high-level filter keep together, prescales included, without regard to level 1. " +
      'Numbers "elsewhere" are of data or full simulation and quoted from memory of the collaboration\'s publications; they ' +
      "hold after selections that are not the ones here.",
    table(
      ["signal", "trigger", "here, over the masses (%)", "elsewhere"],
      signals.flatMap((signal) => comparison(signal, efficiencies[signal.key])),
    ),
    ...signals.map((signal) => signalSection(signal, efficiencies[signal.key])),
    "## Level-1 rates",
    `At ${(LUMINOSITY / 1e35).toFixed(0)} × 10³⁵ cm⁻² s⁻¹ for the ${lines} physics lines of the menu, against the ` +
      "30 kHz that the data acquisition takes. Errors are statistical. Tree level with vacuum polarisation: μμγ is part of the radiative " +
      "correction to μμ, so the two do not add exactly. Hadronic events (about 5 nb, nearly all kept: 3 kHz) and beam " +
      "background, which the real menu is shaped by, are not in the sum. Of eeee the cross section counts electrons close to " +
      "the beams, of which equivalent photons make too many; the detector does not see them.",
    rateTable(qed, measured),
    `Together: ${withError(total)} Hz, ${percent(budgetFraction)} % of the budget.`,
    table(
      ["line", "prescale", "rate (Hz)", "alone (Hz)"],
      busiest.map((l) => [l.name, String(l.prescale), withError(l.total), withError(l.pure)]),
    ),
    "The portals, at couplings near those that searches exclude; none comes near a hertz:",
    portalTable(portals),
  ].join("\n\n");
}
