import { sameChannel } from "@belladonna/kinematics";
import { references } from "@belladonna/sources";
import { listedIds } from "../decays/antiparticle.js";
import type { DecayTable } from "../decays/decay-table.js";
import { mediatorChannel } from "../decays/mediator-decays.js";
import type { PartialWidth, Mediator } from "@belladonna/models";

/**
 * The decay of a mediator into one channel, or into all its two-body channels by branching fraction.
 * @param mediator - The mediator.
 * @param pdgId - PDG number it has in the events.
 * @param wanted - Name of a channel; `"all"` for every open channel with two known products.
 * @throws RangeError when the channel is unknown, closed, or has not two products.
 */
export function mediatorDecay(mediator: Mediator, pdgId: number, wanted: string): DecayTable {
  const usable = (channel: PartialWidth): boolean => channel.width > 0 && twoKnown(channel);
  let chosen: readonly PartialWidth[];
  if (wanted === "all") {
    chosen = mediator.channels().filter(usable);
    if (chosen.length === 0) throw new RangeError(`generate: ${mediator.name} has no open two-body channel`);
  } else {
    const width = mediator.width(wanted);
    const found = mediator.channels().find((c) => sameChannel(c.name, wanted));
    if (found === undefined) throw new RangeError(`generate: decay must name one channel, got the group "${wanted}"`);
    if (!(width > 0)) {
      throw new RangeError(`generate: ${mediator.name} of ${mediator.mass} GeV does not decay to ${wanted}`);
    }
    if (!twoKnown(found)) throw new RangeError(`generate: channel "${wanted}" is not a two-body decay`);
    chosen = [found];
  }
  return {
    pdgId,
    mass: mediator.mass,
    ctau: mediator.ctau,
    channels: chosen.map((channel) => mediatorChannel(mediator, pdgId, channel)),
    branchingFraction: chosen.reduce((sum, { width }) => sum + width, 0) / mediator.width(),
    source: mediator.citations[0] ?? references.PDG2024,
  };
}

function twoKnown({ products }: PartialWidth): boolean {
  return products.length === 2 && products.every((id) => listedIds.has(id));
}
