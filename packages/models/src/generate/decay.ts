import { particle, particles } from "@belladonna/kinematics";
import type { Channel, Mediator } from "../mediator.js";
import type { ExternalParticle } from "../processes/process.js";

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
