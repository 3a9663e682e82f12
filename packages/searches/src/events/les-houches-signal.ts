import {
  angle,
  type Beams,
  boostToRestOf,
  add,
  type EventTable,
  fourVector,
  particle,
  type FourVector,
  rotate,
} from "@belladonna/kinematics";
import { type LheEvents, readLhe } from "@belladonna/events";
import type { NamedFile } from "../search.js";
import { messageOf, UserError } from "../user-error.js";

/** Signal events of a file, in the lab frame of given beams. */
export interface FileSignal {
  /** The events, in all of which the mediator is made and decays alike. */
  readonly events: EventTable;
  /** Mass of the mediator, GeV. */
  readonly mass: number;
  /** Index of the mediator inside each event. */
  readonly mediator: number;
}

/**
 * Reads signal from a Les Houches file and takes it to the lab frame of the beams.
 *
 * The events may be in any frame: each is boosted to the rest frame of its incoming particles, turned until the electron
 * is along $+z$, and boosted to the lab. The mediator is what decays and is not of the Standard Model; if there is none,
 * what stays and is not; if there is none of these, the one particle that decays. Events may differ in the photons that are
 * radiated, and in decays other than that of the mediator.
 * @throws UserError when the file is broken (with its line), has no mediator, or has events that differ in what and where
 * the mediator is, what it comes from, or to how many particles it decays.
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
  const mediator = mediatorOf(read);
  if (mediator === undefined)
    throw new UserError(`${name}: event 1 has no particle beyond the Standard Model, and not one that decays`);
  const { offsets, particles } = read;
  const first = madeAs(read, 0, mediator);
  for (let i = 1; i < read.length; i++) {
    if (madeAs(read, i, mediator) !== first) throw new UserError(`${name}: event ${i + 1} is not made as event 1 is`);
  }
  return { events: toLab(read, beams), mass: particles.m[offsets[0] + mediator], mediator };
}

/** Whether a row of a table of collisions is a photon that comes from the colliding beams. */
export function isFromBeams({ pdgId, status, mother }: EventTable["particles"], row: number): boolean {
  return pdgId[row] === 22 && status[row] === 1 && mother[row] >= 0 && mother[row] < 2;
}

/** Rows of what a particle decays to, photons of radiation left out: those that have a charged sister. */
export function productsOf({ offsets, particles: p }: EventTable, event: number, mother: number): number[] {
  const rows: number[] = [];
  for (let k = offsets[event]; k < offsets[event + 1]; k++) if (p.mother[k] === mother) rows.push(k);
  const charged = rows.some((k) => CHARGED.has(Math.abs(p.pdgId[k])));
  return rows.filter((k) => !(charged && p.pdgId[k] === 22));
}

/** Charged particles that mediators decay to. */
const CHARGED = new Set([11, 13, 15, 211, 321]);

/** What the mediator of an event is, where it comes from, and to how many particles it decays. */
function madeAs(events: EventTable, event: number, mediator: number): string {
  const { offsets, particles: p } = events;
  const row = offsets[event] + mediator;
  return [p.pdgId[row], p.status[row], p.mother[row], productsOf(events, event, mediator).length].join();
}

/** Where the mediator stands in the first event. */
function mediatorOf({ offsets, particles }: EventTable): number | undefined {
  const rows = Array.from({ length: offsets[1] - offsets[0] }, (_, k) => offsets[0] + k);
  const decaying = rows.filter((k) => particles.status[k] === 2);
  const lasting = rows.filter((k) => particles.status[k] === 1);
  const strange = (k: number): boolean => !isKnown(particles.pdgId[k]);
  const found = decaying.find(strange) ?? lasting.find(strange) ?? (decaying.length === 1 ? decaying[0] : undefined);
  return found === undefined ? undefined : found - offsets[0];
}

function isKnown(pdgId: number): boolean {
  try {
    particle(pdgId);
    return true;
  } catch {
    return false;
  }
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
