import { didYouMean } from "@belladonna/numerics";
import { chargesFrom } from "./charges-from.js";
import { portalId, sameName } from "./portal-id.js";
import { portals, vectorPortal, type Portal } from "./registry.js";

/**
 * A portal of {@link portals} by any of its names: that of the list in any spelling (`dark photon`, `ALP, photons`,
 * `alp-photons`), or one that {@link portalId} takes where only one entry of the list is of that kind (`A'`, `Z'`). Charges
 * in place of a name (`e=1, mu=1, u=1/3`, as {@link chargesFrom} takes them) are the portal of a vector that has them.
 *
 * @param name - the name, or charges
 * @returns the portal; one of charges of one's own has them as its name, without blanks
 * @throws `RangeError` when no portal has the name, with the nearest that one has, or several have, or charges are wrong
 * @example
 * ```ts
 * portalNamed("darkPhoton").coupling; // "epsilon"
 * portalNamed("mu=1, numu=1").make(0.1, 1e-4).branchingFraction("invisible"); // 1
 * ```
 */
export function portalNamed(name: string): Portal {
  if (name.includes("=")) {
    const vector = vectorPortal(name.replaceAll(/\s/g, ""), chargesFrom(name));
    // Charges that no vector can have are refused here, and not where the particle is made.
    vector.make(1, vector.typical);
    return vector;
  }
  const own = portals.find((portal) => sameName(portal.name, name));
  if (own !== undefined) return own;
  const id = idOf(name);
  const alike = id === undefined ? [] : portals.filter((portal) => idOf(portal.name.replace(/,.*/, "")) === id);
  if (alike.length === 1) return alike[0];
  const names = (alike.length > 0 ? alike : portals).map((portal) => portal.name);
  throw new RangeError(
    `portalNamed: name must be one of ${names.map((one) => `"${one}"`).join(", ")}, got "${name}"${didYouMean(name, names)}`,
  );
}

function idOf(name: string): string | undefined {
  try {
    return portalId(name);
  } catch {
    return undefined;
  }
}
