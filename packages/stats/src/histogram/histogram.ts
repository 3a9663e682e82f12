import { binCount, binEdges, extent, locator } from "./axis.js";
import type { Axis } from "./axis.js";
import { fromUhi, toUhi } from "./uhi.js";
import type { UhiHistogram } from "./uhi.js";

/** One column of values a fill takes for each axis: numbers, or names for a category axis. */
export type Column = ArrayLike<number> | ArrayLike<string>;

/**
 * Weighted counts in bins of one or more axes, with the sum of squared weights as variance; under- and overflow are kept.
 *
 * Storage is row-major over the axes, each with its underflow first (categories have none) and its overflow last.
 */
export class Histogram {
  /** The axes. */
  readonly axes: readonly Axis[];
  /** Sum of weights of each cell, flow included. */
  readonly cells: Float64Array;
  /** Sum of squared weights of each cell, flow included. */
  readonly cellVariances: Float64Array;
  readonly #locate: readonly ((x: number | string) => number)[];
  readonly #strides: readonly number[];

  /**
   * An empty histogram.
   * @param axes - At least one.
   * @throws RangeError when there is none.
   */
  constructor(axes: readonly Axis[]) {
    if (axes.length === 0) throw new RangeError("Histogram: needs at least one axis, got none");
    this.axes = [...axes];
    const strides = new Array<number>(axes.length);
    let size = 1;
    for (let a = axes.length - 1; a >= 0; a--) {
      strides[a] = size;
      size *= extent(axes[a]);
    }
    this.#strides = strides;
    this.#locate = axes.map(locator);
    this.cells = new Float64Array(size);
    this.cellVariances = new Float64Array(size);
  }

  /**
   * Adds events.
   * @param columns - One column an axis, of equal lengths.
   * @param weights - One weight an event; 1 each when absent.
   * @returns This histogram.
   * @throws RangeError when lengths differ, or a value or weight is NaN; the histogram is then unchanged.
   */
  fill(columns: readonly Column[], weights?: ArrayLike<number>): this {
    const n = columns.at(0)?.length ?? 0;
    if (columns.length !== this.axes.length || columns.some((c) => c.length !== n)) {
      throw new RangeError(
        `fill: need ${this.axes.length} columns of equal length, got ${columns.map((c) => c.length).join(", ")}`,
      );
    }
    if (weights !== undefined && weights.length !== n) {
      throw new RangeError(`fill: need ${n} weights, got ${weights.length}`);
    }
    const where = new Int32Array(n);
    for (let a = 0; a < columns.length; a++) {
      const column = columns[a];
      const locate = this.#locate[a];
      for (let i = 0; i < n; i++) {
        const cell = locate(column[i]);
        if (cell < 0) throw new RangeError(`fill: values must not be NaN, got one at ${i} of column ${a}`);
        where[i] += cell * this.#strides[a];
      }
    }
    for (let i = 0; weights !== undefined && i < n; i++) {
      if (!Number.isFinite(weights[i])) throw new RangeError(`fill: weights must be finite, got ${weights[i]} at ${i}`);
    }
    for (let i = 0; i < n; i++) {
      const w = weights === undefined ? 1 : weights[i];
      this.cells[where[i]] += w;
      this.cellVariances[where[i]] += w * w;
    }
    return this;
  }

  /** Sums of weights of the bins, row-major, without under- and overflow. */
  values(): Float64Array {
    return this.#inner(this.cells);
  }

  /** Sums of squared weights of the bins, row-major, without under- and overflow. */
  variances(): Float64Array {
    return this.#inner(this.cellVariances);
  }

  /**
   * Edges of the bins of one axis.
   * @param axis - Which; the first by default.
   */
  edges(axis = 0): Float64Array {
    return binEdges(this.axes[axis]);
  }

  /**
   * Total of the weights.
   * @param flow - Whether under- and overflow count; false by default.
   */
  sum(flow = false): number {
    return (flow ? this.cells : this.values()).reduce((a, b) => a + b, 0);
  }

  /**
   * Adds the contents of another histogram of the same axes.
   * @param other - What to add.
   * @param factor - Times this; the variance takes its square. 1 by default.
   * @returns This histogram.
   * @throws RangeError when the axes differ.
   */
  add(other: Histogram, factor = 1): this {
    if (JSON.stringify(other.axes) !== JSON.stringify(this.axes)) {
      throw new RangeError("add: the histograms have different axes");
    }
    for (let i = 0; i < this.cells.length; i++) {
      this.cells[i] += factor * other.cells[i];
      this.cellVariances[i] += factor * factor * other.cellVariances[i];
    }
    return this;
  }

  /**
   * The histogram of some of the axes, summed over all cells (flow included) of the others.
   * @param axes - Indices of the axes kept, in the order wanted.
   * @throws RangeError when an index is unknown or repeated.
   */
  project(...axes: number[]): Histogram {
    if (new Set(axes).size !== axes.length || axes.some((a) => !(a in this.axes))) {
      throw new RangeError(`project: need distinct axes below ${this.axes.length}, got ${axes.join(", ")}`);
    }
    const out = new Histogram(axes.map((a) => this.axes[a]));
    for (let i = 0; i < this.cells.length; i++) {
      let to = 0;
      axes.forEach((a, k) => {
        to += (Math.floor(i / this.#strides[a]) % extent(this.axes[a])) * out.#strides[k];
      });
      out.cells[to] += this.cells[i];
      out.cellVariances[to] += this.cellVariances[i];
    }
    return out;
  }

  /** As plain data in the form of the Unified Histogram Interface, version 1. `JSON.stringify` calls it. */
  toJSON(): UhiHistogram {
    return toUhi(this.axes, this.cells, this.cellVariances);
  }

  /**
   * From the form of the Unified Histogram Interface; counts without variances get their Poisson variance.
   * @param json - Parsed JSON.
   * @throws RangeError when the data are not such a histogram.
   */
  static fromJSON(json: UhiHistogram): Histogram {
    const { axes, cells, variances } = fromUhi(json);
    const out = new Histogram(axes);
    if (cells.length !== out.cells.length || variances.length !== out.cells.length) {
      throw new RangeError(`fromJSON: need ${out.cells.length} values, flow included, got ${cells.length}`);
    }
    out.cells.set(cells);
    out.cellVariances.set(variances);
    return out;
  }

  #inner(all: Float64Array): Float64Array {
    const counts = this.axes.map(binCount);
    const out = new Float64Array(counts.reduce((a, b) => a * b, 1));
    for (let i = 0; i < out.length; i++) {
      let rest = i;
      let from = 0;
      for (let a = this.axes.length - 1; a >= 0; a--) {
        from += ((rest % counts[a]) + (this.axes[a].type === "category" ? 0 : 1)) * this.#strides[a];
        rest = Math.floor(rest / counts[a]);
      }
      out[i] = all[from];
    }
    return out;
  }
}
