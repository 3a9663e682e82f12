import { beamPreset, type Beams, eventMask, type EventTable, selectedRows, takeEvents } from "@belladonna/kinematics";
import { darkPhoton } from "@belladonna/models";
import {
  gammaX,
  type Cuts,
  type GeneratedEvents,
  type Preparation,
  type Process,
  qed,
  treeProcess,
} from "@belladonna/events";
import { atan2 } from "@belladonna/numerics/elementary";
import { belle2 } from "@belladonna/trigger";
import { type Generation, generatePart, type PartOptions } from "../events/generation.js";
import { UserError } from "../user-error.js";
import { ELECTRON_COS_THETA } from "./inputs.js";

/** The beams. */
export const beams: Beams = beamPreset("run2019");

/** Kinetic mixing with which signal is made; it drops out of efficiencies. */
export const REFERENCE_MIXING = 1e-3;

/**
 * Cuts on the photon of the signal in the centre-of-mass frame: energy, GeV, and angle. None outside them comes into the
 * barrel with enough energy; cross sections of the signal hold within them.
 */
export const SIGNAL_PHOTON = { energy: 0.4, cosTheta: 0.9 } as const;

/** Share of the cross section that may come as weights above 1. */
const OVERWEIGHT = 0.05;

/** Processes of the backgrounds. */
export type ProcessName = "two photons" | "e e gamma";

const generation = (process: () => Process, isr: boolean, cuts: Cuts): Generation => ({
  process,
  options: { beams, overweight: OVERWEIGHT, isr, cuts },
});

/** How each process is generated: γγ with radiation along the beams. */
export const generations: Readonly<Record<ProcessName, Generation>> = {
  "two photons": generation(() => treeProcess({ model: qed(), outgoing: [22, 22] }), true, {
    only: { 22: { energy: 0.4, cosTheta: 0.995 } },
  }),
  "e e gamma": generation(() => treeProcess({ model: qed(), outgoing: [11, -11, 22] }), false, {
    only: { 11: { minCosTheta: ELECTRON_COS_THETA.value }, 22: { energy: 0.6, cosTheta: 0.85 } },
  }),
};

/** A background. */
export interface Source {
  /** Name. */
  readonly name: string;
  /** Its share of the background events. */
  readonly share: number;
  /** Whether a photon of each event is taken out, one after the other, as if the barrel had lost it. */
  readonly losesPhoton: boolean;
  /** What its events are weighted with, where that is more than the cross section that each stands for. */
  readonly weighted?: string;
  /** What its events are made of. */
  readonly process: ProcessName;
  /** Events in the lab, with the cross section that each stands for, fb; not those that cannot pass. */
  readonly generate: (
    events: number,
    seed: number,
    prepared?: Preparation,
  ) => { readonly events: EventTable; readonly each: number };
}

/** The backgrounds. */
export const sources: readonly Source[] = [
  {
    name: "γγ(γ), one photon lost in a gap or along the beams",
    share: 0.8,
    losesPhoton: false,
    weighted: "the chance that the muon system sees no photon either",
    process: "two photons",
    generate(events, seed, prepared) {
      const pair = made(generations["two photons"], { events, seed, prepared });
      return { events: notBothSeen(pair), each: pair.crossSection.value / events };
    },
  },
  {
    name: "γγ(γ), one photon lost in the barrel",
    share: 0.03,
    losesPhoton: true,
    weighted: "the chance that the photon is lost, each of both in turn",
    process: "two photons",
    generate(events, seed, prepared) {
      const pair = made(generations["two photons"], { events, seed, prepared });
      return { events: pair, each: pair.crossSection.value / events };
    },
  },
  {
    name: "eeγ",
    share: 0.17,
    losesPhoton: false,
    process: "e e gamma",
    generate(events, seed, prepared) {
      const found = made(generations["e e gamma"], { events, seed, prepared });
      return { events: found, each: found.crossSection.value / events };
    },
  },
];

/** A photon of this energy, GeV, so far inside the calorimeter, rad, is a cluster. */
const SEEN = { energy: 0.2, margin: 0.02 } as const;

/** Events in which the calorimeter does not see both photons for certain. */
function notBothSeen(events: EventTable): EventTable {
  const { forward, barrel, backward } = belle2.calorimeter;
  const mask = eventMask(events, ({ start, particles: { px, py, pz, e } }) => {
    let seen = 0;
    for (let k = start + 2; k < start + 4; k++) {
      const theta = atan2(Math.sqrt(px[k] * px[k] + py[k] * py[k]), pz[k]);
      const inside = [forward, barrel, backward].some(([a, b]) => theta > a + SEEN.margin && theta < b - SEEN.margin);
      if (inside && e[k] > SEEN.energy) seen++;
    }
    return seen < 2;
  });
  return takeEvents(events, selectedRows(mask));
}

/** e+e- → γA′ with radiation, the dark photon invisible; the photon is particle 2. */
export function generateSignal(mass: number, events: number, seed: number): GeneratedEvents {
  const process = gammaX(darkPhoton({ mass, epsilon: REFERENCE_MIXING }));
  return made(
    generation(() => process, true, { only: { 22: SIGNAL_PHOTON } }),
    { events, seed },
  );
}

function made(how: Generation, part: PartOptions): GeneratedEvents {
  const events = generatePart(how, part);
  if (!events.valid) throw new UserError(`${how.process().name}: ${events.reason ?? "generation failed"}`);
  return events;
}
