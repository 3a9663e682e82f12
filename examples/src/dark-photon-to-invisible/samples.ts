import { beamPreset, type Beams } from "@belladonna/kinematics";
import { darkPhoton, gammaX, generate, type Cuts, type GeneratedEvents, type Process, qed, treeProcess } from "@belladonna/models";
import { UserError } from "../user-error.js";

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

/** A background. */
export interface Source {
  /** Name. */
  readonly name: string;
  /** Its share of the background events. */
  readonly share: number;
  /** Events in the lab, with their cross section. */
  readonly generate: (events: number, seed: number) => GeneratedEvents;
}

/** The backgrounds. */
export const sources: readonly Source[] = [
  {
    name: "γγ(γ)",
    share: 0.5,
    generate: (events, seed) =>
      made(wanted(treeProcess({ model: qed(), outgoing: [22, 22] })), {
        events,
        seed,
        isr: true,
        cuts: { only: { 22: { energy: 0.4, cosTheta: 0.995 } } },
      }),
  },
  {
    name: "eeγ",
    share: 0.5,
    generate: (events, seed) =>
      made(treeProcess({ model: qed(), outgoing: [11, -11, 22] }), {
        events,
        seed,
        isr: false,
        cuts: { only: { 11: { minCosTheta: 0.9 }, 22: { energy: 0.6, cosTheta: 0.85 } } },
      }),
  },
];

/** e+e- → γA′ with radiation, the dark photon invisible; the photon is particle 2. */
export const generateSignal = (mass: number, events: number, seed: number): GeneratedEvents =>
  made(gammaX(darkPhoton({ mass, epsilon: REFERENCE_MIXING })), { events, seed, isr: true, cuts: { only: { 22: SIGNAL_PHOTON } } });

/** Energy of a pair of photons below which it matters little where they go: they cannot leave one of 0.8 GeV in the barrel. */
const LEAST = 0.7;

/** Photons of which at least one may hit the barrel, after any boost that leaves it enough energy. */
function wanted(process: Process): Process {
  return {
    ...process,
    squaredAmplitude(momenta, out, count) {
      process.squaredAmplitude(momenta, out, count);
      for (let i = 0; i < count; i++) if (momenta[2].e[i] < LEAST) out[i] = 0;
    },
  };
}

function made(
  process: Process,
  options: { readonly events: number; readonly seed: number; readonly isr: boolean; readonly cuts: Cuts },
): GeneratedEvents {
  const events = generate(process, { beams, overweight: OVERWEIGHT, ...options });
  if (!events.valid) throw new UserError(`${process.name}: ${events.reason ?? "generation failed"}`);
  return events;
}

