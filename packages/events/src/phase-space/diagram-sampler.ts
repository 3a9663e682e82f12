import type { FourVectors } from "@belladonna/kinematics";
import { cos, sin, square } from "@belladonna/numerics/elementary";
import type { Leg, Plan } from "../amplitude/plan.js";
import { channelDensities } from "./channel-densities.js";
import { compileCuts } from "./cuts.js";
import type { Cuts } from "./cuts.js";
import { legSetMasses } from "./leg-set-masses.js";
import type { LegSetMasses } from "./leg-set-masses.js";
import { massLimits } from "./mass-limits.js";
import type { MassLimits } from "./mass-limits.js";
import { mapMass } from "./mass-map.js";
import type { MassMap } from "./mass-map.js";
import { phaseSpaceChannels } from "./phase-space-channel.js";
import { aboutAxis, fromRest, restAxis } from "./rest-axis.js";
import type { Sampler } from "./sampler.js";
import { breakup, twoBodyStep } from "./two-body-step.js";
import type { TwoBodyStep } from "./two-body-step.js";

const TWO_PI = 2 * Math.PI;

/**
 * Phase-space maps made from the diagrams of a process: each throws the masses of its intermediate states where their
 * propagators peak, and the angles where exchanged or radiating lines do.
 * @param plan - The compiled process.
 * @param cuts - Generator cuts; limits on single particles and pairs shrink the maps to what can pass.
 */
export function diagramSampler(plan: Plan, cuts: Cuts): Sampler {
  const { legs } = plan;
  const count = legs.length;
  const final = legs.slice(2).map(({ field }) => ({ pdgId: field.pdgId, mass: field.mass }));
  const compiled = compileCuts(cuts, final);
  for (const { energy } of compiled.limits.filter((_, k) => final[k].mass === 0)) {
    if (!(energy > 0) && count > 4) throw new RangeError(`cuts: a photon needs energy > 0 GeV, got ${energy}`);
  }
  const masses = legSetMasses(legs);
  const channels = phaseSpaceChannels(plan).map((splits) =>
    splits.map((split) => twoBodyStep(split, masses, compiled)),
  );
  // Every set must be in the table before limits and momenta are laid out beside it.
  for (const set of [1, 2, ...final.map((_, k) => 1 << (k + 2))]) masses.indexOf(set);
  for (const { a, b } of compiled.pairs) masses.indexOf((1 << (a + 2)) | (1 << (b + 2)));
  const limits = massLimits(legs, masses, compiled);
  const densities = channelDensities(channels, masses.squares, limits);
  const throwMomenta = momentumThrower(legs, masses, limits);
  return {
    channels: channels.length,
    dimensions: 3 * (count - 2) - 4,
    sample: (channel, u, sqrtS, out, row) => throwMomenta(channels[channel], u, sqrtS, out, row),
    densities(sqrtS, momenta, row, out) {
      masses.setSquares(sqrtS, momenta, row);
      densities(sqrtS, out);
    },
  };
}

/** Throws the momenta of one event by the steps of a channel; returns false outside phase space. */
type MomentumThrower = (
  steps: readonly TwoBodyStep[],
  u: Float64Array,
  sqrtS: number,
  out: readonly FourVectors[],
  row: number,
) => boolean;

function momentumThrower(legs: readonly Leg[], masses: LegSetMasses, limits: MassLimits): MomentumThrower {
  const { squares, rest, members } = masses;
  const { least } = limits;
  const me2 = square(legs[0].field.mass);
  const [electron, positron] = [masses.indexOf(1), masses.indexOf(2)];
  const singles = legs.slice(2).map((_, k) => masses.indexOf(1 << (k + 2)));
  // E, px, py, pz of every set.
  const momenta = members.map(() => new Float64Array(4));
  const axis = new Float64Array(3);
  const unit = new Float64Array(3);

  /** Squared mass of a part for a uniform into the table; false where it has no room. */
  const throwMass = (
    map: MassMap,
    u: number,
    part: number,
    whole: number,
    other: number,
    otherMass: number,
    sqrtS: number,
  ): boolean => {
    if (!limits.find(part, whole, other, otherMass, sqrtS)) return false;
    const { range } = limits;
    squares[part] = mapMass(map, u, range[0], range[1], range[2]);
    return true;
  };

  /** Momenta of both parts of a step for the cosine and azimuth of `a`, whose momentum at rest is `p`. */
  const split = (step: TwoBodyStep, p: number, z: number, phi: number): void => {
    const { whole, a, b, leaves } = step;
    axis[0] = 0;
    axis[1] = 0;
    axis[2] = 1;
    const M = momenta[whole];
    if (step.axis !== undefined) restAxis(M, squares[whole], momenta[step.axis], axis);
    const sine = Math.sqrt(z * (2 - z));
    aboutAxis(axis, 1 - z, sine * cos(phi), sine * sin(phi), unit);
    const first = momenta[a];
    const second = momenta[b];
    fromRest(M, squares[whole], Math.sqrt(squares[a] + p * p), step.sign * p, unit, first);
    for (let c = 0; c < 4; c++) second[c] = M[c] - first[c];
    if (leaves === undefined) return;
    const [from, left] = [momenta[leaves.from], momenta[leaves.left]];
    for (let c = 0; c < 4; c++) left[c] = from[c] - second[c];
  };

  return (steps, u, sqrtS, out, row) => {
    squares[0] = sqrtS * sqrtS;
    momenta[0].fill(0);
    momenta[0][0] = sqrtS;
    momenta[positron][0] = 0.5 * sqrtS;
    momenta[positron][3] = -Math.sqrt(0.25 * sqrtS * sqrtS - me2);
    squares[electron] = squares[positron] = me2;
    let next = 0;
    for (let k = 0; k < steps.length; k++) {
      const step = steps[k];
      const { whole, a, b, massA, massB } = step;
      squares[a] = rest[a];
      squares[b] = rest[b];
      if (massA !== undefined && !throwMass(massA, u[next++], a, whole, b, least[b], sqrtS)) return false;
      if (massB !== undefined && !throwMass(massB, u[next++], b, whole, a, Math.sqrt(squares[a]), sqrtS)) return false;
      const p = breakup(step, squares);
      if (!(p > 0)) return false;
      const x = u[next++];
      const phi = TWO_PI * u[next++];
      const z = step.angle.draw(p, x);
      if (!(z >= 0 && z <= 2)) return false;
      split(step, p, z, phi);
    }
    for (let k = 0; k < singles.length; k++) {
      const [, x, y, z] = momenta[singles[k]];
      const column = out[k];
      column.px[row] = x;
      column.py[row] = y;
      column.pz[row] = z;
      column.e[row] = Math.sqrt(rest[singles[k]] + x * x + y * y + z * z);
    }
    return true;
  };
}
