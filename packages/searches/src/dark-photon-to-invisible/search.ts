import { chunks } from "../events/sample.js";
import type { Search, SearchOptions } from "../search.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import { assemble, type Hypothesis, type Row } from "./assemble.js";
import { fileData, pseudoData } from "./data.js";
import { fileSignal } from "./file-signal.js";
import { sources } from "./samples.js";
import { facts } from "./selection.js";
import {
  angleRanges,
  type CountingWindow,
  degreesOf,
  emptySpectrum,
  inWindow,
  type Spectrum,
  windowOf,
} from "./spectrum.js";
import { type SignalPoint, simulateBackground, simulateSignal, testMass } from "./tasks.js";

/** Events of one task. */
const CHUNK = 200_000;

/** Distance of neighbouring masses, GeV, when the user gives none. */
const STEP = 0.25;

/** Constant $a$ of Punzi's figure of merit, by which the range of polar angle is chosen. */
const PUNZI = 1.64;

/** Search for e+e- → γA′, A′ invisible: what 20 fb⁻¹ would bring. */
export const darkPhotonToInvisible: Search = {
  name: "dark-photon-to-invisible",
  title: "e+e- -> gamma A', A' invisible (projection)",
  reference: "E. Kou et al., PTEP 2019, 123C01, arXiv:1808.10567: a projection; there is no result of Belle II",
  defaults: {
    luminosity: 20,
    level: 0.9,
    method: "bayesian",
    masses: { from: 0.05, to: 9.3 },
    events: 2_400_000,
  },
  dataColumns: ["energy", "theta"],
  facts,
  async run(options, work) {
    const given = options.data === undefined ? undefined : fileData(options.data);
    const background = await simulatedBackground(options, work);
    const signals = await signalsOf(options, work);
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
    return assemble(darkPhotonToInvisible, rows, options, notes);
  },
};

/** Expected background at the luminosity of the data, in bins. */
async function simulatedBackground({ events, seed, luminosity }: SearchOptions, work: Work): Promise<Spectrum> {
  const points = sources.flatMap(({ share }, source) =>
    chunks(Math.ceil(share * events), CHUNK).map(({ count }, index) => ({
      source,
      index,
      events: count,
      seed,
      purpose: "background" as const,
    })),
  );
  const made = await work.each(`background: ${events} events`, simulateBackground, points);
  const total = emptySpectrum();
  made.forEach((spectrum, k) => {
    const { source, events: count } = points[k];
    const weight = (luminosity * count) / Math.ceil(sources[source].share * events);
    spectrum.forEach((sigma, b) => (total[b] += weight * sigma));
  });
  return total;
}

/** Signal at each mass that is wanted, or of the user's file. */
async function signalsOf({ masses, seed, signal }: SearchOptions, work: Work) {
  if (signal !== undefined) return [await fileSignal(signal, seed)];
  const step = masses.step ?? STEP;
  const n = Math.floor((masses.to - masses.from) / step + 1e-9) + 1;
  const list = Array.from({ length: n }, (_, i) => masses.from + i * step);
  const made = await work.each(
    "signal: events, detector, peak",
    simulateSignal,
    list.map((mass) => ({ mass, seed })),
  );
  return made.map((point, i) => {
    if ("reason" in point) throw new UserError(point.reason);
    return { mass: list[i], point };
  });
}

/** The window with the range of polar angle that is best by Punzi's figure of merit. */
function bestWindow(point: SignalPoint, background: Spectrum): CountingWindow {
  const candidates = angleRanges.map((angles) => {
    const window = windowOf(point, angles);
    const merit = inWindow(point.spectrum, window) / (PUNZI / 2 + Math.sqrt(inWindow(background, window)));
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
