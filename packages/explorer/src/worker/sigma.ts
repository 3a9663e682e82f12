import { crossSection, signalProcess } from "@belladonna/events";
import { beamPreset } from "@belladonna/kinematics";
import { portalNamed } from "@belladonna/models";

/** Standing error over value at which a cross section without a closed form is drawn. */
const PRECISION = 0.02;

/**
 * Cross section of what makes a particle in e⁺e⁻ collisions, at the nominal energy and without radiation, before decays.
 * @param portal - Name of the portal, or charges of one's own.
 * @param mass - Mass, GeV.
 * @param coupling - Coupling.
 * @returns Cross section, fb; `NaN` where the model refuses the mass or no process makes the particle.
 */
export function sigmaAt(portal: string, mass: number, coupling: number): number {
  try {
    const mediator = portalNamed(portal).make(mass, coupling);
    const process = signalProcess(mediator);
    if (process === undefined) return Number.NaN;
    return crossSection(process, { sqrtS: beamPreset("run2019").sqrtS, relativeError: PRECISION }).value;
  } catch {
    return Number.NaN;
  }
}
