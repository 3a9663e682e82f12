import type { Standing } from "@belladonna/sources";

/** One number or choice of a search, with its standing. */
export interface Fact {
  /** What it is. */
  readonly quantity: string;
  /** Its value, as text with unit. */
  readonly value: string;
  /** How well it is known. */
  readonly standing: Standing;
  /** Where it comes from. */
  readonly source: string;
}
