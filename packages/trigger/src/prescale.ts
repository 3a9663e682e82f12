import { philox4x32 } from "@belladonna/numerics";
import { expm1, log1p } from "@belladonna/numerics/elementary";

const words = new Int32Array(4);

/** FNV-1a hash of a name, 32 bits. */
export function hashName(name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return h;
}

/**
 * Decides, always the same way, which events a prescaled line keeps.
 *
 * The event's number and the line's name are hashed by Philox4x32-10 under the seed; the event is kept when the hash, as a
 * fraction of its range, is below one over the prescale. So decisions of different lines and events are independent, and do
 * not depend on the order of events, on other lines or on how the sample is divided. A prescale of 1 keeps all events, 0
 * none.
 *
 * @param line - Name of the line.
 * @param prescale - One event in so many is kept; need not be a whole number.
 * @param event - Number of the event in the sample, 0 to $2^{53}-1$.
 * @param seed - Seed of the sample, 0 to $2^{53}-1$.
 * @throws RangeError when `prescale` is negative, or between 0 and 1, or an argument is not a number in range.
 * @example
 * ```ts
 * Array.from({ length: 1000 }, (_, i) => prescaleKeeps("ffo", 10, i, 1)).filter(Boolean).length; // ≈ 84
 * ```
 */
export function prescaleKeeps(line: string, prescale: number, event: number, seed: number): boolean {
  if (!(prescale === 0 || prescale >= 1)) {
    throw new RangeError(`prescaleKeeps: prescale must be 0 or at least 1, got ${prescale}`);
  }
  if (!(Number.isSafeInteger(event) && event >= 0 && Number.isSafeInteger(seed) && seed >= 0)) {
    throw new RangeError(
      `prescaleKeeps: event and seed must be whole numbers from 0 to 2^53 - 1, got ${event}, ${seed}`,
    );
  }
  if (prescale <= 1) return prescale === 1;
  return hashKeeps(hashName(line), prescale, event, seed);
}

/** The decision of {@link prescaleKeeps} for the hash of a line's name and a prescale above 1. */
export function hashKeeps(hash: number, prescale: number, event: number, seed: number): boolean {
  philox4x32(words, event | 0, (event / 0x100000000) | 0, hash, -2, seed | 0, (seed / 0x100000000) | 0);
  return ((words[0] >>> 0) + 0.5) * prescale < 0x100000000;
}

/**
 * Probability that an event in which lines of given prescales fired is kept by one of them,
 *
 * $$w = 1 - \prod_i\left(1 - \frac{1}{f_i}\right).$$
 *
 * As a weight it gives the expected yield of prescaled lines without throwing events away.
 * @param prescales - Prescales of the lines that fired; 0 keeps nothing.
 * @throws RangeError when a prescale is negative or between 0 and 1.
 * @example
 * ```ts
 * keepProbability([3, 5, 7, 11]); // ≈ 0.584416
 * keepProbability([1000, 9999, 50]); // ≈ 0.0210779
 * ```
 */
export function keepProbability(prescales: readonly number[]): number {
  // Sum of logarithms, so that many large prescales do not round to nothing.
  let log = 0;
  for (const f of prescales) {
    if (!(f === 0 || f >= 1)) throw new RangeError(`keepProbability: prescales must be 0 or at least 1, got ${f}`);
    if (f === 1) return 1;
    if (f > 1) log += log1p(-1 / f);
  }
  // 0 - x rather than -x: no line gives 0, not -0.
  return 0 - expm1(log);
}
