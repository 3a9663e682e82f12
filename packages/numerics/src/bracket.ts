/**
 * Index of the first element of a non-decreasing list that is ≥ `at`; its length where there is none.
 *
 * ```ts
 * firstAtOrAbove([1, 2, 3], 2); // 1
 * ```
 */
export function firstAtOrAbove(x: ArrayLike<number>, at: number): number {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle] >= at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Index of the first element of a non-decreasing list that is > `at`; its length where there is none.
 *
 * ```ts
 * firstAbove([1, 2, 3], 2); // 2
 * ```
 */
export function firstAbove(x: ArrayLike<number>, at: number): number {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Index of the last element of a non-decreasing list that is ≤ `at`; 0 where there is none.
 *
 * ```ts
 * lastAtOrBelow([1, 2, 3], 2.5); // 1
 * ```
 */
export function lastAtOrBelow(x: ArrayLike<number>, at: number): number {
  return Math.max(0, firstAbove(x, at) - 1);
}
