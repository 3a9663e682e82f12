import { excludedAt, type Limit, limitFromResults, type LimitInfo, luminosityText } from "@belladonna/limits";
import { bundledLimit } from "../limit/bundled-limit.js";
import { decayEvents } from "@belladonna/events";
import { random } from "@belladonna/numerics";
import { readColumns } from "../events/columns-file.js";
import { testWindow } from "../limit/counted.js";
import { readSignal } from "../events/les-houches-signal.js";
import { expectedInfo, isComparable, limitInfo } from "../limit/limit-info.js";
import { seedOf } from "../events/sample.js";
import { efficiencyAt } from "../limit/lifetime-region.js";
import { massSteps } from "../mass-steps.js";
import type { ComparedMass, Exclusion, Measured, Search, SearchOptions } from "../search.js";
import { caveatNotes } from "../limit/caveats.js";
import type { Tested } from "../limit/tested.js";
import { UserError } from "../user-error.js";
import { someOf } from "../selection/some-of.js";
import { experiments } from "./experiment.js";
import { facts } from "./facts.js";
import { BACKGROUND, BACKGROUND_UNCERTAINTY, LEVEL, LUMINOSITY, MASSES, PROJECTED, SEEN } from "./inputs.js";
import { mixingRegion } from "./region.js";
import { OPEN, otherDecays } from "./samples.js";
import { RADIUS } from "./selection.js";
import { lifetimes, measureSignal, type SignalPoint } from "./lifetime-efficiency.js";
import { preparePairs, simulateSignal } from "./tasks.js";

/** Lifetimes, cm, of which limits on the branching fractions are drawn; that of the first limit first. */
const SHOWN = [94.9, 9.49, 949];

/** Distance of the masses when no step is given, GeV. */
const STEP = 0.05;

const PROCESS = "τ⁻ → π⁻N, N → μ⁺μ⁻ν";

/** Search for τ → πN with a long-lived heavy neutral lepton N → μμν. */
export const heavyNeutralLepton: Search = {
  name: "heavy-neutral-lepton",
  title: "tau -> pi N, long-lived N -> mu+ mu- nu",
  reference: "Belle, Phys. Rev. D 109, L111102 (2024), arXiv:2402.02580",
  keywords: { reactions: ["E+ E- --> TAU+ TAU-", "TAU- --> PI- NEUTRAL-LEPTON < MU+ MU- NU >"], cmEnergies: [10.58] },
  defaults: {
    luminosity: LUMINOSITY.value,
    level: LEVEL.value,
    method: "cls",
    masses: { from: MASSES.value[0], to: MASSES.value[1] },
    events: 6000,
  },
  dataColumns: ["radius"],
  facts,
  async run(options, work) {
    const { seed, events, luminosity } = options;
    const [belle, belle2] = experiments;
    let points: SignalPoint[][];
    if (options.signal === undefined) {
      const masses = massSteps(options.masses, STEP);
      const both = experiments.map((_, experiment) => ({ experiment }));
      const ready = await work.each("tau pairs: preparation", preparePairs, both);
      const calls = both.flatMap((one, e) =>
        masses.map((mass) => ({ ...one, mass, events, seed, prepared: ready[e] })),
      );
      const made = await work.each(
        `signal: ${calls.length} masses, flight, detector, selection`,
        simulateSignal,
        calls,
      );
      points = experiments.map((_, e) => made.filter((_point, i) => calls[i].experiment === e));
    } else {
      const file = await readSignal(options.signal, belle.beams);
      const { mass, mediator } = file;
      if (!(mass > OPEN[0] && mass < OPEN[1])) {
        throw new UserError(
          `${options.signal.name}: a mass of ${mass} GeV is outside ${OPEN.map((m) => m.toFixed(3)).join(" to ")} GeV`,
        );
      }
      const id = file.events.particles.pdgId[file.events.offsets[0] + mediator];
      // A tau that is left as it is decays to anything.
      const whole = decayEvents(file.events, { decays: otherDecays(), seed });
      points = [[measureSignal(whole, id, belle, mass, seed)], []];
    }
    const scale = luminosity / LUMINOSITY.value;
    const taus = 2 * belle.tauPairs * luminosity;
    const { observed, note } = observedEvents(points[0], scale, taus, options);
    const tested = testWindow(
      { background: scale * BACKGROUND.value, uncertainty: BACKGROUND_UNCERTAINTY.value, observed },
      options,
    );
    if ("reason" in tested) throw new UserError(`no limit: ${tested.reason}`);
    const measured = SHOWN.flatMap((ctau) => measuredAt(ctau, points[0], tested, scale, taus, options));
    const first = measured.at(0);
    if (first === undefined) throw new UserError("no mass has simulated decays that pass; ask for more --events");
    const belleLimit = await bundledLimit("Belle_HNL_Utau_2024");
    const others = [belleLimit, await bundledLimit("BaBar_HNL_Utau_2022")];
    const info = infoOf("mixing", options, tested);
    const observedRegion = mixingRegion(info, points[0], tested.observed ?? tested.expected[2], taus);
    const expectedRegion = mixingRegion(expectedInfo(info, `${info.id}-expected`), points[0], tested.expected[2], taus);
    const interpreted: Exclusion[] = [
      exclusionOf("mixing", observedRegion, [expectedRegion, ...others]),
      ...(points[1].length === 0
        ? []
        : [projection(points[1], 2 * belle2.tauPairs * PROJECTED.value, options, others)]),
    ];
    const notes = [
      note,
      ...caveatNotes([tested]),
      ...(isComparable(options, heavyNeutralLepton.defaults) ? edges(expectedRegion, belleLimit) : []),
    ];
    const cutFlows = points.flatMap((own) => someOf(own, 3).map((point) => point.cutFlow));
    return { measured: [first, ...measured.slice(1)], interpreted, cutFlows, notes };
  },
};

/** Whether the count is that of the publication: at its luminosity, without a signal put in. */
const countsPublished = ({ inject, scale }: Pick<SearchOptions, "inject"> & { readonly scale: number }): boolean =>
  inject === undefined && Math.abs(scale - 1) < 0.01;

/** The count: of the publication at its luminosity, of the user's data, or of pseudo-data. */
function observedEvents(
  points: readonly SignalPoint[],
  scale: number,
  taus: number,
  { data, inject, seed }: SearchOptions,
): { readonly observed: number; readonly note: string } {
  const [low, high] = RADIUS.value;
  if (data !== undefined) {
    const [radii] = readColumns(data, ["radius"]);
    const observed = radii.filter((r) => r > low && r < high).length;
    return { observed, note: `observed: ${observed} vertices of ${data.name} at ${low} to ${high} cm` };
  }
  if (countsPublished({ inject, scale })) {
    return { observed: SEEN.value, note: `observed: the ${SEEN.value} event of the publication` };
  }
  const stream = random(seedOf(seed, "pseudoData"));
  let expected = scale * BACKGROUND.value;
  if (inject !== undefined) {
    const point = points.find(({ mass }) => Math.abs(mass - inject.mass) < 1e-6);
    const efficiency = point === undefined ? Number.NaN : efficiencyAt(point, lifetimes.indexOf(SHOWN[0]));
    if (Number.isNaN(efficiency)) throw new UserError(`--inject: ${inject.mass} GeV is not a mass of this run`);
    expected += inject.rate * taus * efficiency;
  }
  const observed = stream.poisson(expected);
  const what = inject === undefined ? "background" : "background and the injected signal";
  return {
    observed,
    note: `observed: ${observed} events of pseudo-data, ${expected.toPrecision(3)} expected of ${what}`,
  };
}

function infoOf(name: string, options: SearchOptions, tested: Tested): Omit<LimitInfo, "observable" | "unit"> {
  const { data, ...info } = limitInfo(`${heavyNeutralLepton.name}:${name}`, options, [tested]);
  const { inject } = options;
  const measured = countsPublished({ inject, scale: options.luminosity / LUMINOSITY.value });
  return {
    ...info,
    ...(data === undefined || measured ? {} : { data }),
    portal: "hnl",
    finalState: "mu+ mu- nu",
  };
}

/** Limits on the branching fractions at one lifetime. */
function measuredAt(
  ctau: number,
  all: readonly SignalPoint[],
  tested: Tested,
  scale: number,
  taus: number,
  options: SearchOptions,
): Measured[] {
  const l = lifetimes.indexOf(ctau);
  const points = all.filter((point) => efficiencyAt(point, l) > 0);
  if (points.length === 0) return [];
  const results = points.map(() => tested);
  const limit = limitFromResults(
    {
      ...infoOf(`${ctau}cm`, options, tested),
      observable: `BF(tau- -> pi- N) BF(N -> mu+ mu- nu) at ctau = ${ctau} cm`,
      unit: "1",
    },
    points.map(({ mass }) => mass),
    results,
    points.map((point) => 1 / (taus * efficiencyAt(point, l))),
  );
  return [
    {
      name: `branching-fraction-${Math.round(ctau)}cm`,
      process: `${PROCESS}, cτ = ${Math.round(ctau)} cm`,
      axis: "$B$(τ⁻ → π⁻N) $B$(N → μ⁺μ⁻ν)",
      particle: "N",
      limit,
      published: [],
      projections: [],
      masses: points.map((point, i): ComparedMass => ({
        mass: point.mass,
        efficiency: efficiencyAt(point, l),
        triggerEfficiency: point.triggerEfficiency,
        resolution: Number.NaN,
        background: scale * BACKGROUND.value,
        expected: limit.expected?.median[i] ?? Number.NaN,
        observed: tested.observed === undefined ? Number.NaN : limit.value[i],
        significance: tested.significance,
        published: Number.NaN,
      })),
    },
  ];
}

const exclusionOf = (name: string, limit: Limit, others: readonly Limit[]): Exclusion => ({
  name,
  process: PROCESS,
  axis: "$|U_τ|^2$",
  particle: "N",
  limit,
  published: others,
  projections: [],
});

/** What Belle II would exclude with 50 ab⁻¹: with background in proportion to the luminosity, and with none. */
function projection(
  points: readonly SignalPoint[],
  taus: number,
  options: SearchOptions,
  others: readonly Limit[],
): Exclusion {
  const all = (PROJECTED.value / LUMINOSITY.value) * BACKGROUND.value;
  const [scaled, none] = [all, 0].map((events) => {
    const tested = testWindow(
      { background: events, uncertainty: events > 0 ? BACKGROUND_UNCERTAINTY.value : 0 },
      options,
    );
    if ("reason" in tested) throw new UserError(`no projection: ${tested.reason}`);
    const label = `Belle II ${luminosityText(PROJECTED.value)}, ${events > 0 ? "background as Belle's" : "no background"}`;
    const info = infoOf(events > 0 ? "projection" : "projection-no-background", options, tested);
    const name = { ...info, label, kind: "projection" as const, luminosity: PROJECTED.value };
    return mixingRegion(name, points, tested.expected[2], taus);
  });
  return exclusionOf("projection", scaled, [none, ...others]);
}

/** How the lower edge of the region compares with the published one. */
function edges(region: Limit, published: Limit): string[] {
  const masses = "mass" in region ? [...new Set(region.mass)] : [];
  const ratios = masses
    .map(
      (mass) =>
        (excludedAt(region, mass).at(0)?.lower ?? Number.NaN) /
        (excludedAt(published, mass).at(0)?.lower ?? Number.NaN),
    )
    .filter((ratio) => ratio > 0 && ratio < Infinity)
    .sort((a, b) => a - b);
  if (ratios.length === 0) return [];
  const text = (x: number): string => x.toFixed(2);
  return [
    `lower edge in |U_τ|², expected over published, at ${ratios.length} masses: median ${text(ratios[ratios.length >> 1])}, ` +
      `from ${text(ratios[0])} to ${text(ratios[ratios.length - 1])}; the rate goes with its square`,
  ];
}
