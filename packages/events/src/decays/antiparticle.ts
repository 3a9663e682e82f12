import { particles } from "@belladonna/kinematics";

/** PDG numbers of the particle table, of antiparticles too where they are other particles. */
export const listedIds: ReadonlySet<number> = /* @__PURE__ */ new Set(/* @__PURE__ */ ids());

function ids(): number[] {
  return particles().map(({ pdgId }) => pdgId);
}

/** Throws unless a number can be a PDG number: an integer of 32 bits that is not 0. */
export function requirePdgId(what: string, id: number): void {
  if (!(Number.isInteger(id) && id !== 0 && Math.abs(id) < 2 ** 31)) {
    throw new RangeError(`${what} must be a PDG number, an integer that is not 0, got ${id}`);
  }
}

/** Bosons that are in no particle table and their own antiparticles: $Z$, $h$, $Z'$, heavy Higgs bosons. */
const NEUTRAL_BOSONS: ReadonlySet<number> = /* @__PURE__ */ new Set([23, 25, 32, 35, 36]);

/**
 * PDG number of the antiparticle. Of what is in no table, neutral bosons and hidden-valley particles (49xxxxx) are their
 * own antiparticles; others, as dark matter `52`, have one.
 * @param id - PDG number.
 */
export function antiparticleId(id: number): number {
  if (listedIds.has(-id)) return -id;
  return listedIds.has(id) || NEUTRAL_BOSONS.has(id) || id > 4900000 ? id : -id;
}
