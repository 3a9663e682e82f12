/** A number (or table) of a detector description with its unit, where it comes from, and how surely. */
export interface Sourced<T> {
  /** The value, in the unit given. */
  readonly value: T;
  /** Unit of `value`; "1" for dimensionless. */
  readonly unit: string;
  /**
   * `"read"`: stands in the source named; `"derived"`: computed here from numbers read, as the source says;
   * `"recalled"`: a typical value without a source at hand, to be replaced by whoever has one.
   */
  readonly status: "read" | "derived" | "recalled";
  /** Where the number was read, or how it was derived. */
  readonly source: string;
}

/** The shape of `T` with each value replaced by a {@link Sourced} one. */
export type Described<T> = T extends number | string | readonly unknown[]
  ? Sourced<T>
  : { readonly [K in keyof T]: Described<T[K]> };

/**
 * The bare values of a description, in the same shape.
 * @param description - A description whose leaves carry unit, status and source.
 */
export function plain<T>(description: Described<T>): T {
  const strip = (node: object): unknown => {
    if ("value" in node && "status" in node) return node.value;
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, strip(child as object)]));
  };
  return strip(description) as T;
}
