import { couplingLimit, type CurveLimit, limitFromResults } from "@belladonna/limits";
import { alp, crossSection, gammaX } from "@belladonna/models";
import { random } from "@belladonna/stats";
import { type FileSignal, readSignal } from "../les-houches-signal.js";
import { readMasses } from "../mass-file.js";
import type { Progress } from "../progress.js";
import type { ComparedMass, LimitMethod, NamedFile, Search, SearchOptions, SearchResult } from "../search.js";
import { UserError } from "../user-error.js";
import { candidates } from "./candidates.js";
import { hypotheses, type Hypothesis, massResolution, type Shapes, simulatedMasses } from "./hypothesis.js";
import { loadPublished } from "./published.js";
import { backgroundCrossSection, beams, generateBackground, generateSignal, RECOIL_PARTICLE, see } from "./samples.js";
import { type TestedMass, testMass } from "./test-mass.js";
import { facts, type Region, regionOf, regions } from "./selection.js";
import { signalShape, type SignalShape } from "./signal-shape.js";

const REFERENCE = "Belle II, Phys. Rev. Lett. 125, 161806 (2020), arXiv:2007.13071";

/** Signal events simulated at each mass. */
const SIGNAL_EVENTS = 10_000;

/** Stream that the number of pseudo-data is drawn from. */
const PSEUDO_DATA_STREAM = 9;

/** Most pseudo-data events that are simulated one by one; at higher luminosity there is only an expected limit. */
const MOST_PSEUDO_DATA = 1_000_000;

/** Luminosity, fb⁻¹, from which the plot shows the projection to 50 ab⁻¹ of others. */
const PROJECTION_FROM = 1000;

/** Sorted values of the observable, one list a region. */
type Entries = ReadonlyMap<Region, Float64Array>;

/** Search for e+e- → γ a, a → γγ with 445 pb⁻¹. */
export const alpToPhotons: Search = {
  name: "alp-to-photons",
  title: "e+e- -> gamma a, a -> gamma gamma",
  symbols: { process: "e⁺e⁻ → γa, a → γγ", coupling: "g_aγγ [GeV⁻¹]", crossSection: "σ(e⁺e⁻ → γa) B(a → γγ) [fb]" },
  reference: REFERENCE,
  defaults: {
    luminosity: 0.445,
    level: 0.95,
    method: "profile",
    masses: { from: regions[0].from, to: regions[regions.length - 1].to },
    events: 400_000,
  },
  facts,
  async run(options, progress) {
    const data = options.data === undefined ? undefined : readMasses(options.data);
    const notes: string[] = [];
    let { masses } = options;
    let shapes: Shapes;
    if (options.signal === undefined) shapes = simulateSignal(masses, options.seed, progress);
    else {
      const signal = await readSignal(options.signal, beams);
      shapes = shapesOfFile(signal, options.signal, options.seed);
      masses = { from: signal.mass, to: signal.mass };
    }
    const { simulated, luminosity } = simulateBackground(shapes, options, progress);
    const observed = data === undefined ? pseudoData(shapes, options, progress, notes) : userData(shapes, data);
    const reach = new Map(
      [...simulated].map(([region, values]) => [region, [values[0], values[values.length - 1]] as const]),
    );
    const tested = hypotheses(masses, shapes, reach);
    const scan = progress.stage(`${tested.length} mass hypotheses`, tested.length);
    const rows: { hypothesis: Hypothesis; result: TestedMass }[] = [];
    for (const hypothesis of tested) {
      const background = simulated.get(hypothesis.region) ?? new Float64Array();
      const entries = observed?.get(hypothesis.region);
      const result = testMass(hypothesis, background, options.luminosity / luminosity, entries, options.level);
      if ("reason" in result) notes.push(`${hypothesis.mass.toFixed(3)} GeV left out: ${result.reason}`);
      else rows.push({ hypothesis, result });
      scan.step();
    }
    scan.done();
    if (rows.length === 0) throw new UserError(`no hypothesis could be tested: ${notes.join("; ")}`);
    return assemble(rows, options, notes);
  },
};

/** Simulates signal at masses of each region and fits its shape. */
function simulateSignal(masses: SearchOptions["masses"], seed: number, progress: Progress): Shapes {
  const wanted = simulatedMasses(masses.from, masses.to);
  const stage = progress.stage(
    "signal: events, detector, shape",
    wanted.reduce((n, w) => n + w.masses.length, 0),
  );
  const shapes = new Map<Region, SignalShape[]>();
  for (const { region, masses: nodes } of wanted) {
    const list: SignalShape[] = [];
    for (const mass of nodes) {
      const events = generateSignal(mass, SIGNAL_EVENTS, seed);
      const shape = signalShape(mass, candidates(see(events, seed), beams, region, RECOIL_PARTICLE), SIGNAL_EVENTS);
      if ("reason" in shape) throw new UserError(shape.reason);
      list.push(shape);
      stage.step();
    }
    shapes.set(region, list);
  }
  stage.done();
  return shapes;
}

/** The shape of signal that came from a file: one mass. */
function shapesOfFile(signal: FileSignal, file: NamedFile, seed: number): Shapes {
  const region = regionOf(signal.mass);
  if (region === undefined) {
    const [from, to] = [regions[0].from, regions[regions.length - 1].to];
    throw new UserError(`${file.name}: a mass of ${signal.mass} GeV is outside the search, ${from} to ${to} GeV`);
  }
  const { events, mass, recoilParticle } = signal;
  const shape = signalShape(mass, candidates(see(events, seed), beams, region, recoilParticle), events.length);
  if ("reason" in shape) throw new UserError(`${file.name}: ${shape.reason}`);
  return new Map([[region, [shape]]]);
}

const sortedEntries = (shapes: Shapes, sample: ReturnType<typeof see>): Entries =>
  new Map([...shapes.keys()].map((region) => [region, candidates(sample, beams, region, -1).values.sort()]));

/** Background of the Standard Model, far more of it than in the data. */
function simulateBackground(shapes: Shapes, { events, seed }: SearchOptions, progress: Progress) {
  const stage = progress.stage(`background: ${events} events e+e- -> gamma gamma gamma, detector`, 1);
  const sample = generateBackground(events, seed, "background");
  const simulated = sortedEntries(shapes, see(sample.events, seed));
  stage.done();
  return { simulated, luminosity: sample.luminosity };
}

/** Pseudo-data of the background alone, or nothing where they would be too many. */
function pseudoData(shapes: Shapes, options: SearchOptions, progress: Progress, notes: string[]): Entries | undefined {
  const expected = backgroundCrossSection() * options.luminosity;
  if (expected > MOST_PSEUDO_DATA) {
    notes.push(
      `no pseudo-data at ${options.luminosity} fb^-1 (${expected.toExponential(1)} events): expected limits only`,
    );
    return undefined;
  }
  const stage = progress.stage("pseudo-data", 1);
  const count = random(options.seed).stream(PSEUDO_DATA_STREAM).poisson(expected);
  const sample = generateBackground(count, options.seed, "pseudoData");
  const entries = sortedEntries(shapes, see(sample.events, options.seed + 1));
  stage.done();
  notes.push(`observed: pseudo-data of the background alone, seed ${options.seed}`);
  return entries;
}

/** The user's masses, squared: each is an entry of every region's observable. */
function userData(shapes: Shapes, masses: Float64Array): Entries {
  const squared = masses.map((m) => m * m).sort();
  return new Map([...shapes.keys()].map((region) => [region, squared]));
}

/** Limits, in fb and in the coupling, beside the published ones. */
async function assemble(
  rows: readonly { readonly hypothesis: Hypothesis; readonly result: TestedMass }[],
  options: SearchOptions,
  notes: readonly string[],
): Promise<SearchResult> {
  const publication = await loadPublished();
  const masses = rows.map(({ hypothesis }) => hypothesis.mass);
  // Events in the window to cross section: N = efficiency x luminosity x sigma.
  const perEvent = rows.map(({ hypothesis }) => 1 / (hypothesis.shape.efficiency * options.luminosity));
  const limits = (method: LimitMethod): CurveLimit =>
    limitFromResults(
      {
        id: `alp-to-photons-${method}`,
        observable: "sigma(e+ e- -> gamma a) BF(a -> gamma gamma)",
        unit: "fb",
        cl: options.level,
        kind: rows.every(({ result }) => result.limits[method].observed !== undefined) ? "bands" : "expected",
        method: method === "cls" ? "CLs, asymptotic" : "one-sided profile likelihood, asymptotic",
        luminosity: options.luminosity,
        portal: "alp",
        finalState: "gamma gamma",
        label: `this run, ${options.luminosity} fb\u207b\u00b9`,
        provenance: { source: "belladonna, examples, alp-to-photons", trust: "own" },
      },
      masses,
      rows.map(({ result }) => result.limits[method]),
      perEvent,
    );
  const crossSection = { profile: limits("profile"), cls: limits("cls") };
  const coupling = { profile: couplingOf(crossSection.profile), cls: couplingOf(crossSection.cls) };
  const shown = crossSection[options.method];
  const { luminosity, level } = alpToPhotons.defaults;
  const comparable = Math.abs(options.luminosity / luminosity - 1) < 0.01 && options.level === level;
  return {
    crossSection,
    coupling,
    publishedCrossSection: [publication.crossSection],
    publishedCoupling:
      options.luminosity < PROJECTION_FROM ? [publication.coupling] : [publication.coupling, publication.projection],
    masses: rows.map(({ hypothesis, result }, i): ComparedMass => ({
      mass: hypothesis.mass,
      efficiency: hypothesis.shape.efficiency,
      resolution: massResolution(hypothesis.shape),
      expected: shown.expected?.median[i] ?? Number.NaN,
      observed: result.limits[options.method].observed === undefined ? Number.NaN : shown.value[i],
      significance: result.significance,
      published: comparable ? publication.smoothed(hypothesis.mass) : Number.NaN,
    })),
    notes,
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
