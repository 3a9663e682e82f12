import { didYouMean } from "@belladonna/numerics";
import { portals, type Portal } from "./registry.js";
import { portalId, sameName } from "./portal-id.js";

/**
 * A portal of {@link portals} by any of its names: that of the list in any spelling (`dark photon`, `ALP, photons`,
 * `alp-photons`), or one that {@link portalId} takes where only one entry of the list is of that kind (`A'`, `Z'`).
 *
 * @param name - the name
 * @returns the portal
 * @throws `RangeError` when no portal has the name, with the nearest that one has, or several have
 * @example
 * ```ts
 * portalNamed("darkPhoton").coupling; // "epsilon"
 * ```
 */
export function portalNamed(name: string): Portal {
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
