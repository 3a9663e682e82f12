import type { Leg } from "../amplitude/plan.js";
import type { CompiledCuts } from "./cuts.js";
import type { LegSetMasses } from "./leg-set-masses.js";

/** Kinematic limits of the squared masses of sets of legs, with what cuts on single particles and pairs leave of them. */
export interface MassLimits {
  /** Least mass of each set, GeV. */
  readonly least: readonly number[];
  /**
   * Limits of the squared mass of a part of a known state, beside another part: {@link MassLimits.range} has them.
   * @param part - Index of the part.
   * @param whole - Index of the state; its squared mass stands in the table.
   * @param other - Index of the other part.
   * @param otherMass - Its mass, or the least it can be, GeV.
   * @param sqrtS - Centre-of-mass energy, GeV.
   * @returns Whether there is room between them.
   */
  find(part: number, whole: number, other: number, otherMass: number, sqrtS: number): boolean;
  /** Least and greatest squared mass found last, and the upper pole $q$ of the map for it, GeV². */
  readonly range: Float64Array;
}

/**
 * The limits for a process and its cuts.
 * @param legs - External legs.
 * @param masses - Their sets; all that will be asked for are entered.
 * @param cuts - Generator cuts.
 */
export function massLimits(legs: readonly Leg[], masses: LegSetMasses, { limits, pairs }: CompiledCuts): MassLimits {
  const { members, squares } = masses;
  // Least mass of each set: the particles', or what a cut on a pair demands; greatest by a cut on a pair.
  const least = members.map((set) => massSum(legs, set));
  const most = members.map(() => Infinity);
  for (const { a, b, low, high } of pairs) {
    const pair = masses.indexOf((1 << (a + 2)) | (1 << (b + 2)));
    least[pair] = Math.max(least[pair], Math.sqrt(low));
    most[pair] = Math.min(most[pair], Math.sqrt(high));
  }
  // A photon of least energy keeps a fermion with photons off its mass shell.
  const offShell = members.map((set) => {
    const photons = set.filter((leg) => leg >= 2 && legs[leg].field.kind === "vector" && legs[leg].field.mass === 0);
    if (photons.length === 0 || photons.length !== set.length - 1) return 0;
    const mass = massSum(legs, set);
    return 2 * limits[photons[0] - 2].energy * mass * mass;
  });
  const range = new Float64Array(3);
  return {
    least,
    range,
    find(part, whole, other, otherMass, sqrtS) {
      const M = Math.sqrt(squares[whole]);
      range[0] = least[part] * least[part];
      if (offShell[part] > 0) range[0] += offShell[part] / sqrtS;
      const high = Math.min(M - otherMass, most[part]);
      range[1] = high > 0 ? high * high : 0;
      range[2] = squares[whole] + otherMass * otherMass;
      // In the centre of mass a single sibling has at least the energy of its cut.
      if (members[other].length === 1 && members[other][0] >= 2) {
        const { energy } = limits[members[other][0] - 2];
        if (whole === 0) range[1] = Math.min(range[1], range[2] - 2 * M * energy);
        // A photon in a part of it has at least M/√s of that, as E + |p| of the part is at most √s: a soft map needs an end.
        else if (otherMass === 0 && energy > 0)
          range[1] = Math.min(range[1], range[2] - (2 * squares[whole] * energy) / sqrtS);
      }
      return range[1] > range[0];
    },
  };
}

function massSum(legs: readonly Leg[], set: readonly number[]): number {
  return set.reduce((sum, leg) => sum + legs[leg].field.mass, 0);
}
