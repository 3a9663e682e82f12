import { couplingLimit, type CurveLimit, limitFromResults } from "@belladonna/limits";
import { alp } from "@belladonna/models";
import { crossSection, gammaX } from "@belladonna/events";
import { countsIn, entriesIn, expectedNear } from "../bump-hunt/window-fit.js";
import { someFlows } from "../bump-hunt/signal-flows.js";
import { readColumns } from "../events/columns-file.js";
import { isFromBeams, readSignal } from "../events/les-houches-signal.js";
import { asPublished, limitInfo } from "../limit/limit-info.js";
import { besidePublished, smoothed } from "../limit/published-curve.js";
import { see } from "../events/sample.js";
import type { ComparedMass, NamedFile, Search, SearchOptions, SearchResult } from "../search.js";
import type { Tested } from "../limit/tested.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import { pseudoData, type Sample, simulatedBackground, userData } from "./background.js";
import { facts } from "./facts.js";
import { fitWindow } from "./fit.js";
import { hypotheses, type Hypothesis, massResolution, simulatedMasses } from "./hypothesis.js";
import { loadPublished } from "./published.js";
import { beams } from "./samples.js";
import { type Region, regionOf } from "./regions.js";
import { level, luminosity as dataLuminosity, massRange, simulation } from "./selection.js";
import type { SimulatedShape } from "./signal-shape.js";
import { shapeOf, simulateSignal, testHypothesis, type TestPoint } from "./tasks.js";

/** Search for e+e- → γ a, a → γγ with 445 pb⁻¹. */
export const alpToPhotons: Search = {
  name: "alp-to-photons",
  title: "e+e- -> gamma a, a -> gamma gamma",
  reference: "Belle II, Phys. Rev. Lett. 125, 161806 (2020), arXiv:2007.13071",
  defaults: {
    luminosity: dataLuminosity.value,
    level: level.value,
    method: "profile",
    masses: { from: massRange.value[0], to: massRange.value[1] },
    events: 250_000,
  },
  dataColumns: ["mass"],
  facts,
  async run(options, work) {
    const read = options.data === undefined ? undefined : readColumns(options.data, ["mass"])[0];
    const { shapes, masses } =
      options.signal === undefined
        ? { shapes: await signalShapes(options, work), masses: options.masses }
        : await shapesOfFile(options.signal, options.seed);
    const list = [...shapes.keys()];
    const { simulated, luminosity, flows } = await simulatedBackground(list, options, work);
    const { data, note } = read === undefined ? await pseudoData(list, options, work) : userData(list, read);
    const notes = [note];
    const points = hypotheses(masses, shapes, endsOf(simulated)).map((hypothesis, i): TestPoint => {
      const entries = data?.get(hypothesis.region);
      const window = fitWindow(hypothesis);
      return {
        hypothesis,
        simulated: countsIn(window, simulated.get(hypothesis.region) ?? new Float64Array()),
        scale: options.luminosity / luminosity,
        ...(entries === undefined ? {} : { data: entriesIn(window, entries) }),
        method: options.method,
        level: options.level,
        toys: options.toys,
        seed: options.seed + i,
      };
    });
    const results = await work.each(`${points.length} mass hypotheses`, testHypothesis, points);
    const rows: Row[] = [];
    results.forEach((result, i) => {
      const { hypothesis, simulated: counts, scale } = points[i];
      if ("reason" in result) notes.push(`${hypothesis.mass.toFixed(3)} GeV left out: ${result.reason}`);
      else rows.push({ hypothesis, result, background: expectedNear(fitWindow(hypothesis), counts, scale) });
    });
    if (rows.length === 0) throw new UserError(`no hypothesis could be tested: ${notes.join("; ")}`);
    const cutFlows = [...someFlows([...shapes.values()].flat()), ...flows];
    return { ...(await limitsOf(rows, options)), cutFlows, notes };
  },
};

/** A hypothesis, its limits, and the expected background within two resolutions. */
interface Row {
  readonly hypothesis: Hypothesis;
  readonly result: Tested;
  readonly background: number;
}

type ShapesWithFlows = ReadonlyMap<Region, readonly SimulatedShape[]>;

/** Simulates signal at masses of each region and fits its shape. */
async function signalShapes({ masses, seed }: SearchOptions, work: Work): Promise<ShapesWithFlows> {
  const wanted = simulatedMasses(masses.from, masses.to);
  const points = wanted.flatMap(({ region, masses: nodes }) => nodes.map((mass) => ({ mass, region, seed })));
  const made = await work.each("signal: events, detector, shape", simulateSignal, points);
  const shapes = new Map<Region, SimulatedShape[]>(wanted.map(({ region }) => [region, []]));
  made.forEach((shape, i) => {
    if ("reason" in shape) throw new UserError(shape.reason);
    shapes.get(points[i].region)?.push(shape);
  });
  return shapes;
}

/** The shape of signal that came from a file: one mass. */
async function shapesOfFile(file: NamedFile, seed: number) {
  const { events, mass, mediator } = await readSignal(file, beams);
  const { offsets, particles } = events;
  const final = Array.from({ length: offsets[1] - offsets[0] }, (_, k) => k).filter(
    (k) => particles.status[offsets[0] + k] === 1,
  );
  // The photon of the process comes before those of the radiation.
  const recoiling = final.filter((k) => isFromBeams(particles, offsets[0] + k));
  const pair = final.filter((k) => particles.mother[offsets[0] + k] === mediator);
  const photons = final.every((k) => particles.pdgId[offsets[0] + k] === 22);
  if (pair.length !== 2 || recoiling.length === 0 || pair.length + recoiling.length < final.length || !photons) {
    throw new UserError(`${file.name}: event 1 is not e- e+ > gamma X, X > gamma gamma`);
  }
  const region = regionOf(mass);
  if (region === undefined) {
    const [from, to] = massRange.value;
    throw new UserError(`${file.name}: a mass of ${mass} GeV is outside the search, ${from} to ${to} GeV`);
  }
  const seen = see(events, seed, simulation.detector);
  const shape = shapeOf(seen, mass, region, recoiling[0], `signal of ${file.name}`);
  if ("reason" in shape) throw new UserError(`${file.name}: ${shape.reason}`);
  return { shapes: new Map([[region, [shape]]]), masses: { from: mass, to: mass } };
}

/** Ends of the observable in each region. */
const endsOf = (sample: Sample): Map<Region, readonly [number, number]> =>
  new Map([...sample].map(([region, values]) => [region, [values[0], values[values.length - 1]]]));

/** Limits, in fb and in the coupling, beside the published ones. */
async function limitsOf(
  rows: readonly Row[],
  options: SearchOptions,
): Promise<Pick<SearchResult, "measured" | "interpreted">> {
  const publication = await loadPublished();
  const limit = limitFromResults(
    {
      ...limitInfo(
        alpToPhotons.name,
        options,
        rows.map(({ result }) => result),
      ),
      observable: "sigma(e+ e- -> gamma a) BF(a -> gamma gamma)",
      unit: "fb",
      portal: "alp",
      finalState: "gamma gamma",
    },
    rows.map(({ hypothesis }) => hypothesis.mass),
    rows.map(({ result }) => result),
    // Events in the window to cross section: N = efficiency x luminosity x sigma.
    rows.map(({ hypothesis }) => 1 / (hypothesis.shape.efficiency * options.luminosity)),
  );
  const comparable = asPublished(options, alpToPhotons.defaults);
  const process = "e⁺e⁻ → γa, a → γγ";
  const coupling = couplingOf(limit);
  return {
    measured: [
      {
        name: "cross-section",
        process,
        axis: "σ(e⁺e⁻ → γa) B(a → γγ) [fb]",
        limit,
        published: [publication.crossSection],
        projections: [],
        masses: rows.map(({ hypothesis, result, background }, i): ComparedMass => ({
          mass: hypothesis.mass,
          efficiency: hypothesis.shape.efficiency,
          triggerEfficiency: hypothesis.shape.triggerEfficiency,
          resolution: massResolution(hypothesis.shape),
          background,
          expected: limit.expected?.median[i] ?? Number.NaN,
          observed: result.observed === undefined ? Number.NaN : limit.value[i],
          significance: result.significance,
          published: comparable ? smoothed(publication.crossSection, hypothesis.mass) : Number.NaN,
        })),
      },
    ],
    interpreted: [
      {
        name: "coupling",
        process,
        axis: "g_aγγ [GeV⁻¹]",
        limit: coupling,
        published: [publication.coupling],
        projections: [publication.projection],
        ...(comparable ? { masses: besidePublished(coupling, publication.coupling) } : {}),
      },
    ],
  };
}

/** sigma proportional to the coupling squared, with the closed-form cross section at the nominal energy. */
function couplingOf(limit: CurveLimit): CurveLimit {
  const converted = couplingLimit(limit, {
    model: (mass, gPhoton) => alp({ mass, gPhoton }),
    production: (particle) => crossSection(gammaX(particle), { sqrtS: beams.sqrtS }).value,
    channel: "gamma gamma",
    coupling: "gPhoton",
    unit: "GeV^-1",
    range: [1e-8, 1],
    scaling: "quadratic",
  });
  if (converted.shape !== "curve") throw new TypeError("an ALP limit in its photon coupling is a curve");
  return converted;
}
