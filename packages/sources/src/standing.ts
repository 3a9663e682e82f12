/**
 * How well a number or a reference is known: the one dialect of all packages.
 *
 * - `published`: stands in a paper, its abstract, or a record of its authors.
 * - `read`: stands in the source named, such as software or a third-party copy, and was compared with it.
 * - `digitised`: read off a figure.
 * - `derived`: computed from numbers that are known, as the source says.
 * - `unverified`: as handed on, not compared with the publication; for orientation, never to be quoted.
 * - `recalled`: written from memory, not checked; never to be called published.
 * - `stand-in`: ours, in place of an input that is not public.
 */
export type Standing = "published" | "read" | "digitised" | "derived" | "unverified" | "recalled" | "stand-in";

/** Every {@link Standing}, the best known first. */
export const standings: readonly Standing[] = [
  "published",
  "read",
  "digitised",
  "derived",
  "unverified",
  "recalled",
  "stand-in",
];
