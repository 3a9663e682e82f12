import { decayProbabilityInside, superKekb } from "@belladonna/kinematics";
import type { Cylinder } from "@belladonna/kinematics";
import { darkPhoton } from "@belladonna/models";
import { gammaX, generate } from "../src/index.js";
import type { CollidingBeams, GeneratedEvents } from "../src/index.js";

const DEGREE = Math.PI / 180;
/** Polar angles of the drift chamber, rad. */
export const polarAngle: readonly [number, number] = [17 * DEGREE, 150 * DEGREE];
/** The volumes of the tables, cm: one without ends, one with. */
export const volumes: readonly [Cylinder, Cylinder] = [
  { rMin: 1, rMax: 60, zMin: -1e6, zMax: 1e6 },
  { rMin: 1, rMax: 60, zMin: -55, zMax: 110 },
];
/** Sharp beams of 7 on 4 GeV. */
export const sharp: CollidingBeams = { electron: superKekb.electron, positron: superKekb.positron };

/** γA′ events in the lab. */
export function flying(mass: number, events: number, seed: number): GeneratedEvents {
  return generate(gammaX(darkPhoton({ mass, epsilon: 1e-3 })), { beams: sharp, events, seed });
}

/** Cross section of the events with the A′ decaying in a volume, and its standard error, fb. */
export function inside(events: GeneratedEvents, volume: Cylinder, ctau: number): { value: number; error: number } {
  const { px, py, pz, e, m } = events.particles;
  let sum = 0;
  let squares = 0;
  for (let k = 0; k < events.length; k++) {
    const i = events.offsets[k] + 3;
    const theta = Math.atan2(Math.sqrt(px[i] ** 2 + py[i] ** 2), pz[i]);
    if (theta < polarAngle[0] || theta > polarAngle[1]) continue;
    const momentum = { px: px[i], py: py[i], pz: pz[i], e: e[i], m: m[i] };
    const p = events.weights[k] * decayProbabilityInside(volume, [0, 0, 0], momentum, ctau);
    sum += p;
    squares += p * p;
  }
  const mean = sum / events.length;
  const { value, error } = events.crossSection;
  const own = Math.sqrt((squares / events.length - mean * mean) / events.length);
  return { value: mean * value, error: Math.sqrt((own * value) ** 2 + (mean * error) ** 2) };
}
