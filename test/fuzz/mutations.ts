import { random } from "@belladonna/numerics";

/** Bytes that break readers more often than others: ends of ranges, digits, signs, brackets, separators. */
const NASTY = [
  0, 1, 9, 10, 13, 32, 34, 35, 39, 44, 45, 46, 48, 57, 58, 59, 60, 62, 69, 91, 93, 101, 123, 125, 127, 128, 255,
];

/**
 * A broken copy of a file: one to eight changes of single bytes, runs, cut-outs, doubled and moved pieces.
 *
 * @param file - A file that is right.
 * @param seed - The same seed gives the same copy.
 */
export function mutated(file: Uint8Array, seed: number): Uint8Array {
  const rng = random(seed);
  const below = (n: number): number => Math.floor(rng.uniform() * n);
  let bytes: Uint8Array = file.slice();
  const changes = 1 + below(8);
  for (let k = 0; k < changes && bytes.length > 0; k++) {
    const at = below(bytes.length);
    // Short pieces mostly: what is near the fault stays readable.
    const size = 1 + Math.floor((bytes.length - at) * rng.uniform() ** 6);
    const end = Math.min(at + size, bytes.length);
    switch (below(7)) {
      case 0:
        bytes[at] = below(256);
        break;
      case 1:
        bytes[at] ^= 1 << below(8);
        break;
      case 2:
        bytes[at] = NASTY[below(NASTY.length)];
        break;
      case 3:
        bytes.fill(NASTY[below(NASTY.length)], at, end);
        break;
      case 4:
        bytes = joined(bytes.subarray(0, at), bytes.subarray(end));
        break;
      case 5:
        bytes = joined(bytes.subarray(0, end), bytes.subarray(at));
        break;
      default:
        bytes.copyWithin(below(bytes.length), at, end);
    }
  }
  return bytes;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(a.length + b.length);
  bytes.set(a);
  bytes.set(b, a.length);
  return bytes;
}
