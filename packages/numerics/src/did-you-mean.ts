/** Fewest letters to add, drop or change on the way from one word to another (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + Number(a[i - 1] !== b[j - 1])));
    }
  }
  return row[b.length];
}

/**
 * The end of a message about a word that is not known: which of the known ones may be meant.
 * @param word - What was given.
 * @param known - Words that there are.
 * @returns ` (did you mean "x"?)` for the one word that is nearest, by at most two letters in five, whatever their
 * case; empty when there is none or more than one.
 * @example
 * ```ts
 * didYouMean("experimnt", ["experiment", "portal"]); // ' (did you mean "experiment"?)'
 * ```
 */
export function didYouMean(word: string, known: readonly string[]): string {
  // Nobody misspells a novel.
  if (word.length > 100) return "";
  const far = known.map((one) => distance(word.toLowerCase(), one.toLowerCase()));
  const least = far.reduce((a, b) => Math.min(a, b), Math.max(1, Math.floor(0.4 * word.length)));
  const near = known.filter((_, i) => far[i] === least);
  return near.length === 1 ? ` (did you mean "${near[0]}"?)` : "";
}
