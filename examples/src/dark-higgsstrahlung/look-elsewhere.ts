import { countingSignificance, normalUpperQuantile, random } from "@belladonna/stats";
import { countIn, type Expectation, near, type Sample } from "./background.js";
import type { Window } from "./windows.js";

/** How significant the largest excess of the plane is. */
export interface GlobalSignificance {
  /** Pseudo-experiments thrown. */
  readonly toys: number;
  /** How many of them had an excess as large anywhere. */
  readonly above: number;
  /** Their share, (above + 1) / (toys + 1). */
  readonly pValue: number;
  /** The significance of it, standard deviations. */
  readonly z: number;
}

/**
 * Chance that background alone gives an excess as large as the largest one in any window. Windows overlap, so that
 * pseudo-experiments are of the whole plane: each simulated event happens with its weight as probability, once at most as
 * in the pseudo-data, and is counted in all windows that it is in. The same events happen again and again, in places
 * where the smooth expectation of a sparse window is less than their weight; that makes the p-value an upper bound.
 *
 * @param windows - All windows.
 * @param expected - Background in each.
 * @param background - The simulated events.
 * @param zLocal - Largest local significance found.
 * @param toys - Pseudo-experiments.
 * @param seed - Their seed.
 */
export function globalSignificance(
  windows: readonly Window[],
  expected: readonly Expectation[],
  background: Sample,
  zLocal: number,
  toys: number,
  seed: number,
): GlobalSignificance {
  const { members, offsets } = membership(windows, background);
  const threshold = windows.map((_, w) => countThatReaches(expected[w], zLocal));
  const counts = new Int32Array(windows.length);
  const stream = random(seed);
  let above = 0;
  for (let toy = 0; toy < toys; toy++) {
    const r = stream.stream(toy);
    counts.fill(0);
    for (let i = 0; i < background.mass.length; i++) {
      if (offsets[i] === offsets[i + 1] || r.uniform() >= background.weight[i]) continue;
      for (let k = offsets[i]; k < offsets[i + 1]; k++) counts[members[k]]++;
    }
    if (counts.some((n, w) => n >= threshold[w])) above++;
  }
  const pValue = (above + 1) / (toys + 1);
  return { toys, above, pValue, z: normalUpperQuantile(pValue) };
}

/** Largest local significance of data in any window, standard deviations. */
export const largestSignificance = (
  windows: readonly Window[],
  expected: readonly Expectation[],
  data: Sample,
): number =>
  windows.reduce((largest, { ellipse, cut }, w) => {
    const { value, uncertainty } = expected[w];
    return Math.max(largest, countingSignificance(countIn(data, ellipse, cut), value, uncertainty * value));
  }, -Infinity);

/** The smallest count of a window with at least that significance. */
function countThatReaches({ value, uncertainty }: Expectation, z: number): number {
  let n = Math.floor(value) + 1;
  while (countingSignificance(n, value, uncertainty * value) < z) n++;
  return n;
}

/** The windows that each event is in: `members` from `offsets[event]` to `offsets[event + 1]`. */
function membership(windows: readonly Window[], sample: Sample) {
  const lists = windows.map(({ ellipse, cut }) => near(sample, ellipse, cut, 1));
  const offsets = new Int32Array(sample.mass.length + 1);
  for (const list of lists) for (const i of list) offsets[i + 1]++;
  for (let i = 0; i < sample.mass.length; i++) offsets[i + 1] += offsets[i];
  const members = new Int32Array(offsets[sample.mass.length]);
  const at = offsets.slice();
  lists.forEach((list, w) => {
    for (const i of list) members[at[i]++] = w;
  });
  return { members, offsets };
}
