// A small seeded generator with the interface the package takes: splitmix-style hash of (seed, stream, counter).
import type { UniformStream } from "../src/index.js";

function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Uniforms in (0, 1), 32 bits, addressed by seed and stream. */
export function stream(seed: number, index = 0): UniformStream & { stream(i: number): UniformStream } {
  const key = mix(mix(seed + 0x9e3779b9) ^ (index * 0x85ebca6b));
  let counter = 0;
  return {
    uniform: () => (mix(mix(key + Math.imul(counter++, 0x9e3779b1)) ^ key) + 0.5) / 4294967296,
    stream: (i) => stream(key, i + 1),
  };
}
