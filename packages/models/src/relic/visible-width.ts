import { square } from "@belladonna/numerics/elementary";
import type { Portal } from "../portals/registry.js";

/** What a relic density needs of a model: a vector as a function of mass and coupling. */
export type RelicModel = Pick<Portal, "name" | "make" | "power" | "typical">;

/** Quarkonia, narrower than a thermal average resolves, and left out of it. */
const NARROW = /* @__PURE__ */ new Set(["psi resonances", "Upsilon resonances"]);

/**
 * Width of the vector to the Standard Model at a mass, per squared coupling.
 *
 * @param model - the vector as a function of mass and coupling
 * @returns $\Gamma(Q)/g^2$, GeV, at $Q$ in GeV
 * @throws `RangeError` unless the model is a vector whose widths go with the square of the coupling
 */
export function visibleWidth({ name, make, power, typical }: RelicModel): (q: number) => number {
  const { kind } = make(1, typical);
  if (kind !== "vector" || power !== 2) {
    throw new RangeError(
      `relicTarget: model must be a vector with widths that go with the square of its coupling, got ${name}: ${kind}, power ${String(power)}`,
    );
  }
  return (q) => {
    let sum = 0;
    for (const c of make(q, typical).channels()) if (!NARROW.has(c.name)) sum += c.width;
    return sum / square(typical);
  };
}
