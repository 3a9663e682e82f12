import type { Mediator } from "@belladonna/models";
import { requirePositive } from "@belladonna/numerics";
import { pow } from "@belladonna/numerics/elementary";

/** A model to constrain: an entry of `portals` of `@belladonna/models`, or a mediator of your own. */
export interface ConstrainedModel {
  /** Its name; one of `portals` is taken to be that portal, whose published limits then speak directly. */
  readonly name: string;
  /** The mediator at a mass in GeV and a coupling. */
  readonly make: (mass: number, coupling: number) => Mediator;
  /** Name of the coupling. Default `g`. */
  readonly coupling?: string;
  /**
   * Power of the coupling in every width and rate, which says that branching fractions do not depend on it: then the model
   * is asked once a mass. Without it (dark matter with a coupling of its own) it is asked at every point.
   */
  readonly power?: 1 | 2;
  /** Coupling at which the model is asked when a power is given. Default 1e-3. */
  readonly typical?: number;
}

/** A particle of the model at a coupling: rates are those of `particle` times `scale`, its lifetime divided by it. */
interface ScaledParticle {
  /** The mediator. */
  readonly particle: Mediator;
  /** Factor on every rate. */
  readonly scale: number;
}

/** The particle at a mass as a function of the coupling. */
export type View = (coupling: number) => ScaledParticle;

/**
 * The model at a mass, asked as rarely as its scaling allows.
 *
 * @param model - the model
 * @param mass - mass, GeV
 */
export function viewOf(model: ConstrainedModel, mass: number): View {
  const { make, power, typical = 1e-3 } = model;
  if (power !== undefined) {
    requirePositive("constrainModel: typical coupling", typical);
    const particle = make(mass, typical);
    return (coupling) => ({ particle, scale: pow(coupling / typical, power) });
  }
  const made = new Map<number, ScaledParticle>();
  return (coupling) => {
    let found = made.get(coupling);
    if (found === undefined) made.set(coupling, (found = { particle: make(mass, coupling), scale: 1 }));
    return found;
  };
}

/**
 * A quantity of a particle that is asked once for each particle.
 *
 * @param quantity - what is asked, a function of the particle alone
 */
export function remembered<T>(quantity: (particle: Mediator) => T): (particle: Mediator) => T {
  let last: { particle: Mediator; value: T } | undefined;
  return (particle) => {
    if (last?.particle !== particle) last = { particle, value: quantity(particle) };
    return last.value;
  };
}

/** Sum of the branching fractions of channels; those that the particle does not have are 0. */
export function share(particle: Mediator, channels: readonly string[]): number {
  const squeezed = (name: string): string => name.replaceAll(/[\s_+-]/g, "").toLowerCase();
  const groups = ["invisible", "visible", "hadrons", "leptons"];
  return channels.reduce((sum, name) => {
    const has = groups.includes(name) || particle.channels().some((c) => squeezed(c.name) === squeezed(name));
    return has ? sum + particle.branchingFraction(name) : sum;
  }, 0);
}
