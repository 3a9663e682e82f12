import { crossSection, gammaX } from "@belladonna/events";
import { couplingLimit, limitFromResults } from "@belladonna/limits";
import { darkPhoton } from "@belladonna/models";
import { random } from "@belladonna/numerics";
import { seedOf } from "../events/sample.js";
import { testWindow } from "../limit/counted.js";
import { limitInfo } from "../limit/limit-info.js";
import type { Tested } from "../limit/tested.js";
import { massSteps } from "../mass-steps.js";
import type { Search, SearchOptions, SearchResult } from "../search.js";
import { mergeCutFlows } from "../selection/cut-flow.js";
import { UserError } from "../user-error.js";
import { facts, uncertainty, window } from "./selection.js";
import { beams, CHANNEL, type Sample, simulate } from "./tasks.js";

/** Events of a task. */
const CHUNK = 5000;

/** Distance of the masses when no step is given, GeV. */
const STEP = 0.5;

/** Search for e+e- → γA′, A′ → μμ: counted in a window of the mass of the muon pair. */
export const templateName: Search = {
  name: "template-name",
  title: "e+e- -> gamma A', A' -> mu+ mu-, counted",
  reference: "the paper it redoes",
  keywords: { reactions: ["E+ E- --> GAMMA AXION < GAMMA GAMMA >"], cmEnergies: [10.58] },
  defaults: { luminosity: 100, level: 0.9, method: "cls", masses: { from: 0.5, to: 8 }, events: 10_000 },
  dataColumns: ["mass"],
  facts,
  async run(options, work) {
    const { seed, events } = options;
    if (options.data !== undefined || options.signal !== undefined) {
      throw new UserError("--data: this search reads no files yet");
    }
    const masses = massSteps(options.masses, STEP);
    const signals = await work.each(
      "signal",
      simulate,
      masses.map((mass, i) => ({ mass, events: CHUNK, seed: seedOf(seed, "signal", i) })),
    );
    const background = await work.each(
      "background",
      simulate,
      Array.from({ length: Math.ceil(events / CHUNK) }, (_, i) => ({
        mass: null,
        events: CHUNK,
        seed: seedOf(seed, "background", i),
      })),
    );
    const hypotheses = masses.map((mass, i) => testMass(mass, i, signals[i], background, options));
    return resultOf(hypotheses, options, [signals[0], ...background]);
  },
};

/** One mass: what is expected, and the limits on the number of signal events. */
interface Hypothesis {
  readonly mass: number;
  readonly background: number;
  readonly efficiency: number;
  readonly triggerEfficiency: number;
  readonly tested: Tested;
}

function testMass(
  mass: number,
  index: number,
  signal: Sample,
  parts: readonly Sample[],
  options: SearchOptions,
): Hypothesis {
  const { luminosity, inject, seed } = options;
  const inWindow = ({ masses }: Sample) => masses.filter((m) => Math.abs(m - mass) < window.value).length;
  const weight = (luminosity * parts[0].crossSection) / (CHUNK * parts.length);
  const background = weight * parts.reduce((sum, part) => sum + inWindow(part), 0);
  const efficiency = inWindow(signal) / CHUNK;
  if (efficiency === 0) throw new UserError(`no signal passes at ${mass} GeV`);
  const isInjected = inject !== undefined && Math.abs(inject.mass - mass) < window.value;
  const injected = isInjected ? inject.rate * luminosity * efficiency : 0;
  const observed = random(seedOf(seed, "pseudoData", index)).poisson(background + injected);
  const tested = testWindow({ background, uncertainty: uncertainty.value, observed }, options);
  if ("reason" in tested) throw new UserError(tested.reason);
  return { mass, background, efficiency, triggerEfficiency: signal.masses.length / signal.beforeTrigger, tested };
}

/** Limits on the cross section and on the coupling, as they are drawn. */
function resultOf(
  hypotheses: readonly Hypothesis[],
  options: SearchOptions,
  [signal, ...background]: readonly Sample[],
): SearchResult {
  const results = hypotheses.map(({ tested }) => tested);
  const limit = limitFromResults(
    {
      ...limitInfo(templateName.name, options, results),
      observable: "sigma(e+ e- -> gamma A') BF(A' -> mu+ mu-)",
      unit: "fb",
    },
    hypotheses.map(({ mass }) => mass),
    results,
    hypotheses.map(({ efficiency }) => 1 / (options.luminosity * efficiency)),
  );
  const coupling = couplingLimit(limit, {
    model: (mass, epsilon) => darkPhoton({ mass, epsilon }),
    production: (particle) => crossSection(gammaX(particle), { sqrtS: beams.sqrtS }).value,
    channel: CHANNEL,
    coupling: "epsilon",
    range: [1e-6, 1],
    scaling: "quadratic",
  });
  const drawn = { process: "e⁺e⁻ → γA′, A′ → μμ", particle: "A′", published: [], projections: [] };
  const masses = hypotheses.map(({ tested, ...rest }, i) => ({
    ...rest,
    resolution: Number.NaN,
    expected: limit.expected?.median[i] ?? Number.NaN,
    observed: limit.value[i],
    significance: tested.significance,
    published: Number.NaN,
  }));
  return {
    measured: [{ ...drawn, name: "cross-section", axis: "$σ$(e⁺e⁻ → γA′) $B$(A′ → μμ) [fb]", limit, masses }],
    interpreted: [{ ...drawn, name: "coupling", axis: "$ε$", limit: coupling }],
    cutFlows: [signal.flow, mergeCutFlows(background.map(({ flow }) => flow))],
    notes: ["observed: pseudo-data of the background"],
  };
}
