import { type EventTable, type FourVector, fourVector } from "@belladonna/kinematics";
import { random, requireOptions } from "@belladonna/numerics";
import { EventColumns } from "../event-columns.js";
import { radiateDipole } from "./radiate-dipole.js";

/** What {@link finalStateRadiation} takes beside the events. */
export interface FinalStateRadiationOptions {
  /** Seed. */
  readonly seed: number;
  /** PDG numbers of the leptons that radiate, of either sign; electrons and muons when absent. */
  readonly leptons?: readonly (11 | 13)[];
  /** Energy below which photons are left out, in the rest frame of the pair or the mother, GeV; 1 MeV when absent. */
  readonly leastEnergy?: number;
}

const OPTIONS: readonly (keyof FinalStateRadiationOptions)[] = ["seed", "leptons", "leastEnergy"];

/**
 * Final-state radiation of electrons and muons: photons are added, and the leptons lose what these take.
 *
 * Two leptons of one flavour and opposite charge that come from the same mother, or from the collision, are a dipole, which
 * keeps its momentum and loses mass. A lepton without partner whose mother is charged, as in $\tau\to\mu\nu\nu$, is a dipole
 * with its mother; the recoil is taken by its sisters that do not decay. An electron and a muon that the collision makes
 * alone, as where flavour changes, radiate one after the other, each with the other as recoil: collinear photons are right,
 * and soft ones in the leading logarithm. Soft photons are summed to all orders, hard ones
 * are right where they are collinear: a single photon of energy $xM/2$ in a pair of mass $M$ has the spectrum
 * $\frac\alpha\pi\frac{1+(1-x)^2}{x}\bigl[\ln\frac{M^2(1-x)}{m^2}-1\bigr]$. Rates do not change. Interference with
 * radiation of the beams and of other dipoles is left out, and so is radiation of taus and hadrons.
 *
 * Photons stand at the end of their event, with the mother and vertex of the lepton; other rows keep their places.
 * Not to be used on processes whose matrix element already has these photons, such as $\mu\mu\gamma$.
 * @param events - Events, in any frame, after all decays.
 * @param options - Seed, who radiates, lowest energy.
 * @returns New events; event $i$ takes its random numbers from stream $i$ of the seed.
 * @throws RangeError when the lowest energy is not positive.
 * @example
 * ```ts
 * const muons = generate(treeProcess({ model: qed(), outgoing: [13, -13] }), { sqrtS: 10.58, seed: 1, events: 9 });
 * finalStateRadiation(muons, { seed: 2 }).length; // 9
 * ```
 */
export function finalStateRadiation(events: EventTable, options: FinalStateRadiationOptions): EventTable {
  requireOptions("finalStateRadiation", options, OPTIONS);
  const { seed, leptons = [11, 13], leastEnergy = 1e-3 } = options;
  if (!(leastEnergy > 0 && leastEnergy < Infinity)) {
    throw new RangeError(`finalStateRadiation: leastEnergy must be positive and finite (GeV), got ${leastEnergy}`);
  }
  for (const id of leptons) {
    if (![11, 13].includes(id))
      throw new RangeError(`finalStateRadiation: leptons must be 11 or 13, got ${String(id)}`);
  }
  const { offsets, particles: p, weights, length } = events;
  const columns = new EventColumns(offsets[length] - offsets[0] + 2 * length + 16, length + 1);
  const root = random(seed);
  for (let i = 0; i < length; i++) {
    const start = offsets[i];
    const end = offsets[i + 1];
    const stream = root.stream(i);
    /** Momenta that radiation has changed, and photons with the row of the lepton they are of. */
    const changed = new Map<number, FourVector>();
    const photons: [lepton: number, photon: FourVector][] = [];
    for (let k = start; k < end; k++) {
      const kind = Math.abs(p.pdgId[k]);
      if (p.status[k] !== 1 || (kind !== 11 && kind !== 13) || !leptons.includes(kind)) continue;
      const partner = partnerOf(events, k, start, end);
      const others = partner > k ? [partner] : partner < 0 ? sistersOf(events, k, start, end) : [];
      if (others.length === 0) continue;
      const other = partner > k ? "antiparticle" : "mother";
      const at = (row: number): FourVector =>
        changed.get(row) ?? fourVector({ px: p.px[row], py: p.py[row], pz: p.pz[row], m: p.m[row] });
      const radiated = radiateDipole(at(k), others.map(at), other, leastEnergy, stream);
      if (radiated === undefined) continue;
      changed.set(k, radiated.lepton);
      others.forEach((row, j) => changed.set(row, radiated.others[j]));
      radiated.photons.forEach((photon, j) => {
        photons.push([radiated.ahead[j] || partner < 0 ? k : partner, photon]);
      });
    }
    for (let k = start; k < end; k++) {
      const { px, py, pz, e } = changed.get(k) ?? { px: p.px[k], py: p.py[k], pz: p.pz[k], e: p.e[k] };
      const row = columns.add(p.pdgId[k], p.status[k], p.mother[k], px, py, pz, e, p.m[k]);
      columns.vertex(row, p.vx[k], p.vy[k], p.vz[k], p.vt[k]);
    }
    for (const [k, { px, py, pz, e }] of photons) {
      const row = columns.add(22, 1, p.mother[k], px, py, pz, e, 0);
      columns.vertex(row, p.vx[k], p.vy[k], p.vz[k], p.vt[k]);
    }
    columns.close(weights[i]);
  }
  return columns.table();
}

/** Mothers below this are the beams. */
const BEAMS = 2;

/** Whether two mothers are one vertex: the beams make one together. */
const sameVertex = (a: number, b: number): boolean => a === b || (a < BEAMS && b < BEAMS);

/** The lepton that row `k` is a pair with: the $n$th of a flavour and charge with the $n$th antiparticle; −1 for none. */
function partnerOf({ particles: p }: EventTable, k: number, start: number, end: number): number {
  let before = 0;
  const like = (j: number, pdgId: number): boolean =>
    p.status[j] === 1 && p.pdgId[j] === pdgId && sameVertex(p.mother[j], p.mother[k]);
  for (let j = start; j < k; j++) if (like(j, p.pdgId[k])) before++;
  for (let j = start; j < end; j++) if (like(j, -p.pdgId[k]) && before-- === 0) return j;
  return -1;
}

/** Mothers of single leptons that are known to be charged: taus, charged pions, kaons, D and B mesons. */
const CHARGED = /* @__PURE__ */ new Set([15, 211, 321, 411, 431, 521]);

/** What takes the recoil of a lepton without partner: the products of its charged mother that do not decay. */
function sistersOf(events: EventTable, k: number, start: number, end: number): number[] {
  const { particles: p } = events;
  const mother = p.mother[k];
  if (mother >= 0 && mother < BEAMS) return otherFlavourOf(events, k, start, end);
  if (mother < BEAMS || !CHARGED.has(Math.abs(p.pdgId[start + mother]))) return [];
  const sisters: number[] = [];
  for (let j = start; j < end; j++) if (j !== k && p.status[j] === 1 && p.mother[j] === mother) sisters.push(j);
  return sisters;
}

/** The one lepton of the other flavour and charge that the beams make, like lepton `k`, without partner. */
function otherFlavourOf(events: EventTable, k: number, start: number, end: number): number[] {
  const { particles: p } = events;
  const wanted = -Math.sign(p.pdgId[k]) * (Math.abs(p.pdgId[k]) === 11 ? 13 : 11);
  const found: number[] = [];
  for (let j = start; j < end; j++) {
    if (p.status[j] !== 1 || p.pdgId[j] !== wanted || !sameVertex(p.mother[j], p.mother[k])) continue;
    if (partnerOf(events, j, start, end) < 0) found.push(j);
  }
  return found.length === 1 ? found : [];
}
