// @ts-check
// A search of your own: events generated, detected, selected and counted in a window around each mass.
//
//   npm install @belladonna/searches
//   npx belladonna run ./template-name.js --mass 1:3:1
//
// Change the process, the cuts and the facts; belladonna does threads, interruptions, limits, plots and files.
import { crossSection, gammaX, generate, qed, treeProcess } from "@belladonna/events";
import { beamPreset } from "@belladonna/kinematics";
import { couplingLimit, limitFromResults } from "@belladonna/limits";
import { darkPhoton } from "@belladonna/models";
import { random } from "@belladonna/numerics";
import {
  applyCuts,
  cutFlow,
  factsOf,
  kept,
  limitInfo,
  mergeCutFlows,
  see,
  seedOf,
  testWindow,
  UserError,
} from "@belladonna/searches";
import { bit, evaluate, l1Menu } from "@belladonna/trigger";

const MUON_MASS = 0.10566;
const CHANNEL = "mu+ mu-";
const CHUNK = 5000;
const beams = beamPreset("upsilon4S");

/**
 * A number that goes in: where it is cut on is where it is printed.
 * @param {string} quantity
 * @param {number} value
 * @param {string} unit
 * @returns {import("@belladonna/searches").Quantity}
 */
function number(quantity, value, unit) {
  return { quantity, value, unit, standing: "stand-in", source: "choose, and say where from" };
}

const photonEnergy = number("photon energy", 1.5, "GeV");
const window = number("half width of the window", 0.03, "GeV");
const uncertainty = number("relative uncertainty of the background", 0.05, "1");

/**
 * Two tracks of opposite charge, with the hardest cluster that no track made.
 * @typedef {{ event: Int32Array, mass: Float64Array, photon: Float64Array, trigger: Uint8Array }} Columns
 */

/** @type {readonly import("@belladonna/searches").Cut<Columns>[]} */
const cuts = [
  { name: "photon", numbers: [photonEnergy], keep: ({ photon }, k) => photon[k] > photonEnergy.value },
  { name: "level 1", numbers: [], keep: ({ trigger }, k) => trigger[k] === 1 },
];

/**
 * Candidates of events.
 * @param {import("@belladonna/kinematics").EventTable} events
 * @param {number} seed
 * @returns {Columns}
 */
function candidates(events, seed) {
  const { detected, level1 } = see(events, seed);
  const { tracks, clusters } = detected;
  const lines = evaluate(l1Menu, level1);
  /** @type {number[][]} */
  const rows = [];
  for (let i = 0; i < detected.length; i++) {
    const a = tracks.offsets[i];
    if (tracks.offsets[i + 1] - a !== 2 || tracks.charge[a] === tracks.charge[a + 1]) continue;
    let photon = 0;
    for (let k = clusters.offsets[i]; k < clusters.offsets[i + 1]; k++) {
      if (clusters.track[k] < 0) photon = Math.max(photon, clusters.energy[k]);
    }
    rows.push([i, pairMass(tracks, a), photon, bit(lines, "hie", i) || bit(lines, "ffo", i) ? 1 : 0]);
  }
  const column = (/** @type {number} */ c) => rows.map((row) => row[c]);
  return {
    event: Int32Array.from(column(0)),
    mass: Float64Array.from(column(1)),
    photon: Float64Array.from(column(2)),
    trigger: Uint8Array.from(column(3)),
  };
}

/**
 * Mass of two neighbouring tracks taken as muons, GeV.
 * @param {import("@belladonna/trigger").Detected["tracks"]} tracks
 * @param {number} a
 */
function pairMass({ px, py, pz }, a) {
  const energy = (/** @type {number} */ k) => Math.hypot(px[k], py[k], pz[k], MUON_MASS);
  const e = energy(a) + energy(a + 1);
  return Math.sqrt(e ** 2 - (px[a] + px[a + 1]) ** 2 - (py[a] + py[a + 1]) ** 2 - (pz[a] + pz[a + 1]) ** 2);
}

/**
 * One sample: signal at a mass, or background. Exported, since a worker finds it by its name.
 * @type {import("@belladonna/searches").Task<
 *   { mass: number | null, events: number, seed: number },
 *   { masses: Float64Array, passing: number, crossSection: number, flow: import("@belladonna/searches").CutFlow }
 * >}
 */
export const simulate = {
  module: import.meta.url,
  name: "simulate",
  run({ mass, events, seed }) {
    const made =
      mass === null
        ? generate(treeProcess({ model: qed(), outgoing: [22, 13, -13] }), {
            beams,
            events,
            seed,
            cuts: { cosTheta: 0.96, only: { 22: { energy: 1 } } },
          })
        : generate(gammaX(darkPhoton({ mass, epsilon: 1e-3 })), { beams, events, seed, decay: CHANNEL });
    if (!made.valid) throw new UserError(`events: ${made.reason ?? "generation failed"}`);
    const columns = candidates(made, seed);
    const selected = applyCuts(cuts, columns);
    const name = mass === null ? "e+ e- -> gamma mu+ mu-" : `signal, m = ${mass} GeV`;
    return {
      masses: kept(columns.mass, selected),
      passing: selected.events[selected.events.length - 2],
      crossSection: made.crossSection.value,
      flow: cutFlow(name, made.length, "two tracks", cuts, selected),
    };
  },
};

/** @type {import("@belladonna/searches").Search} */
export default {
  name: "template-name",
  title: "e+e- -> gamma A', A' -> mu+ mu-, counted",
  reference: "a search of your own",
  defaults: { luminosity: 100, level: 0.9, method: "cls", masses: { from: 0.5, to: 8 }, events: 10_000 },
  dataColumns: ["mass"],
  facts: [
    ...factsOf(cuts),
    ...[window, uncertainty].map(({ quantity, value, unit, standing, source }) => ({
      quantity,
      value: `${value} ${unit}`,
      standing,
      source,
    })),
  ],
  async run(options, work) {
    const { luminosity, seed, events } = options;
    if (options.data !== undefined || options.signal !== undefined) {
      throw new UserError("--data: this search reads no files yet");
    }
    const { from, to, step = 0.5 } = options.masses;
    const masses = Array.from({ length: Math.floor((to - from) / step + 1e-9) + 1 }, (_, i) => from + i * step);
    const signals = await work.each(
      "signal",
      simulate,
      masses.map((mass, i) => ({ mass, events: CHUNK, seed: seedOf(seed, "signal", i) })),
    );
    const parts = await work.each(
      "background",
      simulate,
      Array.from({ length: Math.ceil(events / CHUNK) }, (_, i) => ({
        mass: null,
        events: CHUNK,
        seed: seedOf(seed, "background", i),
      })),
    );
    const weight = (luminosity * parts[0].crossSection) / (CHUNK * parts.length);
    const inWindow = (/** @type {Float64Array} */ values, /** @type {number} */ mass) =>
      values.filter((m) => Math.abs(m - mass) < window.value).length;
    const hypotheses = masses.map((mass, i) => {
      const background = weight * parts.reduce((sum, part) => sum + inWindow(part.masses, mass), 0);
      const efficiency = inWindow(signals[i].masses, mass) / CHUNK;
      if (efficiency === 0) throw new UserError(`no signal passes at ${mass} GeV`);
      const { inject } = options;
      const injected =
        inject && Math.abs(inject.mass - mass) < window.value ? inject.rate * luminosity * efficiency : 0;
      const observed = random(seedOf(seed, "pseudoData", i)).poisson(background + injected);
      const tested = testWindow({ background, uncertainty: uncertainty.value, observed }, options);
      if ("reason" in tested) throw new UserError(tested.reason);
      const triggerEfficiency = signals[i].masses.length / signals[i].passing;
      return { mass, background, efficiency, triggerEfficiency, tested };
    });
    const results = hypotheses.map(({ tested }) => tested);
    const limit = limitFromResults(
      { ...limitInfo("template-name", options, results), observable: "sigma(e+ e- -> gamma A') BF(mu mu)", unit: "fb" },
      masses,
      results,
      hypotheses.map(({ efficiency }) => 1 / (luminosity * efficiency)),
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
    return {
      measured: [
        {
          ...drawn,
          name: "cross-section",
          axis: "$σ$(e⁺e⁻ → γA′) $B$(A′ → μμ) [fb]",
          limit,
          masses: hypotheses.map(({ tested, ...rest }, i) => ({
            ...rest,
            resolution: Number.NaN,
            expected: limit.expected?.median[i] ?? Number.NaN,
            observed: limit.value[i],
            significance: tested.significance,
            published: Number.NaN,
          })),
        },
      ],
      interpreted: [{ ...drawn, name: "coupling", axis: "$ε$", limit: coupling }],
      cutFlows: [signals[0].flow, mergeCutFlows(parts.map(({ flow }) => flow))],
      notes: ["observed: pseudo-data of the background"],
    };
  },
};
