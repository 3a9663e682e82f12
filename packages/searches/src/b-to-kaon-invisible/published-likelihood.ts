import { type Modifier, parseWorkspace, reweightSample, type Sample, type Workspace } from "@belladonna/histfactory";
import { bToKaonNeutrinos } from "@belladonna/models";
import { integrate } from "@belladonna/numerics";
import type { NamedFile } from "../search.js";
import { messageOf, UserError } from "../user-error.js";
import { FRACTION } from "./likelihood.js";
import { q2End } from "./published.js";

/** A likelihood of $B^+\to K^+\nu\bar\nu$ with what turns its signal into that of another particle. */
export interface PublishedLikelihood {
  /** The workspace. */
  readonly workspace: Workspace;
  /** Number densities of its signal by channel: rows are bins, columns bins of true $q^2$, the first one below 0. */
  readonly density: Readonly<Record<string, readonly (readonly number[])[]>>;
}

/** Bins of true $q^2$ from 0 on. */
const TRUE_BINS = 100;

const WIDTH = q2End.value / TRUE_BINS;

/** Modifiers that are uncertainties of the spectrum of neutrinos: those of the form factor. */
const THEORY = /^corr_ff/;

/** Name of the sample of $X$. */
const X = "X";

/** Number of a channel's bins. */
const binsOf = (samples: readonly Sample[]): number => samples[0].data.length;

/**
 * Reads the files of a published likelihood: one workspace (`.json`) and a matrix of numbers (`.csv`) for each channel with
 * signal, rows its bins, columns 101 bins of true $q^2$: below 0, then a hundred up to 22.885 GeV².
 *
 * @throws UserError when a file is not that, or the matrices do not belong to the channels.
 */
export function readLikelihood(files: readonly NamedFile[]): PublishedLikelihood {
  const documents = files.filter(({ name }) => name.toLowerCase().endsWith(".json"));
  if (documents.length !== 1) {
    throw new UserError(`--likelihood: must have one workspace, a .json file, got ${documents.length}`);
  }
  const [{ name, bytes }] = documents;
  let workspace: Workspace;
  try {
    workspace = parseWorkspace(JSON.parse(new TextDecoder().decode(bytes)) as Workspace);
  } catch (error) {
    throw new UserError(`${name}: ${messageOf(error)}`);
  }
  const matrices = files.filter((file) => !documents.includes(file)).map((file) => ({ file, rows: matrixOf(file) }));
  const { poi } = workspace.measurements[0].config;
  const wanted = workspace.channels.filter(({ samples }) => samples.some((sample) => isSignal(sample, poi)));
  if (wanted.length === 0) throw new UserError(`${name}: no sample has the parameter of interest "${poi}"`);
  const density = Object.fromEntries(
    wanted.map((channel) => {
      const bins = binsOf(channel.samples);
      const fitting = matrices.filter(({ rows }) => rows.length === bins);
      if (fitting.length !== 1) {
        throw new UserError(
          `--likelihood: must have one .csv file of ${bins} rows for channel "${channel.name}", got ${fitting.length}`,
        );
      }
      return [channel.name, fitting[0].rows];
    }),
  );
  for (const { file, rows } of matrices) {
    if (!Object.values(density).includes(rows))
      throw new UserError(`${file.name}: no channel with signal has ${rows.length} bins`);
  }
  return { workspace, density };
}

const isSignal = ({ modifiers }: Sample, poi: string): boolean =>
  modifiers.some((one) => one.type === "normfactor" && one.name === poi);

/** A matrix of numbers >= 0, one row a line. */
function matrixOf({ name, bytes }: NamedFile): number[][] {
  const lines = new TextDecoder().decode(bytes).trim().split(/\r?\n/);
  return lines.map((line, i) => {
    const row = line.split(",").map((cell) => (cell.trim() === "" ? Number.NaN : Number(cell)));
    if (row.length !== TRUE_BINS + 1 || row.some((n) => !(n >= 0 && n < Infinity))) {
      throw new UserError(`${name}, line ${i + 1}: must be ${TRUE_BINS + 1} numbers >= 0, got "${line.slice(0, 40)}"`);
    }
    return row;
  });
}

/** Branching fraction of $B^+\to K^+\nu\bar\nu$ in each bin of true $q^2$; for the one below 0 nothing. */
const neutrinosIn = Array.from({ length: TRUE_BINS }, (_, z) =>
  integrate(bToKaonNeutrinos, z * WIDTH, (z + 1) * WIDTH),
);

/**
 * What turns the spectrum of neutrinos into that of a particle with a branching fraction of {@link FRACTION}.unit: the ratio of
 * the two in each bin, shared by straight lines between the two bins whose middles are next to the mass squared.
 *
 * @param mass - Mass of the particle, GeV.
 */
export function massWeights(mass: number): number[] {
  const at = Math.min(Math.max((mass * mass) / WIDTH - 0.5, 0), TRUE_BINS - 1);
  const [low, part] = [Math.floor(at), at - Math.floor(at)];
  const shareOf = (z: number): number => (z === low ? 1 - part : z === low + 1 ? part : 0);
  return [0, ...neutrinosIn.map((fraction, z) => (shareOf(z) * FRACTION.unit) / fraction)];
}

/** The likelihood with $B^+\to K^+X$ of a mass beside the neutrinos, which have the rate of the Standard Model. */
export function workspaceAt({ workspace, density }: PublishedLikelihood, mass: number): Workspace {
  const [{ name, config }] = workspace.measurements;
  const { poi, parameters } = config;
  const channels = workspace.channels.map((channel) => ({
    ...channel,
    samples: channel.samples.flatMap((sample): Sample[] => {
      if (!isSignal(sample, poi)) return [sample];
      const rest = sample.modifiers.filter((one) => one.name !== poi);
      const rate: Modifier = { name: FRACTION.name, type: "normfactor", data: null };
      return [
        { ...sample, modifiers: rest },
        { ...sample, name: X, modifiers: [rate, ...rest.flatMap(ofAnother)] },
      ];
    }),
  }));
  const start = { name: FRACTION.name, inits: [1], bounds: [[0, 1e4] as const] };
  const own = { poi: FRACTION.name, parameters: [...parameters.filter((one) => one.name !== poi), start] };
  const both = { ...workspace, channels, measurements: [{ name, config: own }] };
  return reweightSample(both, { sample: X, density, weights: massWeights(mass) });
}

/** Expected events of $X$ in all channels where its parameter is one. */
export function signalEvents({ channels }: Workspace): number {
  const own = channels.flatMap(({ samples }) => samples.filter(({ name }) => name === X));
  return own.flatMap(({ data }) => data).reduce((sum, n) => sum + n, 0);
}

/** A modifier as another sample has it: without the theory of neutrinos, and statistics of its own. */
function ofAnother(modifier: Modifier): Modifier[] {
  if (THEORY.test(modifier.name)) return [];
  const own = modifier.type === "staterror" || modifier.type === "shapesys";
  return [own ? { ...modifier, name: `${X}_${modifier.name}` } : modifier];
}
