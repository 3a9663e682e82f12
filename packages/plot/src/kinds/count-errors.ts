/** Ends of the errors of counts: $n\pm\sqrt n$, and from 0 to 1.15, the central 68 % limit, for none. */
export function countErrors(counts: readonly number[]): { readonly low: number[]; readonly high: number[] } {
  return {
    low: counts.map((n) => n - Math.sqrt(n)),
    high: counts.map((n) => (n === 0 ? NONE : n + Math.sqrt(n))),
  };
}

/** Upper limit of 68.3 % on the mean when nothing is counted: $-\ln 0.317$. */
const NONE = 1.149;
