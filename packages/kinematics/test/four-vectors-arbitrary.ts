import fc from "fast-check";
import { fourVector, type FourVector } from "../src/index.js";

// Squares of what is smaller have no precision left.
const component = fc
  .double({ min: -20, max: 20, noNaN: true, noDefaultInfinity: true })
  .map((x) => (Math.abs(x) < 1e-145 ? 0 : x));

/** Momenta of a collider event with masses from the photon's to the B meson's. */
export const vectors: fc.Arbitrary<FourVector> = fc
  .record({
    px: component,
    py: component,
    pz: component,
    m: fc.oneof(fc.constantFrom(0, 0.000511, 0.13957, 5.279), fc.double({ min: 0.001, max: 6, noNaN: true })),
  })
  .map(fourVector);

/** Massive momenta. */
export const massive: fc.Arbitrary<FourVector> = vectors.filter((v) => v.m > 0.01);

/** Velocities below 0.995. */
export const velocities: fc.Arbitrary<readonly [number, number, number]> = fc
  .tuple(
    fc.double({ min: 0, max: 0.995, noNaN: true }),
    fc.double({ min: 0, max: Math.PI, noNaN: true }),
    fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
  )
  .map(([b, t, f]) => [b * Math.sin(t) * Math.cos(f), b * Math.sin(t) * Math.sin(f), b * Math.cos(t)] as const);
