import type { FourVectors } from "@belladonna/kinematics";
import { pairExcess, smallerSide } from "../amplitude/invariants.js";
import type { Leg } from "../amplitude/plan.js";

/** A table of the squared masses of sets of legs. */
export interface LegSetMasses {
  /**
   * Index of a set in the table, in which it is entered when first asked for; a set and that of all other legs have the
   * same. The final particles together have index 0.
   */
  indexOf(set: number): number;
  /** Legs of each entry, the smaller of the two sets. */
  readonly members: readonly (readonly number[])[];
  /** Squared mass of each entry without momenta, $(\sum\pm m)^2$, GeV². */
  readonly rest: readonly number[];
  /** Squared masses, GeV². */
  readonly squares: Float64Array;
  /** Compute all squared masses from final momenta in the centre-of-mass frame. */
  setSquares(sqrtS: number, final: readonly FourVectors[], row: number): void;
}

/**
 * A table of squared masses of sets of legs of a process, from invariants that do not cancel. Sets with one incoming leg
 * are exchanged lines.
 * @param legs - External legs.
 */
export function legSetMasses(legs: readonly Leg[]): LegSetMasses {
  const count = legs.length;
  const all = (1 << count) - 1;
  const indices = new Map<number, number>();
  const members: number[][] = [];
  const rest: number[] = [];
  // There are half as many entries as sets.
  const squares = new Float64Array(1 << (count - 1));
  const me2 = legs[0].field.mass ** 2;
  const excesses = new Float64Array(count * count);
  // Sets without the positron stand for the others.
  const canonical = (set: number): number => ((set & 2) !== 0 ? all & ~set : set);

  const indexOf = (set: number): number => {
    const key = canonical(set);
    const known = indices.get(key);
    if (known !== undefined) return known;
    const index = indices.size;
    indices.set(key, index);
    const side = key === (all & ~3) ? [...legs.keys()].slice(2) : smallerSide(count, key);
    members.push(side);
    rest.push(side.reduce((sum, leg) => sum + legs[leg].direction * legs[leg].field.mass, 0) ** 2);
    return index;
  };
  indexOf(all & ~3);

  return {
    indexOf,
    members,
    rest,
    squares,
    setSquares(sqrtS, final, row) {
      const pz = Math.sqrt(0.25 * sqrtS * sqrtS - me2);
      for (let a = 0; a < count; a++) {
        const ma = legs[a].field.mass;
        const A = a >= 2 ? final[a - 2] : undefined;
        const ax = A?.px[row] ?? 0;
        const ay = A?.py[row] ?? 0;
        const az = A?.pz[row] ?? (a === 0 ? pz : -pz);
        for (let b = Math.max(a + 1, 2); b < count; b++) {
          const { px, py, pz: z } = final[b - 2];
          excesses[a * count + b] = pairExcess(ax, ay, az, ma, px[row], py[row], z[row], legs[b].field.mass);
        }
      }
      for (let k = 0; k < members.length; k++) {
        let sum = 0;
        const list = members[k];
        for (let x = 0; x < list.length; x++) {
          for (let y = x + 1; y < list.length; y++) {
            const sign = legs[list[x]].direction * legs[list[y]].direction;
            sum += sign * excesses[list[x] * count + list[y]];
          }
        }
        squares[k] = rest[k] + 2 * sum;
      }
      squares[0] = sqrtS * sqrtS;
    },
  };
}
