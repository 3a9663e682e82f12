import { histFactory, workspaceFrom } from "@belladonna/histfactory";
import type { HistFactory, SampleHistograms, Systematic } from "@belladonna/histfactory";
import { square } from "@belladonna/numerics/elementary";
import { luminosity as publishedLuminosity } from "./published.js";
import { binCount } from "./selection.js";
import { combined, type Spectrum } from "./spectrum.js";
import {
  identification,
  misidentification,
  momentumEdges,
  quarks as quarkPairs,
  quarksUncertainty,
  simulatedLuminosity,
  tagNeutrals,
  tracking,
  triggerInefficiency,
} from "./systematics.js";

/** Parameter of interest: the ratio of branching fractions, to α and to neutrinos. */
export const RATIO = "ratio";

/** What a hypothesis is tested with: spectra for 1 fb⁻¹. */
export interface Templates {
  /** The signal where it is as frequent as the decay to neutrinos. */
  readonly alpha: Spectrum;
  /** The decay to a lepton and neutrinos. */
  readonly neutrinos: Spectrum;
  /** Hadrons taken for leptons. */
  readonly hadrons: Spectrum;
}

/** Whose finite statistics the likelihood takes account of. */
export type Simulation =
  /** That of this run: for data that do not come from it. */
  | "own"
  /** That of an experiment, {@link simulatedLuminosity}: for pseudo-data, of which the templates of this run are the truth. */
  | "experiment";

/** Fewest expected and fewest simulated events of a bin. */
const FEWEST = 10;

/** The bins that are fitted: those between the first and the last with events enough. */
export function fittedBins({ neutrinos }: Pick<Templates, "neutrinos">, luminosity: number): number[] {
  const { nominal, variance } = neutrinos;
  const enough = Array.from(nominal, (n, b) => n * luminosity >= FEWEST && n * n >= FEWEST * variance[b]);
  const [first, last] = [enough.indexOf(true), enough.lastIndexOf(true)];
  // A hole between them would have no error to speak of.
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((b) => nominal[b] > 0);
}

/**
 * The likelihood of a hypothesis: signal with a free ratio to $\tau\to\ell\nu\nu$, whose rate is free; hadrons; quark pairs.
 *
 * The nuisance parameters shift events from bin to bin, together for signal and background; one a bin takes the finite
 * statistics of the simulated background (Barlow and Beeston, the short form).
 * @param templates - Spectra for 1 fb⁻¹.
 * @param luminosity - fb⁻¹.
 * @param simulation - Whose statistics.
 * @returns The likelihood of what is expected without signal.
 * @throws WorkspaceError when a template is not usable.
 */
export function likelihoodOf(templates: Templates, luminosity: number, simulation: Simulation): HistFactory {
  const bins = fittedBins(templates, luminosity);
  const { alpha, neutrinos, hadrons } = templates;
  const quarks = combined([{ spectrum: hadrons, factor: (quarkPairs.value * sum(neutrinos)) / sum(hadrons) }]);
  const values = (column: Float64Array): number[] => bins.map((b) => luminosity * column[b]);
  const simulated = simulatedLuminosity.value * Math.max(1, luminosity / publishedLuminosity.value);
  const errors = ({ nominal, variance }: Spectrum): number[] =>
    bins.map((b) => luminosity * Math.sqrt(simulation === "own" ? variance[b] : nominal[b] / simulated));
  const factor = (name: string, by: number): Systematic => ({ name, up: 1 + by, down: 1 - by });
  const samples: SampleHistograms[] = [
    {
      name: "alpha",
      data: values(alpha.nominal),
      factors: [RATIO, "neutrinos"],
      systematics: shiftsOf(alpha, values),
    },
    {
      name: "neutrinos",
      data: values(neutrinos.nominal),
      errors: errors(neutrinos),
      factors: ["neutrinos"],
      systematics: shiftsOf(neutrinos, values),
    },
    {
      name: "hadrons",
      data: values(hadrons.nominal),
      errors: errors(hadrons),
      systematics: [factor("misidentification", misidentification.value)],
    },
    {
      name: "quarks",
      data: values(quarks.nominal),
      systematics: [factor("quarks", quarksUncertainty.value)],
    },
  ];
  const expected = bins.map((_, b) => samples.slice(1).reduce((total, { data }) => total + data[b], 0));
  return histFactory(
    workspaceFrom({
      poi: RATIO,
      measurement: "search",
      parameters: [{ name: RATIO, inits: [1e-3], bounds: [[0, 10]] }],
      channels: [{ name: "x", observed: expected, statistics: "simulation", samples }],
    }),
  );
}

/** How the systematic uncertainties shift a spectrum. */
function shiftsOf(spectrum: Spectrum, values: (column: Float64Array) => number[]): Systematic[] {
  const nominal = values(spectrum.nominal);
  /** Up by `delta` and down by as much. */
  const symmetric = (name: string, delta: readonly number[]): Systematic => ({
    name,
    up: nominal.map((n, b) => n + delta[b]),
    down: nominal.map((n, b) => n - delta[b]),
    separate: false,
  });
  const scaled = (column: Float64Array, by: number): number[] => values(column).map((n) => by * n);
  const bins = binCount.value;
  const perTrack = Math.sqrt(square(identification.value) + square(tracking.value));
  const untriggered = spectrum.untriggered.map((n, b) => n - spectrum.nominal[b]);
  const moved = spectrum.scaledUp.map((n, b) => 0.5 * (n - spectrum.scaledDown[b]));
  return [
    ...Array.from({ length: momentumEdges.value.length + 1 }, (_, k) =>
      symmetric(`identification${k}`, scaled(spectrum.byMomentum.subarray(k * bins, (k + 1) * bins), perTrack)),
    ),
    symmetric("momentum", values(moved)),
    symmetric("trigger", scaled(untriggered, triggerInefficiency.value)),
    symmetric("tag", scaled(spectrum.withNeutrals, tagNeutrals.value)),
  ];
}

const sum = ({ nominal }: Spectrum): number => nominal.reduce((total, n) => total + n, 0);
