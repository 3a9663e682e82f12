// How do I write a search of my own, from generated events to a limit?
import { crossSection, gammaX, generate, qed, treeProcess, type GeneratedEvents } from "@belladonna/events";
import { beamPreset, particle } from "@belladonna/kinematics";
import { limitFromResults } from "@belladonna/limits";
import { darkPhoton } from "@belladonna/models";
import { applyCuts, factsOf, kept, limitInfo, runSearch, see, seedOf, testWindow } from "@belladonna/searches";
import type { Cut, Quantity, Search, Tested } from "@belladonna/searches";

const beams = beamPreset("upsilon4S");
const number = (quantity: string, value: number, unit: string): Quantity => {
  return { quantity, value, unit, standing: "stand-in", source: "chosen for this example" };
};
const photonEnergy = number("photon energy", 1.5, "GeV");
const window = number("half width of the window", 0.03, "GeV");

/** Two tracks and the hardest cluster that no track made. */
interface Columns {
  readonly event: Int32Array;
  readonly mass: Float64Array;
  readonly photon: Float64Array;
}
const cuts: readonly Cut<Columns>[] = [
  { name: "photon", numbers: [photonEnergy], keep: ({ photon }, k) => photon[k] > photonEnergy.value },
];

/** Masses of the pairs of muons that are selected. */
function selected(events: GeneratedEvents, seed: number): Float64Array {
  const { tracks, clusters, length } = see(events, seed).detected;
  const { px, py, pz, charge, offsets } = tracks;
  const energy = px.map((_, k) => Math.sqrt(px[k] ** 2 + py[k] ** 2 + pz[k] ** 2 + particle(13).mass ** 2));
  const rows: [event: number, mass: number, photon: number][] = [];
  for (let i = 0; i < length; i++) {
    const [a, b] = [offsets[i], offsets[i] + 1];
    if (offsets[i + 1] !== b + 1 || charge[a] === charge[b]) continue;
    const [e, x, y, z] = [energy, px, py, pz].map((values) => values[a] + values[b]);
    const mass = Math.sqrt(e ** 2 - x ** 2 - y ** 2 - z ** 2);
    let photon = 0;
    for (let k = clusters.offsets[i]; k < clusters.offsets[i + 1]; k++)
      if (clusters.track[k] < 0) photon = Math.max(photon, clusters.energy[k]);
    rows.push([i, mass, photon]);
  }
  const columns = {
    event: Int32Array.from(rows, ([event]) => event),
    mass: Float64Array.from(rows, ([, mass]) => mass),
    photon: Float64Array.from(rows, ([, , photon]) => photon),
  };
  return kept(columns.mass, applyCuts(cuts, columns));
}

const search: Search = {
  name: "photon-and-muons",
  title: "e+e- -> gamma A', A' -> mu+ mu-, counted in a window",
  reference: "a search of your own",
  defaults: { luminosity: 100, level: 0.9, method: "cls", masses: { from: 1, to: 5 }, events: 4000 },
  dataColumns: ["mass"],
  facts: factsOf(cuts),
  run(options) {
    const { luminosity, seed, events } = options;
    const { from, to, step = 2 } = options.masses;
    const masses = Array.from({ length: Math.floor((to - from) / step + 1e-9) + 1 }, (_, i) => from + i * step);
    const muons = generate(treeProcess({ model: qed(), outgoing: [22, 13, -13] }), {
      ...{ beams, events, seed: seedOf(seed, "background") },
      cuts: { cosTheta: 0.96, only: { 22: { energy: 1 } } },
    });
    const background = selected(muons, seed);
    const results = masses.map((mass, i) => {
      const made = generate(gammaX(darkPhoton({ mass, epsilon: 1e-3 })), {
        ...{ beams, events: 500, seed: seedOf(seed, "signal", i), decay: "mu+ mu-" },
      });
      const inWindow = (values: Float64Array): number => values.filter((m) => Math.abs(m - mass) < window.value).length;
      const efficiency = inWindow(selected(made, seed)) / made.length;
      const expected = (luminosity * muons.crossSection.value * inWindow(background)) / muons.length;
      const tested = testWindow({ background: expected, uncertainty: 0.05 }, options);
      if ("reason" in tested) throw new Error(tested.reason);
      return { mass, efficiency, background: expected, tested };
    });
    const tested = results.map((one): Tested => one.tested);
    const limit = limitFromResults(
      {
        ...limitInfo("photon-and-muons", options, tested),
        observable: "sigma(e+ e- -> gamma A') BF(mu mu)",
        unit: "fb",
      },
      masses,
      tested,
      results.map(({ efficiency }) => 1 / (luminosity * efficiency)),
    );
    const none = Number.NaN;
    return Promise.resolve({
      measured: [
        {
          ...{ name: "cross-section", process: "e⁺e⁻ → γA′, A′ → μμ", axis: "$σB$ [fb]", particle: "A′", limit },
          ...{ published: [], projections: [] },
          masses: results.map(({ mass, efficiency, background }, i) => ({
            ...{ mass, efficiency, background, expected: limit.value[i] },
            ...{ published: none, triggerEfficiency: none, resolution: none, observed: none, significance: none },
          })),
        },
      ],
      interpreted: [],
      cutFlows: [],
      notes: [],
    });
  },
};

const { measured } = await runSearch(search, { masses: { from: 1, to: 5, step: 2 } });
for (const { mass, efficiency, background, expected } of measured[0].masses) {
  const rate = crossSection(gammaX(darkPhoton({ mass, epsilon: 1e-3 })), { sqrtS: beams.sqrtS }).value;
  const epsilon =
    1e-3 * Math.sqrt(expected / (rate * darkPhoton({ mass, epsilon: 1e-3 }).branchingFraction("mu+ mu-")));
  console.log(
    `${mass} GeV: efficiency ${efficiency.toFixed(2)}, background ${background.toFixed(0)}, ` +
      `expected limit ${expected.toPrecision(2)} fb, epsilon ${epsilon.toExponential(1)}`,
  );
}
