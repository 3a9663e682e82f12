import { type Beams, eventMask, type EventTable, fourVector, selectedRows, takeEvents } from "@belladonna/kinematics";
import { isFromBeams } from "./les-houches-signal.js";

/**
 * Events of a file in which the photon beside the mediator is within cuts in the centre-of-mass frame.
 *
 * @param all - The events, in the lab, all made alike.
 * @param cuts - Least energy, GeV, and largest $|\cos\theta^*|$.
 * @param beams - The beams.
 * @returns The events; `undefined` where the first has no photon, or one that does not come from the beams.
 */
export function photonWithin(
  all: EventTable,
  { energy, cosTheta }: { readonly energy: number; readonly cosTheta: number },
  beams: Beams,
): EventTable | undefined {
  const { offsets, particles: p } = all;
  const rows = Array.from({ length: offsets[1] - offsets[0] }, (_, k) => offsets[0] + k);
  // The photon of the process comes before those of the radiation.
  const photons = rows.filter((k) => p.status[k] === 1 && p.pdgId[k] === 22);
  if (photons.length === 0 || !photons.every((k) => isFromBeams(p, k))) return undefined;
  const at = photons[0] - offsets[0];
  const mask = eventMask(all, ({ start, particles: { px, py, pz, e } }) => {
    const k = start + at;
    const v = beams.toCms(fourVector({ px: px[k], py: py[k], pz: pz[k], m: 0 }), { convention: "boost-and-rotate" });
    return e[k] > 0 && v.e > energy && Math.abs(v.pz) < cosTheta * v.e;
  });
  return takeEvents(all, selectedRows(mask));
}
