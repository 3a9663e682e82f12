import type { Standing } from "./standing.js";

/** A value with its unit, where it comes from, and how well it is known. */
export interface Sourced<T = number> {
  /** The value, in the unit given. */
  readonly value: T;
  /** Unit of `value`; `"1"` when dimensionless. */
  readonly unit: string;
  /** How well it is known. */
  readonly standing: Standing;
  /** Where it was read, or how it was derived. */
  readonly source: string;
  /** One standard deviation, in `unit`; absent when exact, negligible or not known. */
  readonly uncertainty?: number;
}

/** The shape of `T` with each value replaced by a {@link Sourced} one. */
export type Described<T> = T extends number | string | readonly unknown[]
  ? Sourced<T>
  : { readonly [K in keyof T]: Described<T[K]> };

/**
 * The bare values of a description, in the same shape.
 *
 * ```ts
 * plain({ mass: { value: 3, unit: "GeV", standing: "read", source: "a paper" } }); // {"mass":3}
 * ```
 * @param description - A description whose leaves carry unit, standing and source.
 */
export function plain<T>(description: Described<T>): T {
  const strip = (node: object): unknown => {
    if ("value" in node && "standing" in node) return node.value;
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, strip(child as object)]));
  };
  return strip(description) as T;
}
