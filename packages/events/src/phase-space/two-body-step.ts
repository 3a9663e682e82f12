import { dipoleAngle, exchangeAngle, flatAngle } from "./angle-peaks.js";
import type { AnglePeak } from "./angle-peaks.js";
import type { CompiledCuts } from "./cuts.js";
import type { LegSetMasses } from "./leg-set-masses.js";
import type { MassMap } from "./mass-map.js";
import type { Split } from "./phase-space-channel.js";

/** A two-body step of a phase-space channel, its sets of legs as indices of the tables of masses and momenta. */
export interface TwoBodyStep {
  /** The state before. */
  readonly whole: number;
  /** Its first part; its mass is thrown first. */
  readonly a: number;
  /** Its second part. */
  readonly b: number;
  /** How the mass of `a` is thrown; undefined for a single leg. */
  readonly massA: MassMap | undefined;
  /** How the mass of `b` is thrown. */
  readonly massB: MassMap | undefined;
  /** How the polar angle is thrown. */
  readonly angle: AnglePeak;
  /** What the density of the angle is determined by: steps of the same key have the same. */
  readonly angleKey: string;
  /** What the angle is to, in the rest frame of the whole; undefined for the $z$ axis of the collision. */
  readonly axis: number | undefined;
  /** The part that goes along the axis at $\theta=0$: 1 for `a`, −1 for `b`. */
  readonly sign: 1 | -1;
  /** Line from which `b` leaves on the positron's side; what is left of it has index `exchange`. */
  readonly leaves: { readonly from: number; readonly left: number } | undefined;
}

/**
 * Enter the sets of a split in the table of masses and make its step.
 * @param split - The split.
 * @param masses - The table.
 * @param cuts - Generator cuts: those on angles limit an exchange in the centre of mass.
 */
export function twoBodyStep(split: Split, masses: LegSetMasses, cuts: CompiledCuts): TwoBodyStep {
  const { squares } = masses;
  const { massA, massB, sibling, pole, power } = split;
  const [whole, a, b] = [split.whole, split.a, split.b].map((set) => masses.indexOf(set));
  const angleKey = [split.angle, whole, a, b, pole, power, sibling, split.exchange, split.before, split.behind].join(
    " ",
  );
  const step = { whole, a, b, massA, massB, angleKey, leaves: undefined };
  if (split.angle === "flat") return { ...step, angle: flatAngle, axis: undefined, sign: 1 };
  if (split.angle === "exchange") {
    const [exchange, before, behind] = [split.exchange, split.before, split.behind].map((set) => masses.indexOf(set));
    const low = leastAngle([a, b], whole, masses, cuts);
    const angle = exchangeAngle(squares, { whole, a, b, exchange, before, behind }, pole, power, low);
    const leaves = split.positronSide ? { from: behind, left: exchange } : undefined;
    return { ...step, angle, axis: behind, sign: -1, leaves };
  }
  const [first, second, radiated, total] = [split.a | sibling, split.b | sibling, sibling, split.whole | sibling].map(
    (set) => masses.indexOf(set),
  );
  const angle = dipoleAngle(squares, { pair: whole, a, b, radiated, total, first, second });
  return { ...step, angle, axis: radiated, sign: 1 };
}

/** Least $1-\cos\theta$ of an exchange at the top, from cuts on the angles of its parts. */
function leastAngle(
  parts: readonly number[],
  whole: number,
  { members }: LegSetMasses,
  { limits }: CompiledCuts,
): number {
  if (whole !== 0) return 0;
  let c = 1;
  for (const part of parts) {
    if (members[part].length === 1 && members[part][0] >= 2) c = Math.min(c, limits[members[part][0] - 2].cosTheta);
  }
  return 1 - c;
}

/** Momentum of either part in the rest frame of the whole, GeV; 0 where closed. */
export function breakup({ whole, a, b }: TwoBodyStep, squares: Float64Array): number {
  const M2 = squares[whole];
  const sum = Math.sqrt(squares[a]) + Math.sqrt(squares[b]);
  const gap = Math.sqrt(squares[a]) - Math.sqrt(squares[b]);
  const lambda = (M2 - sum * sum) * (M2 - gap * gap);
  return lambda > 0 ? Math.sqrt(lambda / M2) / 2 : 0;
}
