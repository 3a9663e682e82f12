import { massSteps } from "../mass-steps.js";
import type { Measured, Search, SearchOptions } from "../search.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import { type Channel, channels } from "./channels.js";
import { facts } from "./facts.js";
import { couplingsOf, measuredOf, type Row } from "./limits-and-couplings.js";
import { DATA_COLUMNS, dataOf, readData } from "./observed-counts.js";
import { defaults, PAPER } from "./published.js";
import { reinterpreted } from "./reinterpreted.js";
import { simulated } from "./simulated.js";
import { testHypothesis } from "./tasks.js";
import { backgroundNear, efficiencies, type SignalPoint, type Templates, templatesOf } from "./templates.js";

/** Distance of neighbouring masses when the user does not say, GeV. */
const STEP = 0.2;

/** Search for B → K⁽*⁾X with an invisible X, in the data of the measurement of B⁺ → K⁺νν̄. */
export const bToKaonInvisible: Search = {
  name: "b-to-kaon-invisible",
  title: "B -> K X, B -> K* X, X invisible",
  reference: `Belle II, Phys. Rev. D 109, 112006 (2024), ${PAPER}`,
  keywords: { reactions: ["B+ --> K+ X", "B0 --> K*0 X"], cmEnergies: [10.58] },
  defaults,
  dataColumns: DATA_COLUMNS,
  likelihood:
    "published likelihood of B+ -> K+ nu nu instead of simulation, for B+ -> K+ X: combined_likelihood.json and its number_density_*.csv",
  facts,
  async run(options, work) {
    if (options.signal !== undefined) throw new UserError("--signal: this search takes no signal events of a file");
    const masses = massSteps(options.masses, STEP);
    if (options.likelihood !== undefined) return reinterpreted(options.likelihood, masses, options, work);
    const file = options.data === undefined ? undefined : readData(options.data);
    const put = injectedMass(options);
    const all = await simulated(put === undefined || masses.includes(put) ? masses : [...masses, put], options, work);
    const { ratio, cutFlows } = all;
    const points = all.points.map((list) => list.filter(({ mass }) => masses.includes(mass)));
    const injected = all.points[0].find(({ mass }) => mass === put);
    const notes: string[] = [];
    const found: { readonly channel: Channel; readonly measured: Measured }[] = [];
    for (const [c, channel] of channels.entries()) {
      const templates = points[c].map((point) => templatesOf(point, channel, ratio));
      if (templates.length === 0) continue;
      const truth = c > 0 || injected === undefined ? templates[0] : templatesOf(injected, channel, ratio);
      const data = dataOf(channel, truth, file, options);
      notes.push(data.note);
      const rows = await testedRows(channel, points[c], templates, data.counts, options, work, notes);
      if (rows.length > 0) found.push({ channel, measured: await measuredOf(channel, rows, data.measured, options) });
    }
    const [first, ...others] = found.map(({ measured }) => measured);
    if (found.length === 0) throw new UserError(`no hypothesis could be tested: ${notes.join("; ")}`);
    const interpreted = found.flatMap(({ channel, measured }) => couplingsOf(channel, measured.limit));
    return { measured: [first, ...others], interpreted, cutFlows, notes };
  },
};

/** Tests every mass of a channel; what could not be tested is told in the notes. */
async function testedRows(
  channel: Channel,
  points: readonly SignalPoint[],
  templates: readonly Templates[],
  data: Float64Array,
  { luminosity, level, method, toys, seed }: SearchOptions,
  work: Work,
  notes: string[],
): Promise<Row[]> {
  const results = await work.each(
    `${channel.process}: ${points.length} hypotheses`,
    testHypothesis,
    templates.map((one) => ({ templates: one, luminosity, data, level, method, toys, seed })),
  );
  return results.flatMap((tested, i): Row[] => {
    const point = points[i];
    if ("reason" in tested) {
      notes.push(`${channel.process}, ${point.mass} GeV left out: ${tested.reason}`);
      return [];
    }
    const efficiency = efficiencies(point, channel).reduce((sum, e) => sum + e, 0);
    const background = luminosity * backgroundNear(templates[i]);
    return [{ mass: point.mass, tested, efficiency, triggerEfficiency: point.own.triggerEfficiency, background }];
  });
}

/** Mass of the signal that is put into pseudo-data, GeV, if one is wanted. */
function injectedMass({ inject }: SearchOptions): number | undefined {
  if (inject === undefined) return undefined;
  const { from, to } = defaults.masses;
  if (!(inject.mass >= from && inject.mass <= to)) {
    throw new UserError(`--inject: mass must lie between ${from} and ${to} GeV, got ${inject.mass}`);
  }
  return inject.mass;
}
