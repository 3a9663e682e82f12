/** Parts of an identifier: letters, or digits. */
const partsOf = (id: string): Set<string> => new Set(id.toLowerCase().match(/[a-z]+|\d+/g));

/** Pairs of letters that follow each other. */
function pairsOf(id: string): Set<string> {
  const text = id.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
}

/** Dice's coefficient of two sets. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const x of a) if (b.has(x)) both++;
  return (2 * both) / Math.max(1, a.size + b.size);
}

/**
 * The identifiers most like a word: by the parts that they share, in any order, and by pairs of letters.
 *
 * @param id - what was asked for
 * @param known - the identifiers there are
 * @returns three at most, the most alike first; none where nothing is alike
 */
export function nearest(id: string, known: readonly string[]): string[] {
  const [parts, pairs] = [partsOf(id), pairsOf(id)];
  return known
    .map((one) => ({ one, score: likeness(parts, partsOf(one)) + likeness(pairs, pairsOf(one)) }))
    .filter(({ score }) => score > 0.9)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ one }) => one);
}
