import { couplingLimit, type CurveLimit } from "@belladonna/limits";
import { alp } from "@belladonna/models";
import { crossSection, gammaX } from "@belladonna/events";
import { comparedMasses, crossSectionLimit } from "../bump-hunt/measured.js";
import { runScan, type ScanRow } from "../bump-hunt/run-scan.js";
import { type PeakWithFlow, someFlows } from "../bump-hunt/signal-flows.js";
import { readColumns } from "../events/columns-file.js";
import { isFromBeams, readSignal } from "../events/les-houches-signal.js";
import { see } from "../events/sample.js";
import { shareAsPublished } from "../limit/as-published.js";
import { isComparable, limitInfo } from "../limit/limit-info.js";
import { besidePublished, smoothed } from "../limit/published-curve.js";
import type { NamedFile, Search, SearchOptions, SearchResult } from "../search.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import { pseudoData, simulatedBackground, userData } from "./background.js";
import { facts } from "./facts.js";
import { loadPublished } from "./published.js";
import { type Region, regionOf, regions, signalMasses } from "./regions.js";
import { beams } from "./samples.js";
import { level, luminosity, massRange, simulation } from "./selection.js";
import { stretchOf } from "./stretches.js";
import { peakOf, simulateSignal } from "./tasks.js";

/** Search for e+e- → γ a, a → γγ with 445 pb⁻¹. */
export const alpToPhotonsSearch: Search = {
  name: "alp-to-photons",
  title: "e+e- -> gamma a, a -> gamma gamma",
  reference: "Belle II, Phys. Rev. Lett. 125, 161806 (2020), arXiv:2007.13071",
  keywords: { reactions: ["E+ E- --> GAMMA AXION < GAMMA GAMMA >"], cmEnergies: [10.58] },
  defaults: {
    luminosity: luminosity.value,
    level: level.value,
    method: "cls",
    masses: { from: massRange.value[0], to: massRange.value[1] },
    events: 250_000,
  },
  conventions:
    "vacuum polarisation is left out where a rate is read as a coupling (recalled: generators of the time have the fine-structure constant at zero momentum)",
  dataColumns: ["mass"],
  facts,
  async run(options, work) {
    const read = options.data === undefined ? undefined : readColumns(options.data, ["mass"])[0];
    const { peaks, masses } =
      options.signal === undefined
        ? { peaks: await simulatedPeaks(options, work), masses: options.masses }
        : await peakOfFile(options.signal, options.seed);
    // Of all regions, whatever the masses: a run of others finds it in the cache.
    const background = await simulatedBackground(regions, options, work);
    const { data, note } = read === undefined ? pseudoData(background, options) : userData(regions, read);
    const stretches = [...background.regions].flatMap(([region, simulated]) => {
      const own = peaks.get(region);
      return own === undefined ? [] : [stretchOf(region, masses, own, simulated, data?.get(region))];
    });
    const { rows, notes } = await runScan("scan", stretches, options, work);
    return {
      ...(await limitsOf(rows, options)),
      cutFlows: [...someFlows([...peaks.values()].flat()), ...background.flows],
      notes: [note, ...notes],
    };
  },
};

/** Signal at masses of each region, ascending. */
type Peaks = ReadonlyMap<Region, readonly PeakWithFlow[]>;

/** Simulates signal at masses of each region and fits its peaks. */
async function simulatedPeaks({ masses, seed }: SearchOptions, work: Work): Promise<Peaks> {
  const wanted = signalMasses(masses.from, masses.to);
  const points = wanted.flatMap(({ region, masses: nodes }) => nodes.map((mass) => ({ mass, region, seed })));
  const made = await work.each("signal: events, detector, shape", simulateSignal, points);
  const peaks = new Map<Region, PeakWithFlow[]>(wanted.map(({ region }) => [region, []]));
  made.forEach((peak, i) => {
    if ("reason" in peak) throw new UserError(peak.reason);
    peaks.get(points[i].region)?.push(peak);
  });
  return peaks;
}

/** The peak of signal that came from a file: one mass. */
async function peakOfFile(
  file: NamedFile,
  seed: number,
): Promise<{ readonly peaks: Peaks; readonly masses: SearchOptions["masses"] }> {
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
  const peak = peakOf(seen, mass, region, recoiling[0], `signal of ${file.name}`);
  if ("reason" in peak) throw new UserError(`${file.name}: ${peak.reason}`);
  return { peaks: new Map([[region, [peak]]]), masses: { from: mass, to: mass } };
}

/** Limits, in fb and in the coupling, beside the published ones. */
async function limitsOf(
  rows: readonly ScanRow[],
  options: SearchOptions,
): Promise<Pick<SearchResult, "measured" | "interpreted">> {
  const publication = await loadPublished();
  const limit = crossSectionLimit(
    {
      ...limitInfo(
        alpToPhotonsSearch.name,
        options,
        rows.map(({ result }) => result),
      ),
      observable: "sigma(e+ e- -> gamma a) BF(a -> gamma gamma)",
      unit: "fb",
      portal: "alp",
      finalState: "gamma gamma",
    },
    rows,
    options.luminosity,
  );
  const comparable = isComparable(options, alpToPhotonsSearch.defaults);
  const process = "e⁺e⁻ → γa, a → γγ";
  const coupling = couplingOf(limit, options);
  return {
    measured: [
      {
        name: "cross-section",
        process,
        axis: "$σ$(e⁺e⁻ → γa) $B$(a → γγ) [fb]",
        particle: "a",
        limit,
        published: [publication.crossSection],
        projections: [],
        masses: comparedMasses(rows, limit, Math.sqrt, (mass) =>
          comparable ? smoothed(publication.crossSection, mass) : Number.NaN,
        ),
      },
    ],
    interpreted: [
      {
        name: "coupling",
        process,
        axis: "$g_{aγγ}$ [GeV⁻¹]",
        particle: "a",
        limit: coupling,
        published: [publication.coupling],
        projections: [publication.projection],
        ...(comparable ? { masses: besidePublished(coupling, publication.coupling) } : {}),
      },
    ],
  };
}

/** sigma proportional to the coupling squared, with the closed-form cross section at the nominal energy. */
function couplingOf(limit: CurveLimit, options: SearchOptions): CurveLimit {
  const share = shareAsPublished(options, beams.sqrtS);
  const converted = couplingLimit(limit, {
    model: (mass, gPhoton) => alp({ mass, gPhoton }),
    production: (particle) => share * crossSection(gammaX(particle), { sqrtS: beams.sqrtS }).value,
    channel: "gamma gamma",
    coupling: "gPhoton",
    unit: "GeV^-1",
    range: [1e-8, 1],
    scaling: "quadratic",
  });
  if (converted.shape !== "curve") throw new TypeError("an ALP limit in its photon coupling is a curve");
  return converted;
}
