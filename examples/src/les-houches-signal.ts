import {
  angle,
  type Beams,
  boostToRestOf,
  add,
  type EventTable,
  fourVector,
  type FourVector,
  rotate,
} from "@belladonna/kinematics";
import { type LheEvents, readLhe } from "@belladonna/models";
import type { NamedFile } from "./search.js";
import { messageOf, UserError } from "./user-error.js";

/** Signal events of a file, in the lab frame of given beams. */
export interface FileSignal {
  /** The events. */
  readonly events: EventTable;
  /** Mass of the mediator, GeV. */
  readonly mass: number;
  /** Index, inside each event, of the photon that recoils against the mediator. */
  readonly recoilParticle: number;
}

/**
 * Reads e+e- → γ X, X → γγ from a Les Houches file and takes it to the lab frame of the beams.
 *
 * The events may be in any frame: each is boosted to the rest frame of its incoming particles, turned until the electron
 * is along $+z$, and boosted to the lab.
 * @throws UserError when the file is broken (with its line) or holds something else.
 */
export async function readSignal(file: NamedFile, beams: Beams): Promise<FileSignal> {
  const { name } = file;
  let read: LheEvents;
  try {
    read = await readLhe(file.bytes);
  } catch (error) {
    throw new UserError(`${name}: ${messageOf(error)}`);
  }
  if (read.length === 0) throw new UserError(`${name}: no events in it`);
  const layout = layoutOf(read, 0);
  if (layout === undefined) throw new UserError(`${name}: event 1 is not e- e+ > gamma X, X > gamma gamma`);
  for (let i = 1; i < read.length; i++) {
    const other = layoutOf(read, i);
    if (other === undefined || other.mediator !== layout.mediator || other.recoil !== layout.recoil) {
      throw new UserError(`${name}: event ${i + 1} is not made as event 1 is`);
    }
  }
  const mass = read.particles.m[read.offsets[0] + layout.mediator];
  return { events: toLab(read, beams), mass, recoilParticle: layout.recoil };
}

/** Where the mediator and the photon that recoils against it stand in an event. */
function layoutOf({ offsets, particles }: EventTable, event: number): { mediator: number; recoil: number } | undefined {
  const first = offsets[event];
  const n = offsets[event + 1] - first;
  const rows = Array.from({ length: n }, (_, k) => k);
  const mediator = rows.find((k) => particles.status[first + k] === 2);
  const final = rows.filter((k) => particles.status[first + k] === 1);
  if (mediator === undefined || final.length !== 3) return undefined;
  if (final.some((k) => particles.pdgId[first + k] !== 22)) return undefined;
  const recoiling = final.filter((k) => particles.mother[first + k] !== mediator);
  return recoiling.length === 1 ? { mediator, recoil: recoiling[0] } : undefined;
}

function toLab(events: EventTable, beams: Beams): EventTable {
  const { offsets, particles } = events;
  const n = particles.px.length;
  const out = { px: new Float64Array(n), py: new Float64Array(n), pz: new Float64Array(n), e: new Float64Array(n) };
  const at = (k: number): FourVector => {
    const { px, py, pz, m } = particles;
    return fourVector({ px: px[k], py: py[k], pz: pz[k], m: m[k] });
  };
  const zAxis = fourVector({ px: 0, py: 0, pz: 1, m: 0 });
  for (let i = 0; i < events.length; i++) {
    const first = offsets[i];
    const incoming = [at(first), at(first + 1)];
    const total = add(...incoming);
    const electron = boostToRestOf(incoming[particles.pdgId[first] === 11 ? 0 : 1], total);
    const turn = angle(electron, zAxis);
    const axis =
      electron.px === 0 && electron.py === 0 ? ([0, 1, 0] as const) : ([electron.py, -electron.px, 0] as const);
    for (let k = first; k < offsets[i + 1]; k++) {
      const rest = boostToRestOf(at(k), total);
      const along = turn > 0 ? rotate(rest, axis, turn) : rest;
      const v = beams.toLab(along, { convention: "boost-and-rotate" });
      out.px[k] = v.px;
      out.py[k] = v.py;
      out.pz[k] = v.pz;
      out.e[k] = v.e;
    }
  }
  return { ...events, particles: { ...particles, ...out } };
}
