/** About `count` entries of a list, evenly spread and with both ends: the points of which a cut flow is shown. */
export function someOf<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  return Array.from({ length: count }, (_, k) => list[Math.round((k * (list.length - 1)) / (count - 1))]);
}
