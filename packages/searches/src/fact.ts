/**
 * How well a number of a search is known.
 *
 * - `published`: read in the paper or its abstract.
 * - `read`: read in the experiment's software or in a named third-party copy.
 * - `derived`: computed from published numbers.
 * - `recalled`: from memory of the paper's body, not checked against it; never to be quoted as published.
 * - `stand-in`: ours, in place of an input that is not public.
 */
type FactStatus = "published" | "read" | "derived" | "recalled" | "stand-in";

/** One number or choice of a search, with its standing. */
export interface Fact {
  /** What it is. */
  readonly quantity: string;
  /** Its value, as text with unit. */
  readonly value: string;
  /** How well it is known. */
  readonly status: FactStatus;
  /** Where it comes from. */
  readonly source: string;
}
