/**
 * What does not fit in the numbers of baskets and entries of a branch and of those in it; undefined where all fit. jsroot goes
 * through as many as the branch says, which in a damaged file are up to $2^{53}$.
 *
 * @param branch - The branch, as jsroot has read it.
 * @param entries - Entries of its tree.
 */
export function oddBaskets(branch: JsrootBranch, entries: number): string | undefined {
  const { fName, fEntries, fWriteBasket: written, fMaxBaskets, fBasketEntry: first = [], fBaskets, fBranches } = branch;
  if (fEntries !== entries) return `${fName} has ${fEntries} of ${entries} entries`;
  if (!(written >= 0 && written < fMaxBaskets && fMaxBaskets <= first.length)) {
    return `${fName} has written ${written} baskets of ${fMaxBaskets}, with beginnings of ${first.length}`;
  }
  for (let k = 0; k < written; k++) {
    if (!(first[k] >= 0 && first[k] <= first[k + 1])) {
      return `basket ${k} of ${fName} has entries ${first[k]} to ${first[k + 1]}`;
    }
  }
  const parts = fBranches?.arr ?? [];
  // What is not written yet is kept with the branch; the entries of an object in parts are in the baskets of its parts.
  const kept = fBaskets?.arr?.[written]?.fNevBuf ?? 0;
  if (parts.length === 0 && first[written] + kept !== entries) {
    return `${fName} has ${first[written]} + ${kept} entries in its baskets, and not ${entries}`;
  }
  for (const part of parts) {
    const odd = part ? oddBaskets(part, entries) : `${fName} has a part that cannot be read`;
    if (odd !== undefined) return odd;
  }
  return undefined;
}
