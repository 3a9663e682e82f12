import { requireChoice } from "@belladonna/numerics";
import type { Mediator } from "./mediator.js";

/** PDG numbers by kind, the only place that gives them: hidden-valley numbers for a vector and a scalar; axion-like particles and heavy neutrinos as UFO models use. */
const ID = { vector: 4900023, scalar: 4900025, pseudoscalar: 9000006, fermion: 9900012 } as const;

/**
 * Monte Carlo number under which events and decay channels list a mediator: 4900023 for a vector, 4900025 for a scalar,
 * 9000006 for a pseudoscalar, 9900012 for a heavy neutral lepton (-9900012 for the antiparticle of a Dirac one).
 *
 * ```ts
 * mediatorId({ kind: "vector" }); // 4900023
 * ```
 * @param mediator - the mediator, or only its kind
 * @returns the number
 * @throws `RangeError` for a kind that there is not
 */
export function mediatorId({ kind }: Pick<Mediator, "kind">): number {
  requireChoice("mediatorId: kind", kind, Object.keys(ID));
  return ID[kind];
}

/** Every number that {@link mediatorId} can give. */
export const mediatorIds: readonly number[] = Object.values(ID);
