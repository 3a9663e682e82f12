import { firstAbove } from "@belladonna/numerics";

/** An axis of bins of equal width. */
export interface RegularAxis {
  /** The kind. */
  readonly type: "regular";
  /** Number of bins, without under- and overflow. */
  readonly bins: number;
  /** Lower edge of the first bin. */
  readonly lower: number;
  /** Upper edge of the last bin. */
  readonly upper: number;
  /** What the axis shows, for plots and tables. */
  readonly label?: string;
}

/** An axis of bins of any width. */
export interface VariableAxis {
  /** The kind. */
  readonly type: "variable";
  /** Edges, ascending, one more than there are bins. */
  readonly edges: readonly number[];
  /** What the axis shows, for plots and tables. */
  readonly label?: string;
}

/** An axis of named categories; what is in none of them goes to the overflow. */
export interface CategoryAxis {
  /** The kind. */
  readonly type: "category";
  /** Names of the bins, each once. */
  readonly categories: readonly string[];
  /** What the axis shows, for plots and tables. */
  readonly label?: string;
}

/** One axis of a histogram. */
export type Axis = RegularAxis | VariableAxis | CategoryAxis;

/**
 * Bins of equal width; bin $i$ is $[x_i, x_{i+1})$.
 *
 * ```ts
 * [...binEdges(regularAxis(4, 0, 2))]; // [0, 0.5, 1, 1.5, 2]
 * ```
 * @param bins - Number of bins, a positive integer.
 * @param lower - Lower edge of the first bin.
 * @param upper - Upper edge of the last bin, above `lower`.
 * @param label - What the axis shows.
 * @throws RangeError when the number or the edges are not such.
 */
export function regularAxis(bins: number, lower: number, upper: number, label?: string): RegularAxis {
  requireRegular("regularAxis", bins, lower, upper);
  return { type: "regular", bins, lower, upper, ...(label !== undefined && { label }) };
}

/**
 * Bins between given edges; bin $i$ is $[x_i, x_{i+1})$.
 *
 * ```ts
 * [...binEdges(variableAxis([0, 1, 5]))]; // [0, 1, 5]
 * ```
 * @param edges - Finite, strictly ascending, at least two.
 * @param label - What the axis shows.
 * @throws RangeError when the edges are not such.
 */
export function variableAxis(edges: readonly number[], label?: string): VariableAxis {
  if (edges.length < 2) throw new RangeError(`variableAxis: need at least two edges, got ${edges.length}`);
  for (let i = 0; i < edges.length; i++) {
    if (!(Number.isFinite(edges[i]) && (i === 0 || edges[i] > edges[i - 1]))) {
      throw new RangeError(`variableAxis: edges must be finite and ascending, got ${edges[i]} at ${i}`);
    }
  }
  return { type: "variable", edges: [...edges], ...(label !== undefined && { label }) };
}

/**
 * One bin a category.
 *
 * ```ts
 * categoryAxis(["e", "mu"]).categories; // ["e", "mu"]
 * ```
 * @param categories - Names, each once, at least one.
 * @param label - What the axis shows.
 * @throws RangeError when there is none, or one twice.
 */
export function categoryAxis(categories: readonly string[], label?: string): CategoryAxis {
  if (categories.length === 0 || new Set(categories).size !== categories.length) {
    throw new RangeError(`categoryAxis: need distinct categories, got ${categories.join(", ")}`);
  }
  return { type: "category", categories: [...categories], ...(label !== undefined && { label }) };
}

/** Most bins of an axis. */
const MOST = 1e8;

function requireRegular(name: string, bins: number, lower: number, upper: number): void {
  if (!(Number.isSafeInteger(bins) && bins > 0 && bins <= MOST)) {
    throw new RangeError(`${name}: bins must be a positive integer, ${MOST} at most, got ${bins}`);
  }
  if (!(lower < upper && Number.isFinite(lower) && Number.isFinite(upper))) {
    throw new RangeError(`${name}: need finite lower < upper, got ${lower}, ${upper}`);
  }
}

/** Number of bins of an axis, without under- and overflow. */
export function binCount(axis: Axis): number {
  if (axis.type === "regular") return axis.bins;
  return axis.type === "variable" ? axis.edges.length - 1 : axis.categories.length;
}

/**
 * The edges of an axis, one more than it has bins; $0, 1, \dots$ for categories.
 *
 * ```ts
 * [...binEdges(regularAxis(2, 0, 1))]; // [0, 0.5, 1]
 * ```
 * @param axis - The axis.
 * @throws RangeError as {@link regularAxis}.
 */
export function binEdges(axis: Axis): Float64Array {
  if (axis.type === "variable") return Float64Array.from(axis.edges);
  if (axis.type === "category") return Float64Array.from({ length: axis.categories.length + 1 }, (_, i) => i);
  const { bins, lower, upper } = axis;
  requireRegular("binEdges", bins, lower, upper);
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => (lower * (bins - i) + upper * i) / bins);
  edges[0] = lower;
  edges[bins] = upper;
  return edges;
}

/** How many cells an axis takes in storage: bins, underflow (not for categories) and overflow. */
export function extent(axis: Axis): number {
  return binCount(axis) + (axis.type === "category" ? 1 : 2);
}

/** A function from a value to its cell in storage, underflow first, overflow last; -1 for NaN. */
export function locator(axis: Axis): (x: number | string) => number {
  if (axis.type === "category") {
    const cells = new Map(axis.categories.map((name, i) => [name, i]));
    return (x) => cells.get(String(x)) ?? axis.categories.length;
  }
  const edges = binEdges(axis);
  const last = edges.length - 1;
  if (axis.type === "regular") {
    const { lower, upper, bins } = axis;
    const scale = bins / (upper - lower);
    return (value) => {
      const x = Number(value);
      if (!(x >= lower)) return x === x ? 0 : -1;
      if (x >= upper) return last + 1;
      // The product may round across an edge.
      let i = Math.min(bins - 1, Math.floor((x - lower) * scale));
      if (x < edges[i]) i--;
      else if (x >= edges[i + 1]) i++;
      return i + 1;
    };
  }
  return (value) => {
    const x = Number(value);
    if (!(x >= edges[0])) return x === x ? 0 : -1;
    return firstAbove(edges, x);
  };
}
