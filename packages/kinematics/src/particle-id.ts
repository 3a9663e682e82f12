import { didYouMean } from "@belladonna/numerics";
import { antiName } from "./anti-name.js";
import { rows } from "./data/pdg.js";
import { parted, spellingsOf, squashed } from "./spellings.js";

/** Words that stand for a particle of one charge. */
const CHARGED: Readonly<Record<string, number>> = {
  e: 11,
  electron: 11,
  positron: -11,
  mu: 13,
  muon: 13,
  antimuon: -13,
  tau: 15,
  tauon: 15,
  taulepton: 15,
  proton: 2212,
  antiproton: -2212,
  rho: 113,
};

const ids = /* @__PURE__ */ new Map<string, number>();

/** Numbers by squashed name; made when first asked for. */
function idsByName(): ReadonlyMap<string, number> {
  if (ids.size > 0) return ids;
  for (const [id, name, , own] of rows) {
    const [base, sign] = parted(name);
    for (const one of spellingsOf(base)) ids.set(one + sign, id);
    if (own === 1) continue;
    const [anti, antiSign] = parted(antiName(name));
    ids.set(squashed(anti) + antiSign, -id);
    if (sign === "") for (const one of spellingsOf(base)) ids.set(`anti-${one}`, -id);
    else for (const one of spellingsOf(base)) ids.set(one + (sign === "+" ? "-" : "+"), -id);
  }
  for (const [name, id] of Object.entries(CHARGED)) ids.set(name, id);
  return ids;
}

/**
 * The PDG number of a particle by any of its names: as in the particle table (`K_S0`, `D_s+`, `anti-B0`), with its mass
 * as the Particle Data Group writes it (`K*(892)0`), in Greek letters or TeX (`μ⁺`, `\mu^+`), as a word (`photon`), in
 * any case, with blanks and underscores or without. A lepton without a charge is the negative one.
 *
 * @param name - The name.
 * @returns The PDG number.
 * @throws RangeError when no particle of the table has that name, with the nearest that one has.
 * @example
 * ```ts
 * particleId("Ds+"); // 431
 * particleId("π⁻"); // -211
 * ```
 */
export function particleId(name: string): number {
  const known = idsByName();
  const id = known.get(squashed(name));
  if (id !== undefined) return id;
  const names = rows.flatMap(([, one, , own]) => (own === 1 ? [one] : [one, antiName(one)]));
  throw new RangeError(
    `particleId: name must be that of a particle of the table, such as mu-, K_S0 or Upsilon(4S), got "${name}"${didYouMean(name, names)}`,
  );
}
