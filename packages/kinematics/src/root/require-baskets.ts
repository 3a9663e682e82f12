/**
 * That the numbers of baskets and entries of a tree fit each other. jsroot goes through as many as the tree says, which in a
 * damaged file are up to $2^{53}$.
 *
 * @param tree - The tree, as jsroot has read it.
 * @throws RangeError with the branch whose numbers do not fit.
 */
export function requireBaskets({ fEntries: entries, fBranches }: JsrootTree): void {
  const fail = (what: string): never => {
    throw new RangeError(what);
  };
  if (!(Number.isSafeInteger(entries) && entries >= 0)) fail(`the tree has ${entries} entries`);
  for (const { fName, fEntries, fWriteBasket: written, fMaxBaskets, fBasketEntry: first, fBaskets } of fBranches.arr) {
    if (fEntries !== entries) fail(`branch ${fName} has ${fEntries} of ${entries} entries`);
    if (!(written >= 0 && written < fMaxBaskets && fMaxBaskets <= first.length)) {
      fail(`branch ${fName} has written ${written} baskets of ${fMaxBaskets}, with beginnings of ${first.length}`);
    }
    for (let k = 0; k < written; k++) {
      if (!(first[k] >= 0 && first[k] <= first[k + 1])) {
        fail(`basket ${k} of branch ${fName} has entries ${first[k]} to ${first[k + 1]}`);
      }
    }
    // What is not written yet is kept with the branch.
    const kept = fBaskets.arr[written]?.fNevBuf ?? 0;
    if (first[written] + kept !== entries) {
      fail(`branch ${fName} has ${first[written]} + ${kept} entries in its baskets, and not ${entries}`);
    }
  }
}
