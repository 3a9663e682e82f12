import type { Mediator, Portal } from "@belladonna/models";

/** What a particle is, or why it cannot be said. */
export type Particle =
  | { readonly known: true; readonly mediator: Mediator; readonly open: readonly OpenChannel[] }
  | { readonly known: false; readonly why: string };

/** A decay that happens. */
interface OpenChannel {
  /** Name in field notation. */
  readonly name: string;
  /** Branching fraction. */
  readonly fraction: number;
  /** Partial width, GeV. */
  readonly width: number;
}

/**
 * The particle of a portal at a point.
 * @param portal - The portal; undefined where there is none of the name.
 * @param mass - Mass, GeV.
 * @param coupling - Coupling, as the registry's factory takes it.
 * @returns The particle with its open channels, the most frequent first; or what the model has against the point.
 */
export function particleAt(portal: Portal | undefined, mass: number, coupling: number): Particle {
  if (portal === undefined) return { known: false, why: "there is no such portal" };
  try {
    const mediator = portal.make(mass, coupling);
    const open = mediator
      .channels()
      .filter((c) => c.width > 0)
      .map((c) => ({ name: c.name, fraction: mediator.branchingFraction(c), width: c.width }))
      .sort((a, b) => b.width - a.width);
    return { known: true, mediator, open };
  } catch (error) {
    return { known: false, why: error instanceof Error ? error.message : String(error) };
  }
}
