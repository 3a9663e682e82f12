import { type EventTable, eventMask, fourVector, selectedRows, takeEvents } from "@belladonna/kinematics";
import { couplingLimit, type CurveLimit, type Limit, limitFromResults, logLogInterpolate, published } from "@belladonna/limits";
import { darkPhoton } from "@belladonna/models";
import { random } from "@belladonna/stats";
import { readColumns } from "../columns-file.js";
import { readSignal } from "../les-houches-signal.js";
import { asPublished, limitInfo } from "../limit-info.js";
import { publishedCurve } from "../published-curve.js";
import { chunks, see, seedOf } from "../sample.js";
import type { ComparedMass, NamedFile, Search, SearchOptions, SearchResult } from "../search.js";
import type { Tested } from "../tested.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import { candidates } from "./candidates.js";
import { beams, generateSignal, REFERENCE_MIXING, SIGNAL_PHOTON, sources } from "./samples.js";
import { facts } from "./selection.js";
import { angleRanges, type CountingWindow, degreesOf, emptySpectrum, fill, inWindow, type Spectrum, windowOf } from "./spectrum.js";
import { signalPoint, type SignalPoint, simulateBackground, simulateSignal, testMass } from "./tasks.js";

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
    const background = await simulatedBackground(options, work);
    const signals = await signalsOf(options, work);
    const { data, note } = dataOf(options, background);
    const notes = [note];
    const hypotheses = signals.map(({ mass, point }): Hypothesis => {
      const window = bestWindow(point, background);
      return { mass, point, window, background: inWindow(background, window) };
    });
    const points = hypotheses.map(({ window, background: b }, i) => ({
      background: b,
      ...(data === undefined ? {} : { observed: inWindow(data, window) }),
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
    return assemble(rows, options, notes);
  },
};

/** A mass with its signal, the window it is counted in and the background there. */
interface Hypothesis {
  readonly mass: number;
  readonly point: SignalPoint;
  readonly window: CountingWindow;
  readonly background: number;
}

interface Row extends Hypothesis {
  readonly result: Tested;
}

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

/** Signal of a file: its events with the photon within the cuts of our signal, whose cross section is ours. */
async function fileSignal(file: NamedFile, seed: number) {
  const { events: all, mass, mediator } = await readSignal(file, beams);
  const { offsets, particles: p } = all;
  const rows = Array.from({ length: offsets[1] - offsets[0] }, (_, k) => offsets[0] + k);
  const lasting = rows.filter((k) => p.status[k] === 1);
  const photons = lasting.filter((k) => p.pdgId[k] === 22);
  const charged = lasting.filter((k) => CHARGED.has(Math.abs(p.pdgId[k])));
  if (photons.length !== 1 || p.pdgId[offsets[0] + mediator] === 22 || charged.length > 0) {
    throw new UserError(`${file.name}: event 1 is not e- e+ > gamma and something invisible`);
  }
  const events = takeEvents(all, selectedRows(withinCuts(all, photons[0] - offsets[0])));
  if (events.length === 0) throw new UserError(`${file.name}: no photon is within the cuts of the signal`);
  const own = generateSignal(mass, 2000, seedOf(seed, "signal"));
  const point = signalPoint(events, seed, mass, own.crossSection.value / REFERENCE_MIXING ** 2);
  if ("reason" in point) throw new UserError(`${file.name}: ${point.reason}`);
  return { mass, point };
}

/** Particles that an invisible decay does not leave. */
const CHARGED = new Set([11, 13, 15, 211, 321, 2212]);

/** Which events have their photon, particle `at` of each, within the cuts of the signal. */
function withinCuts(events: EventTable, at: number): Uint8Array {
  const { energy, cosTheta } = SIGNAL_PHOTON;
  return eventMask(events, ({ start, particles: { px, py, pz, e } }) => {
    const k = start + at;
    const v = beams.toCms(fourVector({ px: px[k], py: py[k], pz: pz[k], m: 0 }), { convention: "boost-and-rotate" });
    return e[k] > 0 && v.e > energy && Math.abs(v.pz) < cosTheta * v.e;
  });
}

/**
 * The user's data, or pseudo-data. These are Poisson numbers in the bins of the expectation, however many, so that no
 * luminosity is too large.
 */
function dataOf(options: SearchOptions, background: Spectrum): { readonly data: Spectrum; readonly note: string } {
  const { data: file, luminosity, seed, inject } = options;
  const data = emptySpectrum();
  if (file !== undefined) {
    const [energy, theta] = readColumns(file, ["energy", "theta"]);
    energy.forEach((e, i) => {
      const s = beams.sqrtS * beams.sqrtS;
      fill(data, s - 2 * beams.sqrtS * e, (theta[i] * Math.PI) / 180, 1);
    });
    return { data, note: `observed: ${file.name}` };
  }
  const r = random(seedOf(seed, "pseudoData"));
  background.forEach((expected, b) => (data[b] = expected > 0 ? r.poisson(expected) : 0));
  const note = `observed: pseudo-data of the background, seed ${seed}`;
  if (inject === undefined) return { data, note };
  const own = seedOf(seed, "pseudoData", Math.round(1e6 * inject.mass));
  const count = random(own).poisson(inject.rate * luminosity);
  const events = generateSignal(inject.mass, count, own);
  const { recoilSquared, theta, triggered } = candidates(see(events, own), beams);
  recoilSquared.forEach((m2, i) => {
    if (triggered[i] === 1) fill(data, m2, theta[i], 1);
  });
  return { data, note: `${note}, with a signal of ${inject.rate} fb at ${inject.mass} GeV` };
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

/** Limits, in fb and in the mixing, beside the projection and what others have measured. */
async function assemble(rows: readonly Row[], options: SearchOptions, notes: readonly string[]): Promise<SearchResult> {
  const projection = await publishedCurve("darkphoton_inv_belle2_20fb_projection_eps", "1");
  const others: Limit[] = [projection, await published.get("BaBar_darkphoton_invisible_2017")];
  const results = rows.map(({ result }) => result);
  const efficiency = rows.map(({ point, window }) => inWindow(point.spectrum, window));
  const limit = limitFromResults(
    {
      ...limitInfo(darkPhotonToInvisible.name, options, results),
      observable: `sigma(e+ e- -> gamma A') BF(A' -> invisible), |cos theta*| < ${SIGNAL_PHOTON.cosTheta}`,
      unit: "fb",
      portal: "dark-photon",
      finalState: "invisible",
    },
    rows.map(({ mass }) => mass),
    results,
    efficiency.map((e) => 1 / (e * options.luminosity)),
  );
  const comparable = asPublished(options, darkPhotonToInvisible.defaults);
  const process = "e⁺e⁻ → γA′, A′ invisible";
  const expected = limit.expected?.median ?? [];
  return {
    measured: [
      {
        name: "cross-section",
        process,
        axis: `σ(e⁺e⁻ → γA′), |cos θ*| < ${SIGNAL_PHOTON.cosTheta} [fb]`,
        limit,
        published: [],
        projections: [],
        masses: rows.map(({ mass, point, window, background, result }, i): ComparedMass => ({
          mass,
          efficiency: efficiency[i],
          triggerEfficiency: efficiency[i] / inWindow(point.untriggered, window),
          resolution: point.sigma / (2 * mass),
          background,
          expected: expected[i] ?? Number.NaN,
          observed: result.observed === undefined ? Number.NaN : limit.value[i],
          significance: result.significance,
          published: comparable ? projected(projection, mass) ** 2 * point.perMixing : Number.NaN,
        })),
      },
    ],
    interpreted: [
      {
        name: "mixing",
        process,
        axis: "ε",
        limit: mixingOf(limit, new Map(rows.map(({ mass, point }) => [mass, point.perMixing]))),
        published: others,
        projections: [],
      },
    ],
    notes: [
      ...notes,
      'what is called published here is the projection to 20 fb^-1 of arXiv:1808.10567 ("Belle II Physics Book"), with our cross section',
    ],
  };
}

/** The projection at a mass, `NaN` outside. */
const projected = ({ mass, value }: CurveLimit, m: number): number =>
  m >= mass[0] && m <= mass[mass.length - 1] ? logLogInterpolate(mass, value, m) : Number.NaN;

/** The cross section is proportional to the mixing squared; radiation is in it. */
function mixingOf(limit: CurveLimit, perMixing: ReadonlyMap<number, number>): Limit {
  return couplingLimit(limit, {
    model: (mass, epsilon) => darkPhoton({ mass, epsilon }),
    production: (_photon, mass, epsilon) => (perMixing.get(mass) ?? Number.NaN) * epsilon * epsilon,
    coupling: "epsilon",
    range: [1e-8, 1],
    scaling: "quadratic",
  });
}
