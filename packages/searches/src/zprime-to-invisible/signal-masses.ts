import { crossSection, ffX } from "@belladonna/events";
import { zPrime } from "@belladonna/models";
import { isFromBeams, readSignal } from "../events/les-houches-signal.js";
import { see } from "../events/sample.js";
import type { NamedFile, SearchOptions } from "../search.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import { leptonPairs } from "../recoil/lepton-pairs.js";
import type { SignalNode } from "./events.js";
import { beams } from "./samples.js";
import { nodeOf } from "./signal-at-mass.js";
import { FAR, MUONS } from "./inputs.js";
import { simulateSignal } from "./tasks.js";

/** Simulated masses, GeV: first, last, and distance. */
const NODES = { first: 0.1, last: 9.1, step: 0.2 } as const;

/** Signal events simulated at each mass; more where few pass. */
const eventsAt = (mass: number): number => (mass < 6.5 ? 6000 : mass < 8 ? 10_000 : 16_000);

/** Ends of the masses that can be tested, GeV. */
export const massRange = { from: 0.1, to: 8.6 } as const;

/** Simulates signal at the masses that hypotheses between two masses need, wide ones included. */
export async function signalNodes(
  { from, to }: SearchOptions["masses"],
  seed: number,
  work: Work,
): Promise<SignalNode[]> {
  const low = (1 - FAR.value) * from - NODES.step;
  const high = (1 + FAR.value) * to + NODES.step;
  const count = Math.round((NODES.last - NODES.first) / NODES.step);
  const masses = Array.from({ length: count + 1 }, (_, k) => NODES.first + k * NODES.step)
    .map((mass) => Number(mass.toFixed(3)))
    .filter((mass) => mass > low && mass < high);
  const points = masses.map((mass) => ({ mass, events: eventsAt(mass), seed }));
  const made = await work.each("signal: events, detector, selection", simulateSignal, points);
  const nodes = made.flatMap((node) => ("reason" in node ? [] : [node]));
  const wanted = made.find((node, i) => "reason" in node && masses[i] <= to);
  if (wanted !== undefined && "reason" in wanted) throw new UserError(wanted.reason);
  return nodes;
}

/** Signal that came from a file: one mass. */
export async function nodeOfFile(file: NamedFile, seed: number): Promise<SignalNode> {
  const { events, mass } = await readSignal(file, beams);
  const { offsets, particles } = events;
  const rows = Array.from({ length: offsets[1] - offsets[0] }, (_, k) => offsets[0] + k);
  const lasting = rows.filter((k) => particles.status[k] === 1 && !isFromBeams(particles, k));
  const final = lasting.map((k) => particles.pdgId[k]);
  const visible = final.filter(
    (id) => [11, 13, 15, 22].includes(Math.abs(id)) || (Math.abs(id) > 100 && Math.abs(id) < 10_000),
  );
  if (visible.length !== 2 || visible[0] * visible[1] !== -169 || final.length < 3) {
    throw new UserError(`${file.name}: event 1 is not e- e+ > mu- mu+ X with an X that stays unseen`);
  }
  if (!(mass >= massRange.from && mass <= massRange.to)) {
    throw new UserError(
      `${file.name}: a mass of ${mass} GeV is outside the search, ${massRange.from} to ${massRange.to} GeV`,
    );
  }
  const process = ffX({ lepton: "mu", mediator: zPrime({ mass, gPrime: 1 }) });
  const perCoupling2 = crossSection(process, { beams, isr: true }).value;
  const node = nodeOf(mass, perCoupling2, leptonPairs(see(events, seed), beams, MUONS), events.weights);
  if ("reason" in node) throw new UserError(`${file.name}: ${node.reason}`);
  return node;
}
