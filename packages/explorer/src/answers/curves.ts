import type { Portal } from "@belladonna/models";

/** Properties of a particle against its mass. */
export interface Curves {
  /** Masses, GeV. */
  readonly mass: readonly number[];
  /** Proper decay length, cm; not finite where the particle is stable, or not described. */
  readonly ctau: readonly number[];
  /** Branching fraction of each channel that is open anywhere; 0 where it is closed, `NaN` where nothing is described. */
  readonly fractions: ReadonlyMap<string, readonly number[]>;
}

/** Masses evenly spread over an axis. */
export function massesOver([low, high]: readonly [number, number], n: number, linear: boolean): number[] {
  return Array.from({ length: n }, (_, i) => {
    const t = i / (n - 1);
    return linear ? low + t * (high - low) : low * (high / low) ** t;
  });
}

/**
 * Widths against the mass at one coupling.
 * @param portal - The portal.
 * @param masses - Masses, GeV; where the model refuses one, the curves have no value.
 * @param coupling - Coupling.
 */
export function curvesOf(portal: Portal, masses: readonly number[], coupling: number): Curves {
  const ctau = masses.map(() => Number.NaN);
  const fractions = new Map<string, number[]>();
  masses.forEach((mass, i) => {
    try {
      const particle = portal.make(mass, coupling);
      ctau[i] = particle.ctau;
      for (const c of particle.channels()) {
        if (c.width === 0) continue;
        const row = fractions.get(c.name) ?? masses.map(() => 0);
        row[i] = particle.branchingFraction(c);
        fractions.set(c.name, row);
      }
    } catch {
      // A mass outside the model: no value there.
    }
  });
  return { mass: masses, ctau, fractions };
}
