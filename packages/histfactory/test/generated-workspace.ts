import { random } from "@belladonna/numerics";
import type { Modifier, Sample, Workspace } from "../src/index.js";

/** How large a generated workspace is. */
export interface GeneratedSize {
  readonly channels: number;
  /** Bins of each channel. */
  readonly bins: number;
  /** Samples of each channel; the first is the signal. */
  readonly samples: number;
  /** Nuisance parameters that scale samples, and those that shift their bins. */
  readonly scales: number;
  readonly shapes: number;
  /** Fraction of the shapes of which both variations lie on one side of the nominal, as those of jet resolutions. */
  readonly oneSided: number;
  /** Free factors of backgrounds, those of samples 1, 2, … */
  readonly factors: number;
  /** How much background 2 is like background 1, 0 … 1. */
  readonly alike: number;
  /** Uncertainty of the luminosity, or 0 for none. */
  readonly lumi: number;
  /** Whether background 1 has a free factor in each bin, the same in all channels. */
  readonly freeShape?: boolean;
  /** Kind of the uncertainty of single bins. */
  readonly perBin: "staterror" | "shapesys" | "none";
  /** Relative size of variations. */
  readonly size: number;
  /** Strength of the signal in the data. */
  readonly mu: number;
}

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/**
 * A workspace of a given shape whose numbers are drawn from a seed: falling backgrounds, a signal that rises over the bins,
 * nuisance parameters that act on some samples each, data drawn from pulled backgrounds.
 */
export function generatedWorkspace(seed: number, size: GeneratedSize): Workspace {
  const stream = random(seed).stream(0);
  const u = (low: number, high: number): number => low + (high - low) * stream.uniform();
  const pulls = range(size.scales + size.shapes).map(() => stream.normal());
  const observations: Workspace["observations"][number][] = [];
  const channels = range(size.channels).map((c) => {
    const name = `region_${c}`;
    const seen = new Array<number>(size.bins).fill(0);
    let first: number[] = [];
    const samples = range(size.samples).map((s): Sample => {
      const total = s === 0 ? u(5, 25) : u(5, 300) / s;
      const slope = s === 0 ? u(-0.2, 0.4) : u(-1, 0);
      const shape = range(size.bins).map((b) => Math.exp((slope * b) / Math.max(1, size.bins - 1)));
      const sum = shape.reduce((a, b) => a + b, 0);
      const own = shape.map((x) => (total * x) / sum);
      const data = s === 2 && size.alike > 0 ? first.map((x, b) => 0.4 * x + (1 - size.alike) * own[b]) : own;
      if (s === 1) first = data;
      const modifiers: Modifier[] = [];
      if (s === 0) modifiers.push({ name: "mu", type: "normfactor", data: null });
      if (s > 0 && s <= size.factors) modifiers.push({ name: `k_${s}`, type: "normfactor", data: null });
      if (s === 1 && size.freeShape === true) modifiers.push({ name: "free_shape", type: "shapefactor", data: null });
      if (size.lumi > 0) modifiers.push({ name: "lumi", type: "lumi", data: null });
      const truth = data.map((x) => (s === 0 ? size.mu * x : x));
      for (const i of range(size.scales)) {
        if (u(0, 1) < 0.4) continue;
        const up = u(-2, 2) * size.size;
        const down = u(0, 1) < 0.15 ? 0.5 * up : -up * u(0.7, 1.3);
        modifiers.push({ name: `scale_${i}`, type: "normsys", data: { lo: Math.exp(down), hi: Math.exp(up) } });
        truth.forEach((x, b) => (truth[b] = x * Math.exp(up * pulls[i])));
      }
      for (const i of range(size.shapes)) {
        if (u(0, 1) < 0.4) continue;
        const oneSided = i < size.oneSided * size.shapes;
        const tilt = u(-3, 3) * size.size;
        const whole = u(-1, 1) * size.size;
        const shift = (b: number): number => whole + (size.bins > 1 ? tilt * (b / (size.bins - 1) - 0.5) : tilt);
        const hi = data.map((x, b) => x * Math.max(0.01, 1 + shift(b)));
        const lo = data.map((x, b) => x * Math.max(0.01, 1 + (oneSided ? u(0.6, 1) : -u(0.8, 1.2)) * shift(b)));
        modifiers.push({ name: `shape_${i}`, type: "histosys", data: { lo_data: lo, hi_data: hi } });
        truth.forEach((x, b) => (truth[b] = x * Math.max(0.1, 1 + shift(b) * pulls[size.scales + i])));
      }
      if (size.perBin !== "none") {
        const one = size.perBin === "staterror" ? `staterror_${name}` : `count_${name}_${s}`;
        const errors = data.map((x) => x * Math.min(0.3, 0.5 / Math.sqrt(x)));
        modifiers.push({ name: one, type: size.perBin, data: errors });
      }
      truth.forEach((x, b) => (seen[b] += x));
      return { name: s === 0 ? "signal" : `background_${s}`, data, modifiers };
    });
    observations.push({ name, data: seen.map((x) => stream.poisson(x)) });
    return { name, samples };
  });
  const lumi = { name: "lumi", auxdata: [1], inits: [1], bounds: [[0.5, 1.5]], sigmas: [size.lumi] };
  return {
    channels,
    observations,
    measurements: [{ name: "generated", config: { poi: "mu", parameters: size.lumi > 0 ? [lumi] : [] } }],
    version: "1.0.0",
  };
}

/** As a published search in three leptons: 197 parameters, a third of the shapes one-sided. */
export const threeLeptons: GeneratedSize = {
  channels: 8,
  bins: 4,
  samples: 9,
  scales: 115,
  shapes: 46,
  oneSided: 1 / 3,
  factors: 2,
  alike: 0,
  lumi: 0.017,
  perBin: "staterror",
  size: 0.04,
  mu: 1,
};
