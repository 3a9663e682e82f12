/** A function to minimise: its value, and whatever derivatives are known exactly. */
export interface Objective {
  /** The value at `theta`; `Infinity` where the function has no value. */
  value(theta: Float64Array): number;
  /** Gradient, written to `out` (allocated when absent) and returned. */
  gradient?(theta: Float64Array, out?: Float64Array): Float64Array;
  /** Hessian or its Gauss–Newton form, row-major, written to `out` and returned. */
  hessian?(theta: Float64Array, out?: Float64Array): Float64Array;
  /** Value, gradient and Hessian in one pass; the arrays are written when given. */
  evaluate?(theta: Float64Array, gradient?: Float64Array, hessian?: Float64Array): number;
  /** Whether `hessian` is exact or leaves out the second derivatives of the model. */
  readonly hessianKind?: "exact" | "gauss-newton";
  /**
   * Indices of parameters at whose zero the function may have a kink. The derivatives there are those of the side above; a
   * minimum may lie on a kink.
   */
  readonly kinks?: readonly number[];
  /**
   * Indices of parameters along which there may be several minima. The end of a descent is then compared with points in
   * other valleys along these; without, along all parameters where the descent met negative curvature.
   */
  readonly valleys?: readonly number[];
  /**
   * The same function with at least so many events in every bin that has next to none, so that its minimum lies at positive rates; absent, or
   * `undefined`, where no bin is empty. A minimum at a rate of 0 is found through it.
   */
  softened?(events: number): Objective | undefined;
  /** What is wrong with the function at `theta` (a rate of 0 where events were seen), for the reason of a failure; or empty. */
  fault?(theta: Float64Array): string;
}

/** How a minimisation is run. */
export interface MinimiseOptions {
  /** Where to start, in the order of the parameters; their own starts when absent. */
  readonly start?: Float64Array;
  /** Parameters held, by name, at the value given. */
  readonly fix?: Readonly<Record<string, number>>;
  /** Rise of the objective that defines one standard deviation: 1 for $-2\ln L$ and $\chi^2$, 0.5 for $-\ln L$. */
  readonly up?: number;
  /** Largest estimated distance to the minimum, in units of `up`; default 1e-10, and 1e-13 when there is no Hessian. */
  readonly tolerance?: number;
  /** Most iterations; default 500. */
  readonly maxIterations?: number;
  /** Whether covariance and errors are wanted; default true. Scans that need only the value leave them out. */
  readonly covariance?: boolean;
}

/** Where a minimisation ended, and whether that is a minimum. */
export interface Minimum {
  /** Values by name. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Values in the order of the parameters given. */
  readonly theta: Float64Array;
  /** The objective there. */
  readonly value: number;
  /** Its gradient there. */
  readonly gradient: Float64Array;
  /**
   * Covariance $2\,\mathrm{up}\,H^{-1}$ of the parameters that moved freely, row-major over all parameters; 0 for those
   * fixed or at a bound. Empty when it was not asked for, or when the Hessian is not positive definite.
   */
  readonly covariance: Float64Array;
  /** Square roots of the diagonal of `covariance`, by name; empty as that is. */
  readonly errors: Readonly<Record<string, number>>;
  /** Whether the point is a verified minimum: nothing left to gain, and no direction of negative curvature. */
  readonly valid: boolean;
  /** What is wrong, or empty. */
  readonly reason: string;
  /** Decrease that a full Newton step would still bring (estimated distance to the minimum). */
  readonly edm: number;
  /** Number of steps tried. */
  readonly iterations: number;
  /** Number of evaluations of the objective, with or without derivatives. */
  readonly evaluations: number;
  /** Names of parameters that ended at a bound. */
  readonly atBound: readonly string[];
  /** Names of parameters the objective does not determine: its Hessian is singular along them. */
  readonly undetermined: readonly string[];
}
