import { C_CM_PER_NS } from "@belladonna/kinematics";
import type { EventTable } from "@belladonna/kinematics";
import { random } from "@belladonna/numerics";
import { exp } from "@belladonna/numerics/elementary";

/** Events in which a long-lived particle decays away from where it was made. */
export interface Displaced {
  /** The events, all that comes of the particle moved along its flight. */
  readonly events: EventTable;
  /** Proper decay length in each event, cm; `NaN` where the particle is not in it. */
  readonly proper: Float64Array;
}

/**
 * Lets a long-lived particle fly before it decays. Event $i$ takes the $i$-th of the given mean proper lengths in turn, so
 * that the sample holds short flights as well as long ones; {@link lifetimeWeight} turns it into a sample of any lifetime.
 *
 * @param events - Events in the lab in which the particle has decayed (status 2), wherever.
 * @param pdgId - Its PDG number, of either sign.
 * @param means - Mean proper decay lengths to draw from, cm.
 * @param seed - Seed of the lengths.
 */
export function displaceDecays(events: EventTable, pdgId: number, means: readonly number[], seed: number): Displaced {
  const { offsets, particles: p, length } = events;
  const [vx, vy, vz, vt] = [p.vx.slice(), p.vy.slice(), p.vz.slice(), p.vt.slice()];
  const proper = new Float64Array(length).fill(Number.NaN);
  const root = random(seed);
  for (let i = 0; i < length; i++) {
    const first = offsets[i];
    const last = offsets[i + 1];
    let from = first;
    while (from < last && !(Math.abs(p.pdgId[from]) === Math.abs(pdgId) && p.status[from] === 2)) from++;
    if (from === last) continue;
    const t = means[i % means.length] * root.stream(i).exponential();
    proper[i] = t;
    // Per unit of momentum; daughters follow their mother in the list, so one pass finds them all.
    const step = t / p.m[from];
    let shift: readonly [number, number, number, number] | undefined;
    for (let k = from + 1; k < last; k++) {
      if (!comesFrom(p.mother, first, k, from - first)) continue;
      shift ??= [
        p.vx[from] + step * p.px[from] - p.vx[k],
        p.vy[from] + step * p.py[from] - p.vy[k],
        p.vz[from] + step * p.pz[from] - p.vz[k],
        p.vt[from] + (step * p.e[from]) / C_CM_PER_NS - p.vt[k],
      ];
      vx[k] += shift[0];
      vy[k] += shift[1];
      vz[k] += shift[2];
      vt[k] += shift[3];
    }
  }
  return { events: { ...events, particles: { ...p, vx, vy, vz, vt } }, proper };
}

/** Whether the particle in row `k` comes from the one with the given index in the event that starts at `first`. */
function comesFrom(mother: Int32Array, first: number, k: number, ancestor: number): boolean {
  let at = mother[k];
  while (at > ancestor) at = mother[first + at];
  return at === ancestor;
}

/**
 * Weight that makes decays drawn by {@link displaceDecays} a sample of one lifetime, the ratio of the densities,
 * $$w(t)=\frac{e^{-t/c\tau}/c\tau}{\frac1n\sum_k e^{-t/\ell_k}/\ell_k};$$
 * its mean over events is 1.
 *
 * @param proper - Proper decay length of the event, cm.
 * @param ctau - Mean proper decay length wanted, cm.
 * @param means - Those drawn from, cm.
 */
export function lifetimeWeight(proper: number, ctau: number, means: readonly number[]): number {
  let drawn = 0;
  for (const mean of means) drawn += exp(-proper / mean) / mean;
  return (means.length * exp(-proper / ctau)) / ctau / drawn;
}

/**
 * Mean proper decay lengths to draw from so that flights in the lab reach from a vertex detector to the end of a tracking
 * chamber whatever the mass: those of these mean lengths in the lab at a typical momentum.
 *
 * @param lengths - Mean lengths in the lab, cm.
 * @param mass - Mass, GeV.
 * @param momentum - Typical momentum in the lab, GeV.
 */
export function meansFor(lengths: readonly number[], mass: number, momentum: number): number[] {
  return lengths.map((length) => (length * mass) / momentum);
}

/** How often a selection keeps the signal at each of some lifetimes. */
export interface LifetimeEfficiency {
  /** Efficiency at each lifetime. */
  readonly efficiency: readonly number[];
  /** Standard error of each. */
  readonly error: readonly number[];
}

/** A selected event of a sample whose flights were drawn by {@link displaceDecays}. */
export interface SelectedFlight {
  /** Its proper decay length, cm. */
  readonly proper: number;
  /** Its weight in the sample; the chance that a trigger with prescales keeps it may be in it. */
  readonly weight: number;
}

/**
 * Efficiency at every lifetime from one sample: the sum of {@link lifetimeWeight} over the selected events.
 *
 * @param selected - The events that are left.
 * @param generated - Number of events generated, or the sum of their weights.
 * @param lifetimes - Mean proper decay lengths wanted, cm.
 * @param means - Those drawn from, cm.
 */
export function lifetimeEfficiency(
  selected: readonly SelectedFlight[],
  generated: number,
  lifetimes: readonly number[],
  means: readonly number[],
): LifetimeEfficiency {
  const weights = lifetimes.map((ctau) =>
    selected.map(({ proper, weight }) => (weight * lifetimeWeight(proper, ctau, means)) / generated),
  );
  return {
    efficiency: weights.map(sum),
    error: weights.map((own) => Math.sqrt(sum(own.map((w) => w * w)))),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
