/** A batch of four-momenta, one column a component, GeV. Column `m` is the signed mass as in {@link FourVector}. */
export interface FourVectors {
  /** Momentum along $x$, GeV. */
  readonly px: Float64Array;
  /** Momentum along $y$, GeV. */
  readonly py: Float64Array;
  /** Momentum along $z$, GeV. */
  readonly pz: Float64Array;
  /** Energy, GeV. */
  readonly e: Float64Array;
  /** Signed mass, GeV. */
  readonly m: Float64Array;
}
