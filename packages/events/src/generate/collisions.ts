import {} from "@belladonna/numerics";
import type { FourVector } from "@belladonna/kinematics";
import { MASS } from "@belladonna/models/constants";
import { cos, log, pow, sin, square } from "@belladonna/numerics/elementary";
import { radiationStrength, structureRatio } from "./isr.js";

/** What collisions read of beams; the kinematics package's `Beams` is one. */
export interface CollidingBeams {
  /** Electron four-momentum in the lab, GeV. */
  readonly electron: FourVector;
  /** Positron four-momentum in the lab, GeV. */
  readonly positron: FourVector;
  /** Standard deviation of each beam's energy, GeV; sharp when absent. */
  readonly energySpread?:
    | {
        /** Of the electron beam. */
        readonly electron: number;
        /** Of the positron beam. */
        readonly positron: number;
      }
    | undefined;
}

/** Where collisions come from: fixed energy, or beams with an energy spread and radiation. */
export interface Collisions {
  /** Uniforms a collision takes. */
  readonly dimensions: number;
  /** Numbers that describe a collision. */
  readonly columns: number;
  /** Centre-of-mass energy without spread and radiation, GeV. */
  readonly nominal: number;
  /** The beams; absent for events in the centre-of-mass frame. */
  readonly beams?: CollidingBeams;
  /**
   * Make a collision.
   * @param u - Uniforms.
   * @param from - First uniform to use.
   * @param out - Receives `columns` numbers at row `row`.
   * @param row - Row to write.
   * @returns Weight of the collision; 0 where it has no energy.
   */
  draw(u: Float64Array, from: number, out: Float64Array, row: number): number;
  /** Centre-of-mass energy of the hard process in row `row`, GeV. */
  sqrtS(collision: Float64Array, row: number): number;
  /**
   * Whether a photon of the hard process has more energy than any radiated one, in the nominal centre of mass.
   * @param collision - Numbers of the collisions.
   * @param row - Row of the collision.
   * @param e - Energy of the photon in the centre of mass of the hard process, GeV.
   * @param pz - Its momentum along the electron there, GeV.
   */
  isHardest(collision: Float64Array, row: number, e: number, pz: number): boolean;
}

/** The energy of the collisions: one of the two. */
export interface CollisionOptions {
  /** Centre-of-mass energy, GeV: sharp, events in the centre-of-mass frame with $e^-$ along $+z$. */
  readonly sqrtS?: number;
  /** Beams: their energy spread is applied, events are in the lab frame. */
  readonly beams?: CollidingBeams;
  /**
   * Initial-state radiation: the electron and the positron radiate along their directions by leading-log structure
   * functions ({@link structureRatio}) before they collide. Default false. Cuts hold in the centre-of-mass frame of
   * the collision after radiation. Radiated photons of more than 1 eV are listed in events. A process with photons of its
   * own has the radiation of these in its amplitude: cut them away from the beams, or name the one that is the hardest
   * (`hardestPhoton` of the process), as `gammaX` does.
   */
  readonly isr?: boolean;
}

/** Collisions of one energy, in the centre-of-mass frame. */
/** Names of the options of collisions. */
export const collisionOptions: readonly (keyof CollisionOptions)[] = ["sqrtS", "beams", "isr"];

function fixedEnergy(sqrtS: number): Collisions {
  return { dimensions: 0, columns: 0, nominal: sqrtS, draw: () => 1, sqrtS: () => sqrtS, isHardest: () => true };
}

/**
 * Collisions of two beams with Gaussian energies and sharp directions, and with radiation along them where wanted.
 * Columns: energies of electron and positron at the hard process, its $\sqrt s$, energies of the photons radiated off
 * either, GeV.
 */
function beamCollisions(beams: CollidingBeams, isr: boolean): Collisions {
  const { electron, positron, energySpread } = beams;
  for (const [name, { e, m }] of Object.entries({ electron, positron })) {
    if (!(e > Math.abs(m) && e < Infinity)) {
      throw new RangeError(`beams: ${name} energy must be above its mass, got ${e}`);
    }
  }
  const [a, b] = [energySpread?.electron ?? 0, energySpread?.positron ?? 0];
  const spread = a > 0 || b > 0;
  const m2 = electron.m * electron.m;
  const pe = Math.sqrt(square(electron.px) + square(electron.py) + square(electron.pz));
  const pp = Math.sqrt(square(positron.px) + square(positron.py) + square(positron.pz));
  const cosine = (electron.px * positron.px + electron.py * positron.py + electron.pz * positron.pz) / (pe * pp);
  const energy = (e1: number, e2: number): number =>
    Math.sqrt(2 * m2 + 2 * (e1 * e2 - Math.sqrt((e1 * e1 - m2) * (e2 * e2 - m2)) * cosine));
  const nominal = energy(electron.e, positron.e);
  const beta = radiationStrength(nominal);
  return {
    dimensions: (spread ? 2 : 0) + (isr ? 2 : 0),
    columns: 5,
    nominal,
    beams,
    draw(u, from, out, row) {
      let e1 = electron.e;
      let e2 = positron.e;
      if (spread) {
        // Box–Muller; two uniforms always, so that the position in the stream is fixed.
        const r = Math.sqrt(-2 * log(u[from]));
        const phi = 2 * Math.PI * u[from + 1];
        e1 += a * r * cos(phi);
        e2 += b * r * sin(phi);
      }
      let weight = 1;
      let k1 = 0;
      let k2 = 0;
      if (isr) {
        // Radiated fractions by the leading behaviour (β/2) y^(β/2 − 1), the rest as weight.
        const k = from + (spread ? 2 : 0);
        const y1 = pow(u[k], 2 / beta);
        const y2 = pow(u[k + 1], 2 / beta);
        weight = structureRatio(beta, y1) * structureRatio(beta, y2);
        k1 = y1 * e1;
        k2 = y2 * e2;
        e1 -= k1;
        e2 -= k2;
      }
      const at = 5 * row;
      if (!(e1 > electron.m && e2 > positron.m)) return 0;
      out[at] = e1;
      out[at + 1] = e2;
      out[at + 2] = energy(e1, e2);
      out[at + 3] = k1;
      out[at + 4] = k2;
      return weight;
    },
    sqrtS: (collision, row) => collision[5 * row + 2],
    isHardest(collision, row, e, pz) {
      const e1 = collision[5 * row];
      const e2 = collision[5 * row + 1];
      const k1 = collision[5 * row + 3];
      const k2 = collision[5 * row + 4];
      // Fractions of the beams that are left; light-cone momenta scale by √(x₁/x₂) and its inverse along the beams.
      const x1 = e1 / (e1 + k1);
      const x2 = e2 / (e2 + k2);
      const r = Math.sqrt(x1 / x2);
      const own = ((e + pz) * r + (e - pz) / r) / nominal;
      return own >= Math.max(1 - x1, 1 - x2);
    },
  };
}

/** Head-on beams of equal energy. */
function symmetricBeams(sqrtS: number): CollidingBeams {
  const e = sqrtS / 2;
  const pz = Math.sqrt(e * e - MASS.e * MASS.e);
  return { electron: { px: 0, py: 0, pz, e, m: MASS.e }, positron: { px: 0, py: 0, pz: -pz, e, m: MASS.e } };
}

/**
 * The collisions that options ask for.
 * @param caller - Name for messages.
 * @throws RangeError when the energy is missing, given twice, or not positive.
 */
export function collisionsOf(caller: string, { sqrtS, beams, isr = false }: CollisionOptions): Collisions {
  if ((sqrtS === undefined) === (beams === undefined)) throw new RangeError(`${caller}: give either sqrtS or beams`);
  if (beams !== undefined) return beamCollisions(beams, isr);
  if (!(sqrtS !== undefined && sqrtS > 0 && sqrtS < Infinity)) {
    throw new RangeError(`${caller}: sqrtS must be finite and > 0 GeV, got ${String(sqrtS)}`);
  }
  return isr ? beamCollisions(symmetricBeams(sqrtS), true) : fixedEnergy(sqrtS);
}
