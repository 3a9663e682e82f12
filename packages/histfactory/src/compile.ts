import { byName } from "./names.js";
import type { ParameterSet } from "./parameter-set.js";
import { FACTOR_COEFFICIENTS, factorCoefficients } from "./interpolation.js";
import type { FactorInterpolation, ShiftInterpolation } from "./interpolation.js";
import type { Sample, Workspace } from "./workspace.js";

/**
 * A model as flat arrays. A row is one sample in one channel; its rate in bin $b$ is
 * $$\nu_{rb}=\Bigl(\nu^0_{rb}+\sum_h\delta_{hb}(\alpha_h)\Bigr)\prod_kf_k\prod_g\gamma_{gb}.$$
 * The shifts $h$, the factors $k$ and the factors per bin $g$ of row $r$ are those from `…Start[r]` to `…Start[r + 1]`.
 */
export interface CompiledModel {
  readonly parameterCount: number;
  readonly binCount: number;
  readonly rowCount: number;
  readonly factorCode: FactorInterpolation;
  readonly shiftCode: ShiftInterpolation;
  /** First bin of each channel; one more entry closes the last. */
  readonly channelBin: Int32Array;
  /** First row of each channel; one more entry closes the last. */
  readonly channelRow: Int32Array;
  /** First entry of each row in `nominal`; one more entry closes the last. */
  readonly rowEntry: Int32Array;
  /** First bin of each row. */
  readonly rowBin: Int32Array;
  readonly nominal: Float64Array;
  readonly shiftStart: Int32Array;
  readonly shiftParameter: Int32Array;
  /** The parameters in `shiftParameter`, without repetition. */
  readonly shifting: Int32Array;
  /** Where the odd and even parts of each shift begin in `shiftOdd` and `shiftEven`. */
  readonly shiftEntry: Int32Array;
  readonly shiftOdd: Float64Array;
  readonly shiftEven: Float64Array;
  readonly factorStart: Int32Array;
  readonly factorParameter: Int32Array;
  /** Where the coefficients of each factor begin, -1 for a factor that is the parameter itself. */
  readonly factorCoefficient: Int32Array;
  readonly coefficients: Float64Array;
  readonly binFactorStart: Int32Array;
  /** Parameter of the first bin of each factor per bin; the others follow. */
  readonly binFactorParameter: Int32Array;
  /** Parameters that act on whole rows, listed channel by channel from `scalarStart`, sorted, without repetition. */
  readonly scalarStart: Int32Array;
  readonly scalarParameter: Int32Array;
  /** Position of each shift's and of each factor's parameter in its channel's list. */
  readonly shiftLocal: Int32Array;
  readonly factorLocal: Int32Array;
  /** Parameters of single bins, listed bin by bin from `gammaStart`, sorted, without repetition. */
  readonly gammaStart: Int32Array;
  readonly gammaParameter: Int32Array;
}

/** Channel and sample names in the order of the compiled rows and bins. */
export interface ChannelLayout {
  /** Name of the channel. */
  readonly name: string;
  /** Index of its first bin in the data. */
  readonly offset: number;
  /** Number of bins. */
  readonly bins: number;
  /** Its samples, sorted by name. */
  readonly samples: readonly string[];
}

/** Channels sorted by name, with their samples sorted by name. */
export function channelLayout(workspace: Workspace): ChannelLayout[] {
  let offset = 0;
  return [...workspace.channels].sort(byName).map(({ name, samples }) => {
    const bins = samples[0].data.length;
    offset += bins;
    return { name, offset: offset - bins, bins, samples: [...samples].sort(byName).map((s) => s.name) };
  });
}

/** The model of a workspace as flat arrays: made once, then evaluated without allocation. */
export function compile(
  workspace: Workspace,
  sets: readonly ParameterSet[],
  factorCode: FactorInterpolation,
  shiftCode: ShiftInterpolation,
): CompiledModel {
  const offsets = new Map(sets.map((s) => [s.name, s.offset]));
  const parameterOf = (name: string): number => offsets.get(name) ?? -1;
  const last = sets[sets.length - 1] as ParameterSet | undefined;

  const channelBin = [0];
  const channelRow = [0];
  const rowEntry = [0];
  const rowBin: number[] = [];
  const nominal: number[] = [];
  const shiftStart = [0];
  const shiftParameter: number[] = [];
  const shiftEntry: number[] = [];
  const shiftOdd: number[] = [];
  const shiftEven: number[] = [];
  const factorStart = [0];
  const factorParameter: number[] = [];
  const factorCoefficient: number[] = [];
  const coefficients: number[] = [];
  const binFactorStart = [0];
  const binFactorParameter: number[] = [];
  const scratch = new Float64Array(FACTOR_COEFFICIENTS);
  // A staterror over several channels has its parameters in the order of the channels.
  const used = new Map<string, number>();

  const addRow = (sample: Sample, bin: number): void => {
    rowBin.push(bin);
    nominal.push(...sample.data);
    rowEntry.push(nominal.length);
    // In the order of the parameters, so that pairs fall in the upper triangle of a Hessian.
    const ordered = [...sample.modifiers].sort((a, b) => parameterOf(a.name) - parameterOf(b.name));
    for (const m of ordered) {
      const parameter = parameterOf(m.name);
      switch (m.type) {
        case "histosys":
          shiftParameter.push(parameter);
          shiftEntry.push(shiftOdd.length);
          sample.data.forEach((nom, b) => {
            const lo = m.data.lo_data[b];
            const hi = m.data.hi_data[b];
            shiftOdd.push((hi - lo) / 2);
            shiftEven.push((hi - nom - (nom - lo)) / 2);
          });
          break;
        case "normsys":
          factorParameter.push(parameter);
          factorCoefficient.push(coefficients.length);
          factorCoefficients(m.data.lo, m.data.hi, scratch, 0);
          coefficients.push(...scratch);
          break;
        case "normfactor":
        case "lumi":
          factorParameter.push(parameter);
          factorCoefficient.push(-1);
          break;
        case "staterror":
          binFactorParameter.push(parameter + (used.get(m.name) ?? 0));
          break;
        case "shapesys":
        case "shapefactor":
          binFactorParameter.push(parameter);
          break;
      }
    }
    shiftStart.push(shiftParameter.length);
    factorStart.push(factorParameter.length);
    binFactorStart.push(binFactorParameter.length);
  };

  let bin = 0;
  for (const channel of [...workspace.channels].sort(byName)) {
    const bins = channel.samples[0].data.length;
    for (const sample of [...channel.samples].sort(byName)) addRow(sample, bin);
    const stat = new Set(
      channel.samples.flatMap((s) => s.modifiers.filter((m) => m.type === "staterror").map((m) => m.name)),
    );
    for (const name of stat) used.set(name, (used.get(name) ?? 0) + bins);
    bin += bins;
    channelBin.push(bin);
    channelRow.push(rowBin.length);
  }

  const flat = {
    channelBin: Int32Array.from(channelBin),
    channelRow: Int32Array.from(channelRow),
    rowEntry: Int32Array.from(rowEntry),
    rowBin: Int32Array.from(rowBin),
    shiftStart: Int32Array.from(shiftStart),
    shiftParameter: Int32Array.from(shiftParameter),
    factorStart: Int32Array.from(factorStart),
    factorParameter: Int32Array.from(factorParameter),
    binFactorStart: Int32Array.from(binFactorStart),
    binFactorParameter: Int32Array.from(binFactorParameter),
  };
  return {
    ...flat,
    ...activeParameters(flat),
    shifting: Int32Array.from(new Set(shiftParameter)),
    parameterCount: last === undefined ? 0 : last.offset + last.size,
    binCount: bin,
    rowCount: rowBin.length,
    factorCode,
    shiftCode,
    nominal: Float64Array.from(nominal),
    shiftEntry: Int32Array.from(shiftEntry),
    shiftOdd: Float64Array.from(shiftOdd),
    shiftEven: Float64Array.from(shiftEven),
    factorCoefficient: Int32Array.from(factorCoefficient),
    coefficients: Float64Array.from(coefficients),
  };
}

type Rows = Pick<
  CompiledModel,
  | "channelBin"
  | "channelRow"
  | "shiftStart"
  | "shiftParameter"
  | "factorStart"
  | "factorParameter"
  | "binFactorStart"
  | "binFactorParameter"
>;
type Active = Pick<
  CompiledModel,
  "scalarStart" | "scalarParameter" | "shiftLocal" | "factorLocal" | "gammaStart" | "gammaParameter"
>;

const sortedSet = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

/** Which parameters act in each channel and in each bin: outside of these the derivatives are zero. */
function activeParameters(m: Rows): Active {
  const scalarStart = [0];
  const scalarParameter: number[] = [];
  const shiftLocal = new Int32Array(m.shiftParameter.length);
  const factorLocal = new Int32Array(m.factorParameter.length);
  const gammaStart = [0];
  const gammaParameter: number[] = [];
  for (let c = 0; c + 1 < m.channelRow.length; c++) {
    const first = m.channelRow[c];
    const end = m.channelRow[c + 1];
    const shifts = m.shiftParameter.subarray(m.shiftStart[first], m.shiftStart[end]);
    const factors = m.factorParameter.subarray(m.factorStart[first], m.factorStart[end]);
    const scalars = sortedSet([...shifts, ...factors]);
    const local = new Map(scalars.map((parameter, i) => [parameter, i]));
    shifts.forEach((p, i) => (shiftLocal[m.shiftStart[first] + i] = local.get(p) ?? -1));
    factors.forEach((p, i) => (factorLocal[m.factorStart[first] + i] = local.get(p) ?? -1));
    scalarParameter.push(...scalars);
    scalarStart.push(scalarParameter.length);
    const sets = sortedSet([...m.binFactorParameter.subarray(m.binFactorStart[first], m.binFactorStart[end])]);
    for (let b = 0; b < m.channelBin[c + 1] - m.channelBin[c]; b++) {
      for (const parameter of sets) gammaParameter.push(parameter + b);
      gammaStart.push(gammaParameter.length);
    }
  }
  return {
    scalarStart: Int32Array.from(scalarStart),
    scalarParameter: Int32Array.from(scalarParameter),
    shiftLocal,
    factorLocal,
    gammaStart: Int32Array.from(gammaStart),
    gammaParameter: Int32Array.from(gammaParameter),
  };
}
