import type { FourVectors } from "@belladonna/kinematics";
import { square } from "@belladonna/numerics/elementary";
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
  const me2 = square(legs[0].field.mass);
  const excesses = new Float64Array(count * count);
  const mass = legs.map(({ field }) => field.mass);
  // Pairs of legs of the entries one after the other: where an entry's begin, which excess, with which sign.
  const first: number[] = [0];
  const pair: number[] = [];
  const sign: number[] = [];
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
    side.forEach((a, x) => {
      for (const b of side.slice(x + 1)) {
        pair.push(a * count + b);
        sign.push(legs[a].direction * legs[b].direction);
      }
    });
    first.push(pair.length);
    rest.push(square(side.reduce((sum, leg) => sum + legs[leg].direction * legs[leg].field.mass, 0)));
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
        const A = a >= 2 ? final[a - 2] : undefined;
        const ax = A === undefined ? 0 : A.px[row];
        const ay = A === undefined ? 0 : A.py[row];
        const az = A === undefined ? (a === 0 ? pz : -pz) : A.pz[row];
        for (let b = Math.max(a + 1, 2); b < count; b++) {
          const { px, py, pz: z } = final[b - 2];
          excesses[a * count + b] = pairExcess(ax, ay, az, mass[a], px[row], py[row], z[row], mass[b]);
        }
      }
      for (let k = 0; k < rest.length; k++) {
        let sum = 0;
        for (let j = first[k]; j < first[k + 1]; j++) sum += sign[j] * excesses[pair[j]];
        squares[k] = rest[k] + 2 * sum;
      }
      squares[0] = sqrtS * sqrtS;
    },
  };
}
