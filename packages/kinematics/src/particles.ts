import { antiName } from "./anti-name.js";
import { edition, rows, type Row } from "./data/pdg.js";
import { particleId } from "./particle-id.js";
import { HBAR_C_GEV_CM } from "./units.js";

/** What the Particle Data Group lists about one particle. */
export interface Particle {
  /** PDG Monte Carlo number, negative for antiparticles. */
  readonly pdgId: number;
  /** Name in plain text, such as `mu-`, `K_S0`, `Upsilon(4S)`. */
  readonly name: string;
  /** Electric charge, units of $e$. */
  readonly charge: number;
  /** Mass, GeV; neutrinos are massless. */
  readonly mass: number;
  /** Uncertainty of the mass, GeV. */
  readonly massError: number;
  /** Total width, GeV; 0 when stable, null when not listed. */
  readonly width: number | null;
  /** Mean proper decay length $c\tau = \hbar c/\Gamma$, cm; Infinity when stable, null when not listed. */
  readonly ctau: number | null;
}

/** Edition of the table behind {@link particle}, and where it was read. */
export const pdgEdition: string = edition;

const byId = /* @__PURE__ */ new Map<number, Row>(/* @__PURE__ */ entries());

function entries(): [number, Row][] {
  return rows.map((row) => [row[0], row]);
}

/**
 * A particle by its PDG number, of which a negative one gives the antiparticle, or by its name.
 *
 * @param of - PDG Monte Carlo number, or a name as {@link particleId} takes it.
 * @throws RangeError when the table has no such particle, or a negative number names a particle that is its own
 * antiparticle.
 * @example
 * ```ts
 * particle(15).mass; // ≈ 1.77693
 * particle(-13).charge; // ≈ 1
 * particle(310).ctau; // ≈ 2.684
 * particle("K_S0").ctau; // ≈ 2.684
 * ```
 */
export function particle(of: number | string): Particle {
  const pdgId = typeof of === "string" ? particleId(of) : of;
  const row = byId.get(Math.abs(pdgId));
  if (row === undefined || (pdgId < 0 && row[3] === 1)) {
    throw new RangeError(`particle: the table must hold the PDG number, got ${pdgId}`);
  }
  const [, name, charge, , mass, massError, width] = row;
  return {
    pdgId,
    name: pdgId < 0 ? antiName(name) : name,
    charge: pdgId < 0 && charge !== 0 ? -charge : charge,
    mass,
    massError,
    width,
    ctau: width === null ? null : HBAR_C_GEV_CM / width,
  };
}

/**
 * All particles and antiparticles of the table, in the order of their numbers' magnitudes.
 *
 * ```ts
 * particles().length > 100; // false
 * ```
 */
export function particles(): Particle[] {
  return rows.flatMap(([id, , , own]) => (own === 1 ? [particle(id)] : [particle(id), particle(-id)]));
}
