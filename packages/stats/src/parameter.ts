import { requireOptions } from "@belladonna/numerics";

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

/** Bounds of a parameter, and whether it is held. */
export interface ParameterOptions {
  /** Lower bound, $-\infty$ when absent. */
  readonly min?: number;
  /** Upper bound, $+\infty$ when absent. */
  readonly max?: number;
  /** Held at its start when true. */
  readonly fixed?: boolean;
}

/**
 * A named parameter with its start, and optionally bounds; two components that name the same parameter share it.
 *
 * @param name - Name, not empty.
 * @param start - Value a fit starts from, within the bounds.
 * @param options - Bounds, and `fixed` to hold it at `start`.
 * @returns The parameter, a frozen plain object.
 * @throws RangeError when the name is empty, a number is NaN, or `start` is outside the bounds.
 * @example
 * ```ts
 * parameter("signal", 10, { min: 0 }).start; // ≈ 10
 * ```
 */
export function parameter(name: string, start: number, options: ParameterOptions = {}): Parameter {
  requireOptions("parameter", options, ["min", "max", "fixed"]);
  const made = { name, start, ...options };
  requireParameter("parameter", made);
  return Object.freeze(made);
}

/**
 * Throws unless something is a parameter: named, with a finite start within its bounds.
 * @param caller - Name of the function that was given it.
 * @param given - What was given.
 */
export function requireParameter(caller: string, given: Parameter): void {
  const { name, start, min = -Infinity, max = Infinity } = given;
  if (name === "") throw new RangeError(`${caller}: name must not be empty`);
  if (!Number.isFinite(start)) throw new RangeError(`${caller}: start of ${name} must be finite, got ${start}`);
  if (!(min < max)) throw new RangeError(`${caller}: ${name} needs min < max, got min=${min}, max=${max}`);
  if (!(start >= min && start <= max)) {
    throw new RangeError(`${caller}: start of ${name} must be within [${min}, ${max}], got ${start}`);
  }
}

/** The parameters of several components, each name once, in order of first appearance. */
export function mergeParameters(caller: string, lists: Iterable<readonly Parameter[]>): Parameter[] {
  const byName = new Map<string, Parameter>();
  for (const list of lists) {
    for (const p of list) {
      const known = byName.get(p.name);
      if (known === undefined) {
        requireParameter(caller, p);
        byName.set(p.name, p);
      } else if (!same(known, p)) {
        throw new RangeError(`${caller}: two different parameters are named ${p.name}: start, bounds or fixed differ`);
      }
    }
  }
  return [...byName.values()];
}

function same(a: Parameter, b: Parameter): boolean {
  return a === b || (a.start === b.start && a.min === b.min && a.max === b.max && a.fixed === b.fixed);
}

/** Position of each parameter of `part` in `whole`, by name. */
export function parameterIndices(part: readonly Parameter[], whole: readonly Parameter[]): Int32Array {
  const position = new Map(whole.map((p, i) => [p.name, i]));
  return Int32Array.from(part, (p) => position.get(p.name) ?? -1);
}
