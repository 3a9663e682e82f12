import { type EventTable, eventMask, fourVector, takeEvents } from "@belladonna/kinematics";
import { isFromBeams, readSignal } from "../events/les-houches-signal.js";
import { see } from "../events/sample.js";
import { leptonPairs } from "../recoil/lepton-pairs.js";
import type { NamedFile, SearchOptions } from "../search.js";
import { simulatedMasses } from "../simulated-masses.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import { FIDUCIAL, LEPTONS } from "./inputs.js";
import { beams, crossSectionPerCoupling2 } from "./samples.js";
import { nodeOf, type SignalNode } from "./signal-at-mass.js";
import { simulateSignal } from "./tasks.js";

/** Ends of the masses that can be tested, GeV. */
export const massRange = { from: 0.3, to: 8.5 } as const;

/** Simulated masses, GeV. */
const GRID: readonly number[] = [massRange.from, ...Array.from({ length: 17 }, (_, k) => 0.5 * (k + 1))];

/** Signal events simulated at each mass. */
const EVENTS = 12_000;

/** Simulates signal at the masses that hypotheses between two masses need. */
export async function signalNodes(masses: SearchOptions["masses"], seed: number, work: Work): Promise<SignalNode[]> {
  const points = simulatedMasses(GRID, masses).map((mass) => ({ mass, events: EVENTS, seed }));
  const made = await work.each("signal: events, detector, selection", simulateSignal, points);
  return made.map((node) => {
    if ("reason" in node) throw new UserError(node.reason);
    return node;
  });
}

/** Signal that came from a file: one mass, the events within {@link FIDUCIAL}. */
export async function nodeOfFile(file: NamedFile, seed: number): Promise<SignalNode> {
  const { events: all, mass } = await readSignal(file, beams);
  if (visibleOf(all).join() !== "11,13") {
    throw new UserError(`${file.name}: event 1 is not e- e+ > e- mu+ X or e+ mu- X with an X that stays unseen`);
  }
  if (!(mass >= massRange.from && mass <= massRange.to)) {
    throw new UserError(
      `${file.name}: a mass of ${mass} GeV is outside the search, ${massRange.from} to ${massRange.to} GeV`,
    );
  }
  const events = inside(all);
  if (events.length === 0) throw new UserError(`${file.name}: no event has both leptons at ${FIDUCIAL.text ?? ""}`);
  const node = nodeOf(
    mass,
    crossSectionPerCoupling2(mass),
    leptonPairs(see(events, seed), beams, LEPTONS),
    events.weights,
  );
  if ("reason" in node) throw new UserError(`${file.name}: ${node.reason}`);
  return node;
}

/** What the detector would see of the first event, radiation of the beams left out: PDG numbers without sign, if charges cancel. */
function visibleOf({ offsets, particles }: EventTable): number[] {
  const rows = Array.from({ length: offsets[1] - offsets[0] }, (_, k) => offsets[0] + k);
  const final = rows
    .filter((k) => particles.status[k] === 1 && !isFromBeams(particles, k))
    .map((k) => particles.pdgId[k])
    .filter((id) => [11, 13, 15, 22].includes(Math.abs(id)) || (Math.abs(id) > 100 && Math.abs(id) < 10_000));
  const charged = final.filter((id) => id !== 22);
  return charged.length === 2 && charged[0] * charged[1] < 0 ? charged.map(Math.abs).sort((a, b) => a - b) : [];
}

/** The events whose leptons are within {@link FIDUCIAL}. */
function inside(events: EventTable): EventTable {
  const { cosTheta, momentum } = FIDUCIAL.value;
  const mask = eventMask(events, ({ particles: p, start, end }) => {
    for (let k = start; k < end; k++) {
      if (p.status[k] !== 1 || ![11, 13].includes(Math.abs(p.pdgId[k]))) continue;
      const v = fourVector({ px: p.px[k], py: p.py[k], pz: p.pz[k], m: p.m[k] });
      const { px, py, pz } = beams.toCms(v, { convention: "boost-and-rotate" });
      const size = Math.sqrt(px * px + py * py + pz * pz);
      if (!(size > momentum && Math.abs(pz) < cosTheta * size)) return false;
    }
    return true;
  });
  return takeEvents(events, mask);
}
