// What stands in a browser for `node.ts`.

/** Refuses: there are no threads of ours in a browser. */
export function workOf(): never {
  throw new RangeError("runSearch: threads need Node; hand in a work, got workers");
}

/** Refuses: there are no folders in a browser. */
export function sharedCache(): never {
  throw new RangeError("runSearch: a cache needs Node; hand in a work, got cache");
}

/** Refuses: there are no folders in a browser. */
export function outputFolder(): never {
  throw new RangeError("runSearch: writing needs Node; use what runSearch returns, got out");
}

/** Never reached. */
export function runAndWrite(): never {
  return outputFolder();
}
