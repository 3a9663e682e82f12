import { random as seeded } from "@belladonna/numerics";
import type { RandomStream } from "@belladonna/numerics";
import type { DecayDynamics } from "@belladonna/models";
import { square as squareOf } from "@belladonna/numerics/elementary";
import type { DecayChannel } from "./decay-table.js";
import { drawAtRest, phaseSpaceBound } from "./rest-frame.js";
import { fermionDecay } from "./spin-state.js";
import type { SpinMatrix } from "./spin-state.js";

const TRIES = 20000;
const MARGIN = 1.2;

/** Tries after which a decay is given up: a right bound accepts at least one in some thousands. */
export const MOST_TRIES = 2e5;

const none = /* @__PURE__ */ new Float64Array(3);
const axis = /* @__PURE__ */ new Float64Array(3);
const analyser = /* @__PURE__ */ new Float64Array(3);

/**
 * Largest weight of a channel: phase space times the bound of the dynamics, or 1.2 times that of 20 000 fixed draws, of one
 * draw for two bodies.
 * @param mass - Mass of the particle, GeV.
 * @param masses - Masses of the products, GeV.
 * @param channel - The channel.
 * @throws RangeError when the bound of the dynamics is not finite and > 0.
 */
export function weightBound(
  mass: number,
  masses: readonly number[],
  { name, dynamics, resonance }: DecayChannel,
): number {
  if (masses.length === 1) return 1;
  const given = dynamics?.bound;
  if (given !== undefined && !(given > 0 && given < Infinity)) {
    throw new RangeError(`decayer: bound of the dynamics of "${name}" must be finite and > 0, got ${given}`);
  }
  if (resonance === undefined && dynamics === undefined) return phaseSpaceBound(mass, masses);
  if (resonance === undefined && given !== undefined) return phaseSpaceBound(mass, masses) * given;
  const stream = seeded(0).stream(masses.length);
  const out = new Float64Array(4 * masses.length);
  const spin = new Float64Array(3);
  let most = 0;
  // Two bodies have the same rate in every direction at the worst spin there.
  const tries = masses.length === 2 ? 1 : TRIES;
  for (let t = 0; t < tries; t++) {
    const weight = drawAtRest(mass, masses, resonance, stream, out);
    // At the worst spin, which doubles at most: |M|² = a + b·s with |b| ≤ a.
    const base = dynamics?.value(out, none) ?? 1;
    let worst = base;
    if (dynamics !== undefined) {
      let square = 0;
      for (let c = 0; c < 3; c++) {
        spin.fill(0);
        spin[c] = 1;
        square += squareOf(dynamics.value(out, spin) - base);
      }
      worst += Math.sqrt(square);
    }
    most = Math.max(most, weight * worst);
  }
  return MARGIN * most;
}

/** What drawing a decay needs to know. */
export interface DrawnDecay {
  /** PDG number of the particle. */
  readonly pdgId: number;
  /** Dynamics and resonance. */
  readonly channel: DecayChannel;
  /** Masses of the products, GeV. */
  readonly masses: readonly number[];
  /** Largest weight, {@link weightBound}. */
  readonly bound: number;
}

/**
 * Momenta at rest by hit or miss; a two-body decay without dynamics needs none.
 * @param decay - The decay.
 * @param mass - Mass of the particle, GeV.
 * @param spin - Its polarisation vector.
 * @param stream - Random numbers.
 * @param out - Receives $p_x, p_y, p_z, E$ of each product, GeV.
 * @returns Whether the weight was above the bound, so that such decays are too rare.
 * @throws RangeError when the bound is so far above all weights that nothing is accepted.
 */
export function drawAccepted(
  decay: DrawnDecay,
  mass: number,
  spin: Float64Array,
  stream: RandomStream,
  out: Float64Array,
): boolean {
  const { channel, masses, bound } = decay;
  const { dynamics, resonance } = channel;
  let greatest = 0;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const weight = drawAtRest(mass, masses, resonance, stream, out);
    if (dynamics === undefined && masses.length <= 2) return false;
    const value = dynamics === undefined ? weight : weight * dynamics.value(out, spin);
    if (stream.uniform() * bound < value) return value > bound;
    greatest = Math.max(greatest, value);
  }
  throw nothingAccepted(decay, greatest / bound);
}

/** What to throw when no try was accepted, the greatest weight being a given share of the bound. */
export function nothingAccepted({ pdgId, channel }: DrawnDecay, share: number): RangeError {
  return new RangeError(
    `decayer: bound of "${channel.name}" of ${pdgId} must be near the greatest value of its dynamics, ` +
      `got one of which ${MOST_TRIES} tries reached ${share.toExponential(1)}`,
  );
}

/** Decay matrix of a spin of 1/2 from a matrix element that is linear in the polarisation. */
export function polarimeter(dynamics: DecayDynamics, momenta: Float64Array, anti: boolean): SpinMatrix {
  const base = dynamics.value(momenta, none);
  for (let c = 0; c < 3; c++) {
    axis.fill(0);
    axis[c] = 1;
    analyser[c] = dynamics.value(momenta, axis) - base;
  }
  return fermionDecay(base, analyser, anti);
}
