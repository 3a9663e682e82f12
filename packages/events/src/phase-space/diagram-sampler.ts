import type { Plan } from "../amplitude/plan.js";
import { dipolePeak, exchangePeak } from "./angle-peaks.js";
import { channelsOf } from "./phase-space-channel.js";
import type { Split } from "./phase-space-channel.js";
import { compileCuts } from "./cuts.js";
import type { Cuts } from "./cuts.js";
import { mapMass, massDensity } from "./mass-map.js";
import { massPlaces } from "./leg-set-masses.js";
import { aboutAxis, fromRest, restAxis } from "./rest-axis.js";
import type { Sampler } from "./sampler.js";

const TWO_PI = 2 * Math.PI;
/** Rounding that may put a squared momentum on the wrong side of its limit, relative. */
const SLACK = 1e-5;

/** A split with its sets replaced by places in the tables of masses. */
interface Step extends Split {
  readonly iWhole: number;
  readonly iA: number;
  readonly iB: number;
  /** Places of the line exchanged in this step, and of those before it on the electron's and the positron's side. */
  readonly iExchange: number;
  readonly iBefore: number;
  readonly iBehind: number;
  /** Places of fermion + X and partner + X for a dipole. */
  readonly iFirst: number;
  readonly iSecond: number;
  /** Place of the dipole's X, and of the pair with X. */
  readonly iSibling: number;
  readonly iTotal: number;
}

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
  const { limits, pairs } = compileCuts(cuts, final);
  const me2 = legs[0].field.mass ** 2;

  // Squared masses by set of legs; sets with one incoming leg are exchanged lines.
  const places = massPlaces(legs);
  const { members, rest } = places;
  const place = (set: number): number => places.place(set);
  const channels = channelsOf(plan).map((channel) =>
    channel.map((split): Step => {
      const { whole, a, b, sibling, exchange, before, behind } = split;
      const exchanged = split.angle === "exchange";
      const dipole = split.angle === "dipole";
      return {
        ...split,
        iWhole: place(whole),
        iA: place(a),
        iB: place(b),
        iExchange: exchanged ? place(exchange) : 0,
        iBefore: exchanged ? place(before) : 0,
        iBehind: exchanged ? place(behind) : 0,
        iFirst: dipole ? place(a | sibling) : 0,
        iSecond: dipole ? place(b | sibling) : 0,
        iSibling: dipole ? place(sibling) : 0,
        iTotal: dipole ? place(whole | sibling) : 0,
      };
    }),
  );
  const [electron, positron] = [place(1), place(2)];
  const singles = final.map((_, k) => place(1 << (k + 2)));
  const cutPairs = pairs.map(({ a, b, low, high }) => ({ at: place((1 << (a + 2)) | (1 << (b + 2))), low, high }));
  const { squares } = places;
  // Least mass of each set: the particles', or what a cut on a pair demands; greatest by a cut on a pair.
  const least = members.map((set) => set.reduce((sum, leg) => sum + legs[leg].field.mass, 0));
  const most = members.map(() => Infinity);
  for (const { at, low, high } of cutPairs) {
    least[at] = Math.max(least[at], Math.sqrt(low));
    most[at] = Math.min(most[at], Math.sqrt(high));
  }
  // A photon of least energy keeps a fermion + photon off its mass shell.
  const offShell = members.map((_, k) => softestRadiation(k));
  function softestRadiation(k: number): number {
    const photon = members[k].find(
      (leg) => leg >= 2 && legs[leg].field.kind === "vector" && legs[leg].field.mass === 0,
    );
    if (members[k].length !== 2 || photon === undefined) return 0;
    const mass = members[k].reduce((sum, leg) => sum + legs[leg].field.mass, 0);
    return 2 * limits[photon - 2].energy * mass * mass;
  }
  for (const { energy } of limits.filter((_, k) => final[k].mass === 0)) {
    if (!(energy > 0) && count > 4) throw new RangeError(`cuts: a photon needs energy > 0 GeV, got ${energy}`);
  }

  /** Least and greatest squared mass of part `at` beside `other`, whose mass is known or least. */
  const bounds = new Float64Array(3);
  const setBounds = (at: number, parent: number, other: number, otherMass: number, sqrtS: number): void => {
    const M = Math.sqrt(squares[parent]);
    bounds[0] = least[at] * least[at];
    if (offShell[at] > 0) bounds[0] += offShell[at] / sqrtS;
    const high = Math.min(M - otherMass, most[at]);
    bounds[1] = high > 0 ? high * high : 0;
    bounds[2] = squares[parent] + otherMass * otherMass;
    // In the centre of mass a single sibling has at least the energy of its cut.
    if (parent === 0 && members[other].length === 1 && members[other][0] >= 2) {
      const { energy } = limits[members[other][0] - 2];
      bounds[1] = Math.min(bounds[1], bounds[2] - 2 * M * energy);
    }
  };

  const momenta = members.map(() => new Float64Array(4));
  const axis = new Float64Array(3);
  const unit = new Float64Array(3);
  const peak = { offset: 0, scale: 0 };

  /** Limits of 1 − cos θ of an exchange at the top, from cuts on single particles. */
  const least1 = (step: Step): number => {
    if (step.iWhole !== 0) return 0;
    let c = 1;
    for (const at of [step.iA, step.iB]) {
      if (members[at].length === 1 && members[at][0] >= 2) c = Math.min(c, limits[members[at][0] - 2].cosTheta);
    }
    return 1 - c;
  };
  const floors = channels.map((channel) => channel.map(least1));

  /** Momentum of either part in the rest frame of the whole. */
  const breakup = (step: Step): number => {
    const M2 = squares[step.iWhole];
    const a = squares[step.iA];
    const b = squares[step.iB];
    const sum = Math.sqrt(a) + Math.sqrt(b);
    const gap = Math.sqrt(a) - Math.sqrt(b);
    const lambda = (M2 - sum * sum) * (M2 - gap * gap);
    return lambda > 0 ? Math.sqrt(lambda / M2) / 2 : 0;
  };

  /** Peak of a step, from the squared masses, for momentum `p` of its parts. */
  const setPeak = (step: Step, p: number): void => {
    const s = squares[step.iWhole];
    const a2 = squares[step.iA];
    if (step.angle === "dipole") dipolePeak(s, p, a2, squares[step.iSibling], squares[step.iTotal], peak);
    else exchangePeak(s, p, a2, squares[step.iB], squares[step.iBefore], squares[step.iBehind], step.pole, peak);
  };

  return {
    channels: channels.length,
    dimensions: 3 * (count - 2) - 4,
    sample(channel, u, sqrtS, out, row) {
      squares[0] = sqrtS * sqrtS;
      const top = momenta[0];
      top[0] = sqrtS;
      top[1] = 0;
      top[2] = 0;
      top[3] = 0;
      const incoming = momenta[positron];
      incoming[0] = 0.5 * sqrtS;
      incoming[3] = -Math.sqrt(0.25 * sqrtS * sqrtS - me2);
      squares[electron] = squares[positron] = me2;
      let next = 0;
      const steps = channels[channel];
      for (let k = 0; k < steps.length; k++) {
        const step = steps[k];
        const { iWhole, iA, iB, massA, massB } = step;
        squares[iA] = rest[iA];
        squares[iB] = rest[iB];
        if (massA !== undefined) {
          setBounds(iA, iWhole, iB, least[iB], sqrtS);
          if (!(bounds[1] > bounds[0])) return false;
          squares[iA] = mapMass(massA, u[next++], bounds[0], bounds[1], bounds[2]);
        }
        if (massB !== undefined) {
          setBounds(iB, iWhole, iA, Math.sqrt(squares[iA]), sqrtS);
          if (!(bounds[1] > bounds[0])) return false;
          squares[iB] = mapMass(massB, u[next++], bounds[0], bounds[1], bounds[2]);
        }
        const p = breakup(step);
        if (!(p > 0)) return false;
        const x = u[next++];
        const phi = TWO_PI * u[next++];
        let z: number;
        axis[0] = 0;
        axis[1] = 0;
        axis[2] = 1;
        const N = momenta[iWhole];
        if (step.angle === "exchange") {
          const low = floors[channel][k];
          setPeak(step, p);
          const { offset } = peak;
          if (step.power === 1)
            z = (low + offset) * Math.exp(x * Math.log((2 - low + offset) / (low + offset))) - offset;
          else z = 1 / ((1 - x) / (low + offset) + x / (2 - low + offset)) - offset;
          squares[step.iExchange] = step.pole - peak.scale * (z + offset);
          restAxis(N, squares[iWhole], momenta[step.iBehind], axis);
        } else if (step.angle === "dipole") {
          setPeak(step, p);
          const { offset } = peak;
          const range = 0.5 * Math.log((2 + offset) / offset);
          // 1 − u without cancellation near u = 1, u = (1 + δ) tanh y.
          const y = range * (2 * x - 1);
          z = Math.min(2, Math.max(0, (2 * (1 + offset)) / (Math.exp(2 * y) + 1) - offset));
          restAxis(N, squares[iWhole], momenta[step.iSibling], axis);
        } else z = 2 * x;
        if (!(z >= 0 && z <= 2)) return false;
        const sine = Math.sqrt(z * (2 - z));
        aboutAxis(axis, 1 - z, sine * Math.cos(phi), sine * Math.sin(phi), unit);
        const size = step.angle === "exchange" ? -p : p;
        const a = momenta[iA];
        const b = momenta[iB];
        fromRest(N, squares[iWhole], Math.sqrt(squares[iA] + p * p), size, unit, a);
        for (let c = 0; c < 4; c++) b[c] = N[c] - a[c];
        if (step.angle === "exchange" && step.positronSide) {
          // What is left of the positron after b.
          const [from, left] = [momenta[step.iBehind], momenta[step.iExchange]];
          for (let c = 0; c < 4; c++) left[c] = from[c] - b[c];
        }
      }
      for (let k = 0; k < count - 2; k++) {
        const at = singles[k];
        const [, x, y, z] = momenta[at];
        const column = out[k];
        column.px[row] = x;
        column.py[row] = y;
        column.pz[row] = z;
        column.e[row] = Math.sqrt(rest[at] + x * x + y * y + z * z);
      }
      return true;
    },
    densities(sqrtS, final4, row, out) {
      places.setSquares(sqrtS, final4, row);
      for (let c = 0; c < channels.length; c++) {
        let density = 1;
        const steps = channels[c];
        for (let k = 0; k < steps.length && density > 0; k++) {
          const step = steps[k];
          const { iWhole, iA, iB, massA, massB } = step;
          if (massA !== undefined) {
            setBounds(iA, iWhole, iB, least[iB], sqrtS);
            const s = squares[iA];
            if (!(s >= bounds[0] && s <= bounds[1])) density = 0;
            else density *= TWO_PI * massDensity(massA, s, bounds[0], bounds[1], bounds[2]);
          }
          if (massB !== undefined) {
            setBounds(iB, iWhole, iA, Math.sqrt(squares[iA]), sqrtS);
            const s = squares[iB];
            if (!(s >= bounds[0] && s <= bounds[1])) density = 0;
            else density *= TWO_PI * massDensity(massB, s, bounds[0], bounds[1], bounds[2]);
          }
          const p = breakup(step);
          let angular = 0.5;
          if (step.angle === "exchange") {
            const low = floors[c][k];
            setPeak(step, p);
            const { offset } = peak;
            const z = (step.pole - squares[step.iExchange]) / peak.scale;
            angular =
              step.power === 1
                ? 1 / (z * Math.log((2 - low + offset) / (low + offset)))
                : 1 / (z * z * (1 / (low + offset) - 1 / (2 - low + offset)));
            if (!(z >= (low + offset) * (1 - SLACK))) angular = 0;
          } else if (step.angle === "dipole") {
            setPeak(step, p);
            const { offset } = peak;
            const range = 0.5 * Math.log((2 + offset) / offset);
            const m2 = squares[iA];
            const product = (squares[step.iFirst] - m2) * (squares[step.iSecond] - squares[iB]);
            angular = (0.5 * (1 + offset) * peak.scale * peak.scale) / (range * product);
          }
          // dΦ₂ = p dΩ / (16π² M), azimuth flat.
          density *= (angular * 8 * Math.PI * Math.sqrt(squares[iWhole])) / p;
        }
        out[c] = density > 0 && density < Infinity ? density : 0;
      }
    },
  };
}
