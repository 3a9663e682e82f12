import { preparedOnce } from "../events/generation.js";
import { chunks } from "../events/sample.js";
import { massSteps } from "../mass-steps.js";
import type { Search, SearchOptions } from "../search.js";
import { type CutFlow, mergeCutFlows } from "../selection/cut-flow.js";
import { someOf } from "../selection/some-of.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import { angleRanges, type CountingWindow, degreesOf, PUNZI, windowOf } from "./counting-window.js";
import { fileData, pseudoData } from "./data.js";
import { facts } from "./facts.js";
import { fileSignal } from "./file-signal.js";
import { LUMINOSITY } from "./inputs.js";
import { type Hypothesis, limitsOf, type Row } from "./limits.js";
import { generations, sources } from "./samples.js";
import { emptySpectrum, inWindow, type Spectrum } from "./spectrum.js";
import {
  prepareBackground,
  type SignalPoint,
  simulateBackground,
  simulateCutFlow,
  simulateSignal,
  testMass,
} from "./tasks.js";

/** Events of one task. */
const CHUNK = 200_000;

/** Distance of neighbouring masses, GeV, when the user gives none. */
const STEP = 0.25;

/** Search for e+e- → γA′, A′ invisible: what 20 fb⁻¹ would bring. */
export const darkPhotonToInvisible: Search = {
  name: "dark-photon-to-invisible",
  title: "e+e- -> gamma A', A' invisible (projection)",
  reference: "E. Kou et al., PTEP 2019, 123C01, arXiv:1808.10567: a projection; there is no result of Belle II",
  keywords: { reactions: ["E+ E- --> GAMMA DARK-PHOTON"], cmEnergies: [10.58] },
  defaults: {
    luminosity: LUMINOSITY.value,
    level: 0.9,
    method: "bayesian",
    masses: { from: 0.05, to: 9.3 },
    events: 2_400_000,
  },
  dataColumns: ["energy", "theta"],
  facts,
  async run(options, work) {
    const given = options.data === undefined ? undefined : fileData(options.data);
    const { background, cutFlows } = await simulatedBackground(options, work);
    const { signals, cutFlow } = await signalsOf(options, work);
    const { data, note } = given ?? pseudoData(options, background);
    const notes = [note];
    const hypotheses = signals.map(({ mass, point }): Hypothesis => {
      const window = bestWindow(point, background);
      return { mass, point, window, background: inWindow(background, window) };
    });
    const points = hypotheses.map(({ window, background: b }, i) => ({
      background: b,
      observed: inWindow(data, window),
      method: options.method,
      level: options.level,
      toys: options.toys,
      seed: options.seed + i,
    }));
    const results = await work.each(`${points.length} masses`, testMass, points);
    const rows: Row[] = [];
    results.forEach((result, i) => {
      if ("reason" in result) notes.push(`${hypotheses[i].mass.toFixed(3)} GeV left out: ${result.reason}`);
      else rows.push({ ...hypotheses[i], result });
    });
    if (rows.length === 0) throw new UserError(`no hypothesis could be tested: ${notes.join("; ")}`);
    notes.push(...rangesUsed(rows));
    const shown = await cutFlow(someOf(rows, 3));
    return { ...(await limitsOf(darkPhotonToInvisible, rows, options, notes)), cutFlows: [...shown, ...cutFlows] };
  },
};

/** Expected background at the luminosity of the data, in bins, and what the cuts did to each of its sources. */
async function simulatedBackground(
  { events, seed, luminosity }: SearchOptions,
  work: Work,
): Promise<{ readonly background: Spectrum; readonly cutFlows: readonly CutFlow[] }> {
  const ready = await preparedOnce("background: preparation", prepareBackground, generations, work);
  const points = sources.flatMap(({ share, process }, source) =>
    chunks(Math.ceil(share * events), CHUNK).map(({ count }, index) => ({
      source,
      index,
      events: count,
      seed,
      purpose: "background" as const,
      prepared: ready[process],
    })),
  );
  const made = await work.each(`background: ${events} events`, simulateBackground, points);
  const background = emptySpectrum();
  // A part of a source stands for as much of its cross section as it has of its events.
  const weights = points.map(
    ({ source, events: count }) => (luminosity * count) / Math.ceil(sources[source].share * events),
  );
  made.forEach(({ spectrum }, k) => {
    spectrum.forEach((sigma, b) => (background[b] += weights[k] * sigma));
  });
  const cutFlows = sources.map(({ weighted }, source): CutFlow => {
    const parts = made.flatMap(({ cutFlow }, k) =>
      points[k].source === source ? [{ cutFlow, weight: weights[k] }] : [],
    );
    const { weight: each = Number.NaN, ...flow } = mergeCutFlows(parts.map(({ cutFlow }) => cutFlow));
    return weighted === undefined ? { ...flow, weight: each * parts[0].weight } : flow;
  });
  return { background, cutFlows };
}

/** Signal at each mass that is wanted, or of the user's file. */
async function signalsOf({ masses, seed, signal }: SearchOptions, work: Work): Promise<Signals> {
  if (signal !== undefined) {
    const { cutFlow, ...one } = await fileSignal(signal, seed);
    return { signals: [one], cutFlow: (rows) => Promise.resolve(rows.map(({ window }) => cutFlow(window))) };
  }
  const list = massSteps(masses, STEP);
  const made = await work.each(
    "signal: events, detector, peak",
    simulateSignal,
    list.map((mass) => ({ mass, seed })),
  );
  return {
    signals: made.map((point, i) => {
      if ("reason" in point) throw new UserError(point.reason);
      return { mass: list[i], point };
    }),
    cutFlow: (rows) =>
      work.each(
        "signal: cut flows",
        simulateCutFlow,
        rows.map(({ mass, window }) => ({ mass, seed, window })),
      ),
  };
}

/** Signal of all masses. */
interface Signals {
  /** Mass by mass. */
  readonly signals: readonly { readonly mass: number; readonly point: SignalPoint }[];
  /** What the cuts do to the signal of some of them, each in its window. */
  readonly cutFlow: (rows: readonly Row[]) => Promise<readonly CutFlow[]>;
}

/** The window with the range of polar angle that is best by Punzi's figure of merit. */
function bestWindow(point: SignalPoint, background: Spectrum): CountingWindow {
  const candidates = angleRanges.map((angles) => {
    const window = windowOf(point, angles);
    const merit = inWindow(point.spectrum, window) / (PUNZI.value / 2 + Math.sqrt(inWindow(background, window)));
    return { window, merit };
  });
  return candidates.reduce((a, b) => (b.merit > a.merit ? b : a)).window;
}

/** Which ranges of polar angle were chosen, in one sentence. */
function rangesUsed(rows: readonly Row[]): string[] {
  const texts = rows.map(({ window }) => {
    const [low, high] = degreesOf(window.angles);
    return `${low.toFixed(0)}–${high.toFixed(0)}°`;
  });
  const parts: string[] = [];
  texts.forEach((text, i) => {
    if (i === 0 || text !== texts[i - 1]) parts.push(`${text} from ${rows[i].mass.toFixed(2)} GeV`);
  });
  return [`polar angles of the photon: ${parts.join(", ")}`];
}
