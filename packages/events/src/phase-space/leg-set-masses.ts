import type { FourVectors } from "@belladonna/kinematics";
import { pairExcess, smallerSide } from "../amplitude/invariants.js";
import type { Leg } from "../amplitude/plan.js";

/** Squared masses of sets of legs, each under a place of its own. */
export interface Places {
  /** Place of a set; a set and that of all other legs have the same. The final particles together have place 0. */
  place(set: number): number;
  /** Legs of each place, the smaller of the two sets. */
  readonly members: readonly (readonly number[])[];
  /** Squared mass of each place without momenta, $(\sum\pm m)^2$, GeV². */
  readonly rest: readonly number[];
  /** Squared masses, GeV². */
  squares: Float64Array;
  /** Compute all squared masses from final momenta in the centre-of-mass frame. */
  setSquares(sqrtS: number, final: readonly FourVectors[], row: number): void;
}

/**
 * Squared masses of sets of legs of a process, from invariants that do not cancel.
 * @param legs - External legs.
 */
export function massPlaces(legs: readonly Leg[]): Places {
  const count = legs.length;
  const all = (1 << count) - 1;
  const places = new Map<number, number>();
  const members: number[][] = [];
  const rest: number[] = [];
  const me2 = legs[0].field.mass ** 2;
  const excesses = new Float64Array(count * count);
  // Sets without the positron stand for the others.
  const canonical = (set: number): number => ((set & 2) !== 0 ? all & ~set : set);

  const made: Places = {
    place(set) {
      const key = canonical(set);
      const known = places.get(key);
      if (known !== undefined) return known;
      const at = places.size;
      places.set(key, at);
      const side = key === (all & ~3) ? [...legs.keys()].slice(2) : smallerSide(count, key);
      members.push(side);
      rest.push(side.reduce((sum, leg) => sum + legs[leg].direction * legs[leg].field.mass, 0) ** 2);
      made.squares = new Float64Array(places.size);
      return at;
    },
    members,
    rest,
    squares: new Float64Array(0),
    setSquares(sqrtS, final, row) {
      const { squares } = made;
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
  made.place(all & ~3);
  return made;
}
