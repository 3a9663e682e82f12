import type { Mediator } from "@belladonna/models";
import type { Limit } from "../limit.js";
import { published } from "../published/published.js";

/** Portals whose limits may speak about a particle, by its kind. */
const PORTALS: Readonly<Record<Mediator["kind"], readonly string[]>> = {
  vector: ["dark-photon", "z-prime", "b-minus-l"],
  scalar: ["dark-scalar", "alp", "leptophilic-scalar"],
  pseudoscalar: ["alp", "lfv-alp", "dark-scalar"],
  fermion: ["hnl"],
};

/**
 * The bundled limits that may speak about a particle: one of each result, those nobody checked only when asked for.
 *
 * @param kind - kind of the particle
 * @param unverified - whether to have unchecked numbers too
 */
export async function worldLimits(kind: Mediator["kind"], unverified: boolean): Promise<Limit[]> {
  const entries = PORTALS[kind].flatMap((portal) => published.find({ portal, unverified, redigitisations: false }));
  return Promise.all(entries.map((entry) => published.get(entry.id)));
}
