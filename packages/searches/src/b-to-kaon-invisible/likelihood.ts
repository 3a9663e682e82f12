import { histFactory, workspaceFrom } from "@belladonna/histfactory";
import type { HistFactory, SampleHistograms, Systematic } from "@belladonna/histfactory";
import { luminosity as published, luminosityBelow, neutrinoUncertainty } from "./published.js";
import type { NineBins, Source } from "./published-yields.js";
import {
  continuumShift,
  normalisation,
  pairCount,
  pairShifts,
  type Shift,
  signalEfficiency,
  signalUnmatched,
} from "./systematics.js";
import { ofPairs, type Templates } from "./templates.js";

/** Parameter of interest: the branching fraction, in this unit. */
export const FRACTION = { name: "branchingFraction", unit: 1e-6 } as const;

/** Events below which a bin of a template is none. */
const NONE = 1e-9;

/**
 * The likelihood of a hypothesis: nine bins at the resonance and, for the continuum alone, the same below it.
 *
 * Each background has a free normalisation with a wide constraint; shapes as published; one parameter a bin takes the
 * statistics of the simulation, which grow with the data beyond the published ones.
 * @param templates - Templates per fb⁻¹.
 * @param luminosity - fb⁻¹ at the resonance; that below it is the same part of it as published.
 * @returns The likelihood of what is expected without signal; its data are the bins at the resonance, then those below it.
 */
export function likelihoodOf(templates: Templates, luminosity: number): HistFactory {
  const { signal, neutrinos, backgrounds, scaling } = templates;
  const below = luminosityBelow.value / published.value;
  const statistics = 1 / Math.sqrt(Math.max(1, luminosity / published.value));
  const times = (x: NineBins, by: number): number[] => x.map((n) => Math.max(NONE, by * n));
  const ofSignal = (data: readonly number[]): Systematic[] => [
    factor("pairs", pairCount.value),
    factor("signalEfficiency", signalEfficiency.value),
    shape("unmatchedSignal", signalUnmatched.value, data),
  ];
  const x = times(signal, luminosity * FRACTION.unit);
  const samples: SampleHistograms[] = [{ name: "X", data: x, factors: [FRACTION.name], systematics: ofSignal(x) }];
  if (neutrinos !== undefined) {
    const data = times(neutrinos, luminosity);
    const theory = factor("neutrinos", neutrinoUncertainty.value);
    samples.push({ name: "neutrinos", data, systematics: [...ofSignal(data), theory] });
  }
  const backgroundAt = (source: Source, scale: number): SampleHistograms => {
    const data = times(backgrounds[source].events, scale);
    const shifts: readonly Shift[] = ofPairs(source) ? pairShifts : [continuumShift];
    return {
      name: source,
      data,
      errors: times(backgrounds[source].errors, scale * statistics),
      systematics: [
        factor(`normalisation_${source}`, normalisation.value),
        ...(ofPairs(source) ? [factor("pairs", pairCount.value)] : []),
        ...shifts.map(({ name, factors }) => shape(name, factors.value, data)),
        ...(scaling ?? []).map((error, r) =>
          shape(
            `candidates${r}`,
            data.map((_, b) => (b % (scaling?.length ?? 1) === r ? 1 + error : 1)),
            data,
          ),
        ),
      ],
    };
  };
  const sources = Object.keys(backgrounds) as Source[];
  samples.push(...sources.map((source) => backgroundAt(source, luminosity)));
  const continuum = sources
    .filter((source) => !ofPairs(source))
    .map((source) => backgroundAt(source, below * luminosity));
  return histFactory(
    workspaceFrom({
      poi: FRACTION.name,
      measurement: "search",
      parameters: [{ name: FRACTION.name, inits: [1], bounds: [[0, 1e4]] }],
      channels: [
        { name: "atResonance", observed: sumOf(samples.slice(1)), samples },
        { name: "belowResonance", observed: sumOf(continuum), samples: continuum },
      ],
    }),
  );
}

const sumOf = (samples: readonly SampleHistograms[]): number[] =>
  samples[0].data.map((_, b) => samples.reduce((total, { data }) => total + data[b], 0));

const factor = (name: string, by: number): Systematic => ({ name, up: 1 + by, down: 1 - by });

/** One deviation up as published, and down by as much. */
const shape = (name: string, factors: readonly number[], data: readonly number[]): Systematic => ({
  name,
  up: data.map((n, b) => n * factors[b]),
  down: data.map((n, b) => n * (2 - factors[b])),
  separate: false,
});
