import { categoryAxis, extent, regularAxis, variableAxis } from "./axis.js";
import type { Axis } from "./axis.js";

/** Numbers nested as deep as there are axes. */
export type Nested = number | readonly Nested[];

/** An axis as the Unified Histogram Interface writes it. */
export interface UhiAxis {
  /** `regular`, `variable` or `category_str`. */
  readonly type: string;
  /** Lower edge (regular). */
  readonly lower?: number;
  /** Upper edge (regular). */
  readonly upper?: number;
  /** Number of bins (regular). */
  readonly bins?: number;
  /** Edges (variable). */
  readonly edges?: readonly number[];
  /** Names (category). */
  readonly categories?: readonly string[];
  /** Whether there is an underflow bin. */
  readonly underflow?: boolean;
  /** Whether there is an overflow bin. */
  readonly overflow?: boolean;
  /** Whether there is an overflow bin (category). */
  readonly flow?: boolean;
  /** Whether the ends meet. */
  readonly circular?: boolean;
  /** Anything else; `label` is kept. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/**
 * A histogram as the Unified Histogram Interface writes it.
 * @see [UHI serialization](https://uhi.readthedocs.io/en/latest/serialization.html)
 */
export interface UhiHistogram {
  /** Version of the form. */
  readonly uhi_schema: number;
  /** The axes. */
  readonly axes: readonly UhiAxis[];
  /** The contents, flow bins included. */
  readonly storage: {
    /** `weighted`, `double` or `int`. */
    readonly type: string;
    /** Sums of weights. */
    readonly values: Nested;
    /** Sums of squared weights (weighted). */
    readonly variances?: Nested;
  };
}

/** To plain data. */
export function toUhi(axes: readonly Axis[], cells: Float64Array, variances: Float64Array): UhiHistogram {
  const shape = axes.map(extent);
  return {
    uhi_schema: 1,
    axes: axes.map(writeAxis),
    storage: { type: "weighted", values: nest(cells, shape), variances: nest(variances, shape) },
  };
}

/** From plain data. */
export function fromUhi(json: UhiHistogram): { axes: Axis[]; cells: number[]; variances: number[] } {
  const { type, values, variances } = json.storage;
  if (type !== "weighted" && type !== "double" && type !== "int") {
    throw new RangeError(`fromJSON: storage must be weighted, double or int, got ${type}`);
  }
  const cells = flatten(values);
  return {
    axes: json.axes.map(readAxis),
    cells,
    variances: variances === undefined ? cells : flatten(variances),
  };
}

function writeAxis(axis: Axis): UhiAxis {
  const metadata = axis.label === undefined ? {} : { metadata: { label: axis.label } };
  const flow = { underflow: true, overflow: true, circular: false, ...metadata };
  if (axis.type === "category") {
    return { type: "category_str", categories: axis.categories, flow: true, ...metadata };
  }
  if (axis.type === "variable") return { type: "variable", edges: axis.edges, ...flow };
  return { type: "regular", lower: axis.lower, upper: axis.upper, bins: axis.bins, ...flow };
}

function readAxis(axis: UhiAxis): Axis {
  const label = typeof axis.metadata?.label === "string" ? axis.metadata.label : undefined;
  const complete = axis.type === "category_str" ? axis.flow : axis.underflow && axis.overflow && axis.circular !== true;
  if (complete !== true) throw new RangeError("fromJSON: axes must have their flow bins, and not be circular");
  if (axis.type === "regular") {
    return regularAxis(axis.bins ?? Number.NaN, axis.lower ?? Number.NaN, axis.upper ?? Number.NaN, label);
  }
  if (axis.type === "variable") return variableAxis(axis.edges ?? [], label);
  if (axis.type === "category_str") return categoryAxis(axis.categories ?? [], label);
  throw new RangeError(`fromJSON: axis must be regular, variable or category_str, got ${axis.type}`);
}

/** A flat row-major array as nested ones. */
function nest(flat: Float64Array, shape: readonly number[]): Nested {
  if (shape.length <= 1) return Array.from(flat);
  const [, ...rest] = shape;
  const size = rest.reduce((a, b) => a * b, 1);
  return Array.from({ length: shape[0] }, (_, i) => nest(flat.subarray(i * size, (i + 1) * size), rest));
}

function flatten(nested: Nested): number[] {
  return typeof nested === "number" ? [nested] : nested.flatMap(flatten);
}
