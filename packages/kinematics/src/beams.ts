import { requireChoice, requireOptions } from "@belladonna/numerics";
import { atan2 } from "@belladonna/numerics/elementary";
import { add, pt } from "./arithmetic.js";
import { boostFromRestOf, boostToRestOf, boostVector } from "./boost.js";
import { fromPThetaPhi, type FourVector } from "./four-vector.js";
import { rotate } from "./rotation.js";
import type { ThreeVector } from "./three-vector.js";

/** Electron mass, GeV, PDG 2026. */
const ELECTRON_MASS = 0.51099895069e-3;

/**
 * Which centre-of-mass axes: `"boost"` keeps them parallel to the lab's (the Belle II convention since 2019), so that
 * the electron is a few mrad off $+z^*$; `"boost-and-rotate"` turns them, about the axis normal to the beams, until the
 * electron is along $+z^*$ (the convention before, and that of the level-1 trigger's tables).
 */
export type CmsConvention = "boost" | "boost-and-rotate";

/** Options of {@link Beams.toCms} and {@link Beams.toLab}. */
export interface CmsOptions {
  /** Which axes; `"boost"` when absent. */
  readonly convention?: CmsConvention | undefined;
}

/** Gaussian standard deviations for the electron and the positron beam. */
export interface PerBeam<T> {
  /** Of the electron beam. */
  readonly electron: T;
  /** Of the positron beam. */
  readonly positron: T;
}

/** What {@link beams} takes. */
export interface BeamsInput {
  /** Electron beam energy, GeV. */
  readonly electron: number;
  /** Positron beam energy, GeV. */
  readonly positron: number;
  /** Full crossing angle, rad, in the $xz$ plane; 0 for head-on beams. */
  readonly crossingAngle: number;
  /** Angle of the electron momentum to $+z$, rad; half the crossing angle when absent. */
  readonly electronAngle?: number | undefined;
  /** Standard deviation of each beam's energy, GeV. */
  readonly energySpread?: PerBeam<number> | undefined;
  /** Standard deviations of each bunch across ($x$, $y$) and along ($z$) its direction, cm. */
  readonly bunchSize?: PerBeam<ThreeVector> | undefined;
}

/** Colliding beams: the initial state and its frames. */
export interface Beams {
  /** Electron four-momentum in the lab, GeV. */
  readonly electron: FourVector;
  /** Positron four-momentum in the lab, GeV. */
  readonly positron: FourVector;
  /** Sum of both, GeV. */
  readonly total: FourVector;
  /** Centre-of-mass energy $\sqrt{s}$, GeV. */
  readonly sqrtS: number;
  /** Velocity of the centre of mass in the lab, units of $c$. */
  readonly boostVector: ThreeVector;
  /** Full crossing angle, rad. */
  readonly crossingAngle: number;
  /** Standard deviation of each beam's energy, GeV, where stated. */
  readonly energySpread?: PerBeam<number>;
  /** Standard deviations of each bunch, cm, where stated. */
  readonly bunchSize?: PerBeam<ThreeVector>;
  /** A lab four-vector in the centre-of-mass frame. */
  toCms(v: FourVector, options?: CmsOptions): FourVector;
  /** A centre-of-mass four-vector in the lab frame: the inverse of `toCms`. */
  toLab(v: FourVector, options?: CmsOptions): FourVector;
}

/**
 * Beams from their energies and crossing angle. The electron goes towards $+z$ and $+x$, at `electronAngle` to $z$; the
 * positron towards $-z$ and $+x$ so that the angle between one and the reverse of the other is the crossing angle.
 *
 * @param input - Energies in GeV, angles in rad; optionally energy spreads in GeV and bunch sizes in cm.
 * @throws RangeError when an energy is not finite and above the electron mass, the crossing angle is not in $[0, \pi)$, a
 * spread is negative or not finite, or a bunch size is not finite and > 0.
 * @example
 * ```ts
 * beams({ electron: 7.004, positron: 4.002, crossingAngle: 0.083 }).sqrtS; // ≈ 10.5796
 * beams({ electron: 7, positron: 4, crossingAngle: 0.083 }).boostVector[2]; // ≈ 0.27249
 * ```
 */
export function beams(input: BeamsInput): Beams {
  requireOptions("beams", input, [
    "electron",
    "positron",
    "crossingAngle",
    "electronAngle",
    "energySpread",
    "bunchSize",
  ]);
  const { crossingAngle, energySpread, bunchSize } = input;
  if (energySpread !== undefined) requireOptions("beams: energySpread", energySpread, ["electron", "positron"]);
  if (bunchSize !== undefined) requireOptions("beams: bunchSize", bunchSize, ["electron", "positron"]);
  for (const name of ["electron", "positron"] as const) {
    if (!(input[name] > ELECTRON_MASS && Number.isFinite(input[name]))) {
      throw new RangeError(`beams: ${name} energy must be above ${ELECTRON_MASS} GeV, got ${input[name]}`);
    }
  }
  if (!(crossingAngle >= 0 && crossingAngle < Math.PI)) {
    throw new RangeError(`beams: crossingAngle must be in [0, pi) rad, got ${crossingAngle}`);
  }
  const electronAngle = input.electronAngle ?? crossingAngle / 2;
  if (!Number.isFinite(electronAngle)) {
    throw new RangeError(`beams: electronAngle must be finite, got ${electronAngle}`);
  }
  for (const name of ["electron", "positron"] as const) {
    const spread = energySpread?.[name] ?? 0;
    if (!(spread >= 0 && spread < Infinity)) {
      throw new RangeError(`beams: energySpread of the ${name} must be finite and >= 0 GeV, got ${spread}`);
    }
    const size = bunchSize?.[name] ?? [1, 1, 1];
    if (!size.every((x) => x > 0 && x <= 1e100)) {
      throw new RangeError(
        `beams: bunchSize of the ${name} must be three lengths > 0 cm, at most 1e100, got [${size.join(", ")}]`,
      );
    }
  }
  const electron = beam(input.electron, electronAngle);
  const mirrored = beam(input.positron, crossingAngle - electronAngle);
  const positron = { ...mirrored, pz: -mirrored.pz };
  const total = add(electron, positron);
  // Turns the electron, as seen after the boost, onto +z about the axis normal to both.
  const direction = boostToRestOf(electron, total);
  const turn = atan2(pt(direction), direction.pz);
  const axis: ThreeVector = turn === 0 ? [0, 1, 0] : [direction.py, -direction.px, 0];
  return {
    electron,
    positron,
    total,
    sqrtS: total.m,
    boostVector: boostVector(total),
    crossingAngle,
    ...(energySpread && { energySpread }),
    ...(bunchSize && { bunchSize }),
    toCms(v, options = {}) {
      const convention = conventionOf("toCms", options);
      const boosted = boostToRestOf(v, total);
      return convention === "boost-and-rotate" ? rotate(boosted, axis, turn) : boosted;
    },
    toLab(v, options = {}) {
      const convention = conventionOf("toLab", options);
      return boostFromRestOf(convention === "boost-and-rotate" ? rotate(v, axis, -turn) : v, total);
    },
  };
}

function beam(energy: number, angle: number): FourVector {
  const momentum = Math.sqrt((energy - ELECTRON_MASS) * (energy + ELECTRON_MASS));
  return { ...fromPThetaPhi(momentum, angle, 0, ELECTRON_MASS), e: energy };
}

function conventionOf(name: string, options: CmsOptions): CmsConvention {
  requireOptions(name, options, ["convention"]);
  const { convention = "boost" } = options;
  requireChoice(`${name}: convention`, convention, ["boost", "boost-and-rotate"]);
  return convention;
}
