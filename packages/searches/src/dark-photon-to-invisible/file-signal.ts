import { square } from "@belladonna/numerics/elementary";
import { photonWithin } from "../events/les-houches-photon.js";
import { readSignal } from "../events/les-houches-signal.js";
import { seedOf } from "../events/sample.js";
import type { NamedFile } from "../search.js";
import { UserError } from "../user-error.js";
import type { CountingWindow } from "./counting-window.js";
import { beams, generateSignal, REFERENCE_MIXING, SIGNAL_PHOTON } from "./samples.js";
import { signalCutFlow, signalPoint } from "./tasks.js";

/** Signal of a file: its events with the photon within the cuts of our signal, whose cross section is ours. */
export async function fileSignal(file: NamedFile, seed: number) {
  const { events: all, mass, mediator } = await readSignal(file, beams);
  const { offsets, particles: p } = all;
  const rows = Array.from({ length: offsets[1] - offsets[0] }, (_, k) => offsets[0] + k);
  const charged = rows.filter((k) => p.status[k] === 1 && CHARGED.has(Math.abs(p.pdgId[k])));
  const events = photonWithin(all, SIGNAL_PHOTON, beams);
  if (events === undefined || p.pdgId[offsets[0] + mediator] === 22 || charged.length > 0) {
    throw new UserError(`${file.name}: event 1 is not e- e+ > gamma and something invisible`);
  }
  if (events.length === 0) throw new UserError(`${file.name}: no photon is within the cuts of the signal`);
  const own = generateSignal(mass, 2000, seedOf(seed, "signal"));
  const point = signalPoint(events, seed, mass, own.crossSection.value / square(REFERENCE_MIXING));
  if ("reason" in point) throw new UserError(`${file.name}: ${point.reason}`);
  return { mass, point, cutFlow: (window: CountingWindow) => signalCutFlow(events, seed, mass, window) };
}

/** Particles that an invisible decay does not leave. */
const CHARGED = new Set([11, 13, 15, 211, 321, 2212]);
