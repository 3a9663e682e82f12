import { cos, log, sin } from "@belladonna/numerics/elementary";

/**
 * What the generators here need of a random stream: uniforms, and numbered substreams so that event $i$ is the same
 * however many are made, in whatever order, on however many machines. `random(seed)` of `@belladonna/stats` is one.
 */
export interface UniformStream {
  /** Next uniform in the open interval (0, 1). */
  uniform(): number;
  /** Fill `out` with uniforms, the same numbers as calls of `uniform`; used for speed where present. */
  fill?(out: Float64Array): void;
  /** The substream of index `i` ≥ 0, independent of this one and of all others. */
  stream?(i: number): UniformStream;
}

/** Two independent standard normal deviates for two uniforms (Box–Muller), in `out[0]` and `out[1]`. */
export function normalPair(random: UniformStream, out: Float64Array): void {
  const r = Math.sqrt(-2 * log(random.uniform()));
  const phi = 2 * Math.PI * random.uniform();
  out[0] = r * cos(phi);
  out[1] = r * sin(phi);
}
