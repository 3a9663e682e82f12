/** A parameter that a custom modifier brings. */
export interface CustomParameter {
  /** Name, unique among all parameters. */
  readonly name: string;
  /** Value a fit starts from. */
  readonly start: number;
  /** Lower bound. */
  readonly min: number;
  /** Upper bound. */
  readonly max: number;
  /** Gaussian constraint, if there is one. */
  readonly constraint?: CustomConstraint;
}

/** A Gaussian constraint. */
export interface CustomConstraint {
  /** Its centre. */
  readonly centre: number;
  /** Its standard deviation. */
  readonly sigma: number;
}

/** What a custom modifier is applied to: one sample in one channel. */
export interface ModifiedSample {
  /** Name of the channel. */
  readonly channel: string;
  /** Name of the sample. */
  readonly sample: string;
  /** Its nominal events in each bin. */
  readonly nominal: readonly number[];
  /** Name of the modifier in the workspace. */
  readonly name: string;
  /** Its `data` in the workspace: whatever the kind of modifier wants there. */
  readonly data: unknown;
}

/** Factors of the bins of one sample as a function of the modifier's parameters. */
export interface BinFactors {
  /** The factor of each bin. */
  value(parameters: Float64Array): ArrayLike<number>;
  /** Derivatives, row-major bins × parameters; by differences when absent. */
  slopes?(parameters: Float64Array): ArrayLike<number>;
  /** Second derivatives, row-major bins × parameters × parameters; by differences of `slopes` when absent. */
  curvatures?(parameters: Float64Array): ArrayLike<number>;
}

/**
 * A kind of modifier that is not in the format: it multiplies the bins of a sample by functions of parameters of its own.
 * An entry of the option `modifiers` of `histFactory`, under the `type` that workspaces name it by.
 */
export interface CustomModifier {
  /** The parameters of a modifier; two that name the same parameter share it. */
  parameters(name: string, data: unknown): readonly CustomParameter[];
  /** The factors for one sample. Throws a RangeError when `data` is not what it should be. */
  factors(modified: ModifiedSample): BinFactors;
}

/** All custom kinds, by type. */
export type CustomModifiers = Readonly<Record<string, CustomModifier>>;

/** Step of differences, in units of the size of a parameter: error of the order of $h^4$. */
const STEP = 1e-3;

/** Derivatives of functions of a few parameters by four-point differences. */
function differences(
  f: (x: Float64Array) => ArrayLike<number>,
  at: Float64Array,
  scales: readonly number[],
): Float64Array {
  const n = at.length;
  const x = at.slice();
  const size = f(x).length;
  const out = new Float64Array(size * n);
  for (let j = 0; j < n; j++) {
    const h = STEP * scales[j];
    const shifted = (k: number): number[] => {
      x[j] = at[j] + k * h;
      const values = Array.from(f(x));
      x[j] = at[j];
      return values;
    };
    const [m2, m1, p1, p2] = [-2, -1, 1, 2].map(shifted);
    for (let i = 0; i < size; i++) out[i * n + j] = (8 * (p1[i] - m1[i]) - (p2[i] - m2[i])) / (12 * h);
  }
  return out;
}

/** Factors with all their derivatives. */
export interface CompleteFactors {
  value(parameters: Float64Array): ArrayLike<number>;
  slopes(parameters: Float64Array): ArrayLike<number>;
  curvatures(parameters: Float64Array): ArrayLike<number>;
}

/** The factors with derivatives by differences where they have none. */
export function completed(factors: BinFactors, parameters: readonly CustomParameter[]): CompleteFactors {
  const scales = parameters.map(({ start, constraint }) => constraint?.sigma ?? Math.max(Math.abs(start), 1));
  const value = (x: Float64Array): ArrayLike<number> => factors.value(x);
  const slopes = (x: Float64Array): ArrayLike<number> => factors.slopes?.(x) ?? differences(value, x, scales);
  const curvatures = (x: Float64Array): ArrayLike<number> => factors.curvatures?.(x) ?? differences(slopes, x, scales);
  return { value, slopes, curvatures };
}
