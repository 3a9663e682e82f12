import { readSignal } from "../events/les-houches-signal.js";
import { detectedOf, seedOf } from "../events/sample.js";
import type { NamedFile } from "../search.js";
import { UserError } from "../user-error.js";
import { beams, tags, withTag } from "./samples.js";
import { type Lepton, leptons, pdgOf } from "./selection.js";
import { type Signal, signalOf } from "./simulated-samples.js";
import { sampleName, simulatedPart } from "./tasks.js";

/** Events with a tag without neutral particles that are made at least, from fewer events several each. */
const FEWEST = 12_000;

/**
 * Signal of a Les Houches file: tau pairs of which one tau has decayed to a lepton and something unseen, and the other
 * has not decayed; it is made a tag here.
 *
 * @throws UserError when the events are not that.
 */
export async function signalOfFile(
  file: NamedFile,
  seed: number,
): Promise<{ readonly lepton: Lepton; readonly mass: number; readonly signal: Signal }> {
  const { events, mass, mediator } = await readSignal(file, beams);
  const { offsets, particles: p } = events;
  const rows = Array.from({ length: offsets[1] - offsets[0] }, (_, k) => offsets[0] + k);
  const mother = p.mother[offsets[0] + mediator];
  const beside = rows.filter((k) => k !== offsets[0] + mediator && p.mother[k] === mother);
  const lepton = leptons.find((one) => beside.length === 1 && Math.abs(p.pdgId[beside[0]]) === pdgOf[one]);
  const isTau = (k: number): boolean => Math.abs(p.pdgId[k]) === 15;
  const decays = mother >= 0 && isTau(offsets[0] + mother);
  const other = rows.filter((k) => isTau(k) && p.status[k] === 1);
  if (lepton === undefined || !decays || other.length !== 1) {
    throw new UserError(`${file.name}: event 1 is not e- e+ > tau tau, one tau > e X or mu X, the other not decayed`);
  }
  const parts = tags.map((tag, t) => {
    const wanted = tag === "charged" ? FEWEST : FEWEST / 5;
    const own = seedOf(seed, "signal", t);
    const made = withTag(events, lepton, tag, Math.ceil(wanted / events.length), own);
    const detected = detectedOf(made.events, own, { detector: made.detector });
    return simulatedPart(detected, made, lepton, tag, sampleName(lepton, { alpha: mass }));
  });
  return { lepton, mass, signal: signalOf(parts) };
}
