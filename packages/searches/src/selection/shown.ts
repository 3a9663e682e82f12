/** First, middle and last of a list: the masses whose cut flow is shown. */
export function firstMiddleLast<T>(list: readonly T[]): T[] {
  return [...new Set([0, list.length >> 1, list.length - 1])].flatMap((i) => list.slice(i, i + 1));
}
