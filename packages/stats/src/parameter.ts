/** A parameter of a likelihood: shared by name between components. */
export interface Parameter {
  /** Name, unique within a likelihood. */
  readonly name: string;
  /** Value a fit starts from. */
  readonly start: number;
  /** Lower bound, $-\infty$ when absent. */
  readonly min?: number;
  /** Upper bound, $+\infty$ when absent. */
  readonly max?: number;
  /** Held at `start` when true. */
  readonly fixed?: boolean;
}
