import { particle, particles } from "@belladonna/kinematics";
import type { RandomStream } from "@belladonna/stats";
import type { Channel, Mediator } from "../mediator.js";
import type { ExternalParticle } from "../processes/process.js";

/** Speed of light, cm/ns. */
const C_CM_PER_NS = 29.9792458;
const TWO_PI = 2 * Math.PI;

/** Particles whose masses are known. */
const known: ReadonlySet<number> = /* @__PURE__ */ new Set(/* @__PURE__ */ ids());

function ids(): number[] {
  return particles().map(({ pdgId }) => pdgId);
}

/** One open channel of a decaying particle: its products and the probability to choose it. */
interface DecayMode {
  /** Name of the channel. */
  readonly name: string;
  /** Products. */
  readonly products: readonly ExternalParticle[];
  /** Probability among the modes. */
  readonly probability: number;
}

/** How one external particle decays in events. */
export interface Decay {
  /** The modes; probabilities sum to 1. */
  readonly modes: readonly DecayMode[];
  /** Branching fraction of all the modes together. */
  readonly branchingFraction: number;
  /** Proper decay length, cm. */
  readonly ctau: number;
}

/**
 * The decay of a mediator into one channel, or into all its two-body channels by branching fraction.
 * @param mediator - The mediator.
 * @param wanted - Name of a channel; `"all"` for every open channel with two known products.
 * @throws RangeError when the channel is unknown, closed, or has not two products.
 */
export function mediatorDecay(mediator: Mediator, wanted: string): Decay {
  const usable = (channel: Channel): boolean => channel.width > 0 && twoKnown(channel);
  let chosen: readonly Channel[];
  if (wanted === "all") {
    chosen = mediator.channels().filter(usable);
    if (chosen.length === 0) throw new RangeError(`generate: ${mediator.name} has no open two-body channel`);
  } else {
    const width = mediator.width(wanted);
    const plain = (name: string): string => name.replaceAll(/[\s_+-]/g, "").toLowerCase();
    const found = mediator.channels().find((c) => plain(c.name) === plain(wanted));
    if (found === undefined) throw new RangeError(`generate: decay must name one channel, got the group "${wanted}"`);
    if (!(width > 0)) {
      throw new RangeError(`generate: ${mediator.name} of ${mediator.mass} GeV does not decay to ${wanted}`);
    }
    if (!twoKnown(found)) throw new RangeError(`generate: channel "${wanted}" is not a two-body decay`);
    chosen = [found];
  }
  const sum = chosen.reduce((total, { width }) => total + width, 0);
  return {
    modes: chosen.map(({ name, products, width }) => ({
      name,
      products: products.map((pdgId) => ({ pdgId, mass: particle(pdgId).mass })),
      probability: width / sum,
    })),
    branchingFraction: sum / mediator.width(),
    ctau: mediator.ctau,
  };
}

function twoKnown({ products }: Channel): boolean {
  return products.length === 2 && products.every((id) => known.has(id));
}

/**
 * Isotropic two-body decay of a moving particle.
 * @param parent - $p_x, p_y, p_z, E, m$ of the parent, GeV.
 * @param m1 - Mass of the first daughter, GeV.
 * @param m2 - Mass of the second daughter, GeV.
 * @param random - Takes two uniforms.
 * @param out - Receives $p_x, p_y, p_z, E$ of the first, then of the second daughter, GeV.
 */
export function twoBodyDecay(
  parent: Float64Array,
  m1: number,
  m2: number,
  random: RandomStream,
  out: Float64Array,
): void {
  const [px, py, pz, e, m] = parent;
  const sum = m1 + m2;
  const gap = m1 - m2;
  const q = Math.sqrt(Math.max(0, (m - sum) * (m + sum) * (m - gap) * (m + gap))) / (2 * m);
  const c = 2 * random.uniform() - 1;
  const phi = TWO_PI * random.uniform();
  const sine = Math.sqrt((1 - c) * (1 + c));
  const x = q * sine * Math.cos(phi);
  const y = q * sine * Math.sin(phi);
  const z = q * c;
  const e1 = Math.sqrt(q * q + m1 * m1);
  const along = (x * px + y * py + z * pz) / m;
  const f = along / (e + m) + e1 / m;
  out[0] = x + f * px;
  out[1] = y + f * py;
  out[2] = z + f * pz;
  // From the momentum where massless, so that a photon is exactly light-like.
  out[3] = m1 === 0 ? length(out[0], out[1], out[2]) : (e * e1) / m + along;
  out[4] = px - out[0];
  out[5] = py - out[1];
  out[6] = pz - out[2];
  out[7] = m2 === 0 ? length(out[4], out[5], out[6]) : e - out[3];
}

function length(x: number, y: number, z: number): number {
  return Math.sqrt(x * x + y * y + z * z);
}

/**
 * Draw where a particle decays.
 * @param parent - $p_x, p_y, p_z, E, m$, GeV.
 * @param from - Vertex it was made at: $x, y, z$ (cm), $t$ (ns).
 * @param ctau - Proper decay length, cm.
 * @param random - Takes one uniform.
 * @param out - Receives the decay vertex.
 */
export function decayVertex(
  parent: Float64Array,
  from: Float64Array,
  ctau: number,
  random: RandomStream,
  out: Float64Array,
): void {
  const [px, py, pz, e, m] = parent;
  const proper = (ctau * random.exponential()) / m;
  out[0] = from[0] + proper * px;
  out[1] = from[1] + proper * py;
  out[2] = from[2] + proper * pz;
  out[3] = from[3] + (proper * e) / C_CM_PER_NS;
}
