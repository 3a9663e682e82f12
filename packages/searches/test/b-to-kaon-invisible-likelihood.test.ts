// Reinterpretation of a published likelihood, on a workspace of our own of that form: 5 channels, 30 bins, some 230
// parameters, names as published.
import { integrate } from "@belladonna/numerics";
import { bToKaonNeutrinos } from "@belladonna/models";
import { histFactory, type Modifier, type Sample, type Workspace } from "@belladonna/histfactory";
import { fit } from "@belladonna/stats";
import { describe, expect, it } from "vitest";
import {
  massWeights,
  readLikelihood,
  signalEvents,
  workspaceAt,
} from "../src/b-to-kaon-invisible/published-likelihood.js";
import { background } from "../src/b-to-kaon-invisible/published-yields.js";
import { bToKaonInvisible } from "../src/b-to-kaon-invisible/search.js";
import type { NamedFile, SearchOptions } from "../src/search.js";
import { quietWork } from "../src/work.js";

const TRUE_BINS = 100;
const WIDTH = 22.885 / TRUE_BINS;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Events of B⁺ → K⁺νν̄ in each bin of true q², of 1970 in all. */
const spectrum = Array.from({ length: TRUE_BINS }, (_, z) => integrate(bToKaonNeutrinos, z * WIDTH, (z + 1) * WIDTH));
const produced = spectrum.map((x) => (1970 * x) / spectrum.reduce((a, b) => a + b, 0));

/** Number density of a region: some efficiency for each row, that falls with q², in three bins of it or in one. */
function densityOf(slices: readonly number[], edges: readonly number[]): number[][] {
  return slices.flatMap((efficiency) =>
    edges.slice(1).map((high, r) => [
      0,
      ...produced.map((n, z) => {
        const q2 = (z + 0.5) * WIDTH;
        // Edges are passed within 1.3 GeV².
        const step = (edge: number): number => Math.min(1, Math.max(0, (q2 - edge) / 2.6 + 0.5));
        const inside = (r === 0 ? 1 : step(edges[r])) - (high === edges.at(-1) ? 0 : step(high));
        return efficiency * n * Math.max(0, 1 - q2 / 20) * Math.max(0, inside);
      }),
    ]),
  );
}

const q2 = [-1, 4, 8, 25];
const densities = {
  A: densityOf([0.035, 0.04, 0.06], q2),
  B: densityOf([0.03], q2),
  H: densityOf([7e-4, 7e-4, 7e-4, 7e-4, 7e-4, 7e-4], [-1, 25]),
};
const sumOf = (rows: readonly (readonly number[])[]): number[] => rows.map((row) => row.reduce((a, b) => a + b, 0));
const nine = Object.values(background.value).map(({ events }) => events);

/** Backgrounds with errors of the simulation for each, a normalisation, and twenty shapes that all regions share. */
function backgrounds(channel: string, data: readonly (readonly number[])[]): Sample[] {
  return data.map((events, s) => ({
    name: `background${s}`,
    data: events,
    modifiers: [
      { name: `error_${channel}_${s}`, type: "staterror", data: events.map((n) => 0.3 * Math.sqrt(n + 1e-3)) },
      { name: `mu_background${s}`, type: "normsys", data: { lo: 0.5, hi: 1.5 } },
      ...Array.from({ length: 20 }, (_, k): Modifier => {
        const shift = events.map((n, b) => 0.01 * n * Math.cos(k + 3 * b + s));
        const at = (sign: number): number[] => events.map((n, b) => n + sign * shift[b]);
        return { name: `corr_shape_c${k}`, type: "histosys", data: { lo_data: at(-1), hi_data: at(1) } };
      }),
    ],
  }));
}

/** Signal of a region as the published one: errors, the parameter of interest, form factors, an efficiency. */
function signalSample(name: string, rows: readonly (readonly number[])[]): Sample {
  const data = sumOf(rows);
  const tilted = (by: number): number[] => data.map((n, b) => n * (1 + by * (b % 3)));
  return {
    name,
    data,
    modifiers: [
      { name: `error_${name}_${data.length}`, type: "staterror", data: data.map((n) => 0.1 * n) },
      { name: "mu", type: "normfactor", data: null },
      { name: "corr_ff_c1", type: "histosys", data: { lo_data: tilted(-0.02), hi_data: tilted(0.02) } },
      { name: "corr_bdt_c1", type: "normsys", data: { lo: 0.97, hi: 1.03 } },
    ],
  };
}

function published(): Workspace {
  const part = (x: readonly number[], by: number, bins: number): number[] => x.slice(0, bins).map((n) => by * n);
  const channels = [
    { name: "A_zoomSR", samples: [signalSample("signal", densities.A), ...backgrounds("A", nine)] },
    {
      name: "B_zoomCR",
      samples: [
        signalSample("signal", densities.B),
        ...backgrounds(
          "B",
          nine.map((x) => part(x, 2, 3)),
        ),
      ],
    },
    {
      name: "C_offres",
      samples: backgrounds(
        "C",
        nine.slice(2).map((x) => part(x, 0.117, 9)),
      ),
    },
    {
      name: "D_offres",
      samples: backgrounds(
        "D",
        nine.slice(2).map((x) => part(x, 0.2, 3)),
      ),
    },
    {
      name: "sgn1_had",
      samples: [
        signalSample("sgn_1_had", densities.H),
        ...backgrounds(
          "H",
          nine.slice(0, 2).map((x) => part(x, 0.05, 6)),
        ),
      ],
    },
  ];
  const observations = channels.map(({ name, samples }) => ({
    name,
    data: samples[0].data.map((_, b) => samples.reduce((sum, { data }) => sum + data[b], 0)),
  }));
  const config = { poi: "mu", parameters: [{ name: "mu", bounds: [[-10, 20]] }] };
  return { channels, observations, measurements: [{ name: "Measurement", config }], version: "1.0.0" };
}

const csv = (rows: readonly (readonly number[])[]): Uint8Array => bytes(rows.map((row) => row.join(",")).join("\n"));
const filesOf = (workspace: unknown): NamedFile[] => [
  { name: "combined_likelihood.json", bytes: bytes(JSON.stringify(workspace)) },
  { name: "number_density_ita_regA.csv", bytes: csv(densities.A) },
  { name: "number_density_ita_regB.csv", bytes: csv(densities.B) },
  { name: "number_density_hta.csv", bytes: csv(densities.H) },
];
const files = filesOf(published());

describe("reinterpretation of a published likelihood", () => {
  const likelihood = readLikelihood(files);

  it("is of the size of that of Belle II", () => {
    const { parameters, channels } = histFactory(likelihood.workspace);
    expect(channels).toHaveLength(5);
    expect(published().observations.flatMap(({ data }) => data)).toHaveLength(30);
    expect(parameters.length).toBeGreaterThan(200);
  });

  it("gives the neutrinos back when masses are put together with their spectrum", () => {
    const sum = new Map<string, number[]>();
    spectrum.forEach((fraction, z) => {
      // At the middle of a bin no other bin has a part.
      for (const { name, samples } of workspaceAt(likelihood, Math.sqrt((z + 0.5) * WIDTH)).channels) {
        const own = samples.find((sample) => sample.name === "X");
        own?.data.forEach((n, b) => {
          const list = sum.get(name) ?? own.data.map(() => 0);
          list[b] += n * (fraction / 1e-6);
          sum.set(name, list);
        });
      }
    });
    for (const { name, samples } of published().channels.filter(({ samples: [first] }) => /s(i)?gn/.test(first.name))) {
      sum.get(name)?.forEach((n, b) => {
        expect(Math.abs(n / samples[0].data[b] - 1), `${name}, bin ${b}`).toBeLessThan(1e-9);
      });
    }
  });

  it("shares a mass between the two bins of q² next to it", () => {
    const weights = massWeights(Math.sqrt(10.25 * WIDTH));
    expect(weights.filter((w) => w > 0)).toHaveLength(2);
    expect(weights[10] * spectrum[9]).toBeCloseTo(0.25e-6, 15);
    expect(weights[11] * spectrum[10]).toBeCloseTo(0.75e-6, 15);
    expect(massWeights(0)[1] * spectrum[0]).toBeCloseTo(1e-6, 15);
  });

  it("keeps the neutrinos at the rate of the Standard Model, and leaves their form factors out of X", () => {
    const workspace = workspaceAt(likelihood, 2);
    const { parameters } = histFactory(workspace);
    const names = parameters.map(({ name }) => name);
    expect(names).not.toContain("mu");
    expect(names).toContain("corr_ff_c1");
    const x = workspace.channels[0].samples.find(({ name }) => name === "X");
    expect(x?.modifiers.map(({ name }) => name)).toEqual(["branchingFraction", "X_error_signal_9", "corr_bdt_c1"]);
    expect(signalEvents(workspace)).toBeGreaterThan(0);
  });

  it("finds the rate of an X that is put into its data", () => {
    const workspace = workspaceAt(likelihood, 2);
    const channels = new Map(workspace.channels.map(({ name, samples }) => [name, samples]));
    const observations = workspace.observations.map(({ name, data }) => ({
      name,
      data: data.map((n, b) => n + 9 * (channels.get(name)?.find((s) => s.name === "X")?.data[b] ?? 0)),
    }));
    const { parameters, valid } = fit(histFactory({ ...workspace, observations }));
    expect(valid).toBe(true);
    expect(Math.abs(parameters.branchingFraction / 9 - 1)).toBeLessThan(1e-3);
  });

  it("gives limits with the data of the files, by the search", async () => {
    const options: SearchOptions = {
      ...bToKaonInvisible.defaults,
      masses: { from: 1, to: 2, step: 1 },
      seed: 1,
      toys: 0,
      likelihood: files,
    };
    const { measured, notes } = await bToKaonInvisible.run(options, quietWork);
    expect(measured.map(({ name }) => name)).toEqual(["k-plus"]);
    expect(measured[0].limit.data).toBeUndefined();
    expect(notes[0]).toContain("combined_likelihood.json");
    for (const { expected, observed, efficiency } of measured[0].masses) {
      // The data are what is expected of background: observed and median are the same.
      expect(Math.abs(observed / expected - 1)).toBeLessThan(1e-3);
      expect(expected).toBeGreaterThan(1e-6);
      expect(expected).toBeLessThan(1e-5);
      expect(efficiency).toBeGreaterThan(0.1);
      expect(efficiency).toBeLessThan(0.17);
    }
    await expect(bToKaonInvisible.run({ ...options, luminosity: 1000 }, quietWork)).rejects.toThrow(/--luminosity/);
  }, 300_000);

  it.each([
    [files.slice(1), /must have one workspace, a .json file, got 0/],
    [[files[0], files[1], files[2]], /one .csv file of 6 rows for channel "sgn1_had", got 0/],
    [
      [...files, { name: "more.csv", bytes: csv(densities.B) }],
      /one .csv file of 3 rows for channel "B_zoomCR", got 2/,
    ],
    [
      [...files, { name: "two.csv", bytes: csv(densities.A.slice(0, 2)) }],
      /two.csv: no channel with signal has 2 bins/,
    ],
    [
      [files[0], { name: "short.csv", bytes: bytes("1,2\n") }],
      /short.csv, line 1: must be 101 numbers >= 0, got "1,2"/,
    ],
    [[{ name: "no.json", bytes: bytes("{}") }, ...files.slice(1)], /no.json: /],
  ] as const)("says what is wrong with files, %#", (given, message) => {
    expect(() => readLikelihood(given)).toThrow(message);
  });
});
