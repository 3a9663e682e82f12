import { couplingLimit, type CurveLimit, limitFromResults } from "@belladonna/limits";
import { alp, crossSection, gammaX } from "@belladonna/models";
import { random } from "@belladonna/stats";
import { readSignal } from "../les-houches-signal.js";
import { readMasses } from "../mass-file.js";
import type { Progress } from "../progress.js";
import type { ComparedMass, LimitMethod, NamedFile, Search, SearchOptions } from "../search.js";
import { UserError } from "../user-error.js";
import { candidates } from "./candidates.js";
import { hypotheses, type Hypothesis, massResolution, reachOf, type Shapes, simulatedMasses } from "./hypothesis.js";
import { loadPublished } from "./published.js";
import { backgroundCrossSection, beams, generateBackground, generateSignal, RECOIL_PARTICLE, see } from "./samples.js";
import { type TestedMass, testMass } from "./test-mass.js";
import { facts, type Region, regionOf, regions } from "./selection.js";
import { signalShape, type SignalShape } from "./signal-shape.js";

const REFERENCE = "Belle II, Phys. Rev. Lett. 125, 161806 (2020), arXiv:2007.13071";

/** Signal events simulated at each mass. */
const SIGNAL_EVENTS = 10_000;

/** Most pseudo-data events that are simulated one by one; at higher luminosity there is only an expected limit. */
const MOST_PSEUDO_DATA = 1_000_000;

/** Sorted values of the observable, one list a region. */
type Entries = ReadonlyMap<Region, Float64Array>;

/** Search for e+e- → γ a, a → γγ with 445 pb⁻¹. */
export const alpToPhotons: Search = {
  name: "alp-to-photons",
  title: "e+e- -> gamma a, a -> gamma gamma",
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
    const fileSignal = options.signal === undefined ? undefined : await readSignal(options.signal, beams);
    const data = options.data === undefined ? undefined : readMasses(options.data);
    const masses = fileSignal === undefined ? options.masses : { from: fileSignal.mass, to: fileSignal.mass };
    if (regionOf(masses.from) === undefined) {
      throw new UserError(`${options.signal?.name ?? "mass"}: ${masses.from} GeV is outside the search, 0.2 to 9.7 GeV`);
    }
    const notes: string[] = [];
    const shapes =
      fileSignal === undefined
        ? simulateSignal(masses, options.seed, progress)
        : shapesOfFile(fileSignal, options);
    const { simulated, luminosity } = simulateBackground(shapes, options, progress);
    const observed = data === undefined ? pseudoData(shapes, options, progress, notes) : userData(shapes, data);
    const reach = new Map([...simulated].map(([region, values]) => [region, [values[0], values[values.length - 1]] as const]));
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
