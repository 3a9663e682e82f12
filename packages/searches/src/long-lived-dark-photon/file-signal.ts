import { photonWithin } from "../events/les-houches-photon.js";
import { productsOf, readSignal } from "../events/les-houches-signal.js";
import { seedOf } from "../events/sample.js";
import type { NamedFile } from "../search.js";
import { UserError } from "../user-error.js";
import { channels, pairFraction, type PairChannel } from "./channels.js";
import { beams, generateSignal, perMixing, SIGNAL_PHOTON } from "./samples.js";
import { measureSignal } from "./signal-efficiency.js";
import type { MadeSignal } from "./tasks.js";

/** Events of our own from which the cross section is taken. */
const OWN_EVENTS = 2000;

/** Signal of a file: its events with the photon within the cuts of our signal, whose cross section is ours. */
export async function fileSignal(
  file: NamedFile,
  seed: number,
): Promise<{ readonly channel: PairChannel; readonly point: MadeSignal }> {
  const { events: all, mass, mediator } = await readSignal(file, beams);
  const { offsets, particles } = all;
  const products = productsOf(all, 0, mediator).map((k) => particles.pdgId[k]);
  const channel = channels.find(({ pdgId }) => products.length === 2 && products.every((id) => Math.abs(id) === pdgId));
  const events = photonWithin(all, SIGNAL_PHOTON, beams);
  if (events === undefined || channel === undefined) {
    const pairs = channels.map(({ finalState }) => finalState).join(", ");
    throw new UserError(`${file.name}: event 1 is not e- e+ > gamma and a particle that decays to one of ${pairs}`);
  }
  if (events.length === 0) throw new UserError(`${file.name}: no photon is within the cuts of the signal`);
  if (pairFraction(channel, mass) === 0) {
    throw new UserError(`${file.name}: a dark photon of ${mass} GeV does not decay to ${channel.finalState} here`);
  }
  const own = seedOf(seed, "tracks", Math.round(1e6 * mass));
  const point = measureSignal(events, particles.pdgId[offsets[0] + mediator], channel, mass, own);
  return { channel, point: { ...point, perMixing: perMixing(generateSignal(channel, mass, OWN_EVENTS, seed)) } };
}
