const median3 = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
const median5 = (v: readonly number[], at: number): number => v.slice(at - 2, at + 3).sort((a, b) => a - b)[2];

/** Running medians of three, five and three, the ends by extrapolation in the first round. */
function medians(x: readonly number[]): number[] {
  const last = x.length - 1;
  const threes = (v: readonly number[]): number[] =>
    v.map((y, i) => (i === 0 || i === last ? y : median3(v[i - 1], y, v[i + 1])));
  const first = threes(x);
  first[0] = median3(first[1], first[0], 3 * first[1] - 2 * first[2]);
  first[last] = median3(first[last - 1], first[last], 3 * first[last - 1] - 2 * first[last - 2]);
  const fives = first.map((y, i) =>
    i === 0 || i === last ? y : i === 1 || i === last - 1 ? median3(first[i - 1], y, first[i + 1]) : median5(first, i),
  );
  return threes(fives);
}

/** Flat pieces of three bins between a rise and a fall, which medians leave, become a piece of a parabola. */
function parabolas(z: readonly number[]): number[] {
  const out = [...z];
  for (let i = 2; i < z.length - 2; i++) {
    const [left, right] = [z[i - 2] - z[i], z[i + 2] - z[i]];
    if (z[i - 1] !== z[i] || z[i] !== z[i + 1] || left * right <= 0) continue;
    const side = Math.abs(right) > Math.abs(left) ? -1 : 1;
    const [far, near] = [z[i - 2 * side], z[i + 2 * side]];
    out[i] = -0.5 * far + z[i] / 0.75 + near / 6;
    out[i + side] = 0.5 * (near - far) + z[i];
  }
  return out;
}

/** Running means with the weights 1/4, 1/2, 1/4. */
const means = (y: readonly number[]): number[] =>
  y.map((x, i) => (i === 0 || i === y.length - 1 ? x : 0.25 * y[i - 1] + 0.5 * x + 0.25 * y[i + 1]));

/**
 * A histogram smoothed by 353QH, twice: running medians of three, five and three bins, parabolas over flat pieces, running
 * means; the same of what that took away is added again.
 * @param contents - Bins, in order; fewer than three are given back.
 * @returns The smoothed bins.
 * @throws RangeError for a bin that is no number up to 1e300 in size.
 * @see J. Friedman, Proceedings of the 1974 CERN School of Computing, CERN 74-23, p. 271
 * @example
 * ```ts
 * smooth353QH([1, 1, 1, 9, 1, 1, 1])[3]; // ≈ 1
 * ```
 */
export function smooth353QH(contents: readonly number[]): number[] {
  const bad = contents.findIndex((x) => !(Math.abs(x) <= 1e300));
  if (bad >= 0) {
    throw new RangeError(
      `smooth353QH: contents must be numbers up to 1e300 in size, got ${contents[bad]} in bin ${bad}`,
    );
  }
  if (contents.length < 3) return [...contents];
  const once = (x: readonly number[]): number[] => means(parabolas(medians(x)));
  const rough = once(contents);
  const rest = once(contents.map((x, i) => x - rough[i]));
  return rough.map((x, i) => x + rest[i]);
}
