import type { Mediator } from "@belladonna/models";

/** One external particle of a process. */
export interface ExternalParticle {
  /** PDG Monte Carlo number. */
  readonly pdgId: number;
  /** Mass, GeV. */
  readonly mass: number;
  /** The dark-sector particle behind it, whose decays events may contain. */
  readonly mediator?: Mediator;
}
