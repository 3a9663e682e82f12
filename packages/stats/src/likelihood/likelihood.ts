import type { Objective } from "../minimise/objective.js";
import type { Parameter } from "../parameter.js";
import type { RandomStream } from "@belladonna/numerics";

/** One Poisson count of mean $\mu s + b$ with $s$ and $b$ known. */
export interface KnownCount {
  /** Events seen. */
  readonly observed: number;
  /** Expected background $b$. */
  readonly background: number;
  /** Expected signal $s$ where the parameter of interest is 1. */
  readonly signal: number;
}

/**
 * What every test, interval and limit needs of a statistical model together with its data.
 *
 * Vectors `theta` hold one value a parameter, in the order of `parameters`, fixed ones included.
 */
export interface Likelihood {
  /** The parameters, in the order of every `theta`. */
  readonly parameters: readonly Parameter[];
  /** Name of the parameter of interest, if one is declared. */
  readonly poi?: string;
  /**
   * Where the model is one count, of mean proportional to the parameter of interest but for a background known exactly, and
   * nothing else: limits are then those of the exact constructions.
   */
  readonly count?: KnownCount;
  /** $-2\ln L(\theta)$ up to a constant that does not depend on `theta`. `Infinity` where $L = 0$. */
  value(theta: Float64Array): number;
  /** Gradient of {@link Likelihood.value}, written to `out` (allocated when absent) and returned. */
  gradient(theta: Float64Array, out?: Float64Array): Float64Array;
  /**
   * Hessian of {@link Likelihood.value} (or its Gauss–Newton form where `hessianKind` says so), row-major $n\times n$,
   * written to `out` and returned.
   */
  hessian?(theta: Float64Array, out?: Float64Array): Float64Array;
  /** Whether `hessian` is exact or leaves out the second derivatives of the model. */
  readonly hessianKind?: "exact" | "gauss-newton";
  /**
   * Indices of parameters at whose zero the function may have a kink. The derivatives there are those of the side above; a
   * minimum may lie on a kink.
   */
  readonly kinks?: readonly number[];
  /**
   * Indices of parameters along which there may be several minima: those of templates nearly even in them, free factors.
   * A fit looks for lower minima along these; where they are absent along all, after it met negative curvature.
   */
  readonly valleys?: readonly number[];
  /** Value, gradient and Hessian in one pass; the arrays are written when given. Minimisers prefer it to three calls. */
  evaluate?(theta: Float64Array, gradient?: Float64Array, hessian?: Float64Array): number;
  /**
   * Estimate of the covariance of {@link Likelihood.gradient} over repetitions, row-major, where it is not
   * $2 H$: for weighted data. A fit then gives the errors $H^{-1} G H^{-1}$.
   */
  gradientCovariance?(theta: Float64Array, out?: Float64Array): Float64Array;
  /**
   * A cheaper likelihood of the same parameters whose maximum lies near: a fit from a distant start goes there first.
   */
  pilot?(): Likelihood | undefined;
  /** The same model and data with other starts, bounds or fixed parameters; names and order are the same. */
  withParameters?(parameters: readonly Parameter[]): Likelihood;
  /**
   * The same function with at least so many events in every bin that has next to none, so that its minimum lies at positive rates; absent, or
   * `undefined`, where no bin is empty. A minimum at a rate of 0 is found through it.
   */
  softened?(events: number): Objective | undefined;
  /** What is wrong with the function at `theta` (a rate of 0 where events were seen), for the reason of a failure; or empty. */
  fault?(theta: Float64Array): string;
  /** Plain data from which a worker elsewhere builds the same model for pseudo-experiments, where there are such. */
  readonly recipe?: unknown;
  /** Expected data at `theta`: yields per bin (auxiliary data after them), or the expected number of events. */
  expected(theta: Float64Array): Float64Array;
  /** The same model with pseudo-data drawn at `theta`, auxiliary measurements included. */
  sample(theta: Float64Array, random: RandomStream): Likelihood;
  /** The same model with the Asimov data of `theta`. */
  asimov(theta: Float64Array): Likelihood;
}
