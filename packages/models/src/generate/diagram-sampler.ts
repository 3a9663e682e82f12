import type { FourVectors } from "@belladonna/kinematics";
import { pairExcess } from "../amplitude/invariants.js";
import type { Plan } from "../amplitude/plan.js";
import { channelsOf } from "./channel.js";
import type { Split } from "./channel.js";
import { compileCuts } from "./cuts.js";
import type { Cuts } from "./cuts.js";
import { mapMass, massDensity } from "./mass-map.js";
import type { Sampler } from "./sampler.js";

const TWO_PI = 2 * Math.PI;
/** Least distance of a peak from the physical region, so that a map stays finite. */
const TINY = 1e-15;

/** A split with its sets replaced by places in the tables of masses. */
interface Step extends Split {
  readonly iWhole: number;
  readonly iA: number;
  readonly iB: number;
  /** Place of the exchanged line's squared momentum, and of that before it. */
  readonly iExchange: number;
  readonly iBefore: number;
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
  const me = legs[0].field.mass;
  const me2 = me * me;

  // Tables of squared masses by set of legs; sets with one incoming leg are exchanged lines.
  const places = new Map<number, number>();
  const place = (set: number): number => {
    const at = places.get(set) ?? places.size;
    places.set(set, at);
    return at;
  };
  const whole = ((1 << count) - 1) & ~3;
  place(whole);
  const channels = channelsOf(plan).map((channel) =>
    channel.map((split): Step => {
      return {
        ...split,
        iWhole: place(split.whole),
        iA: place(split.a),
        iB: place(split.b),
        iExchange: split.angle === "exchange" ? place(split.exchange) : 0,
        iBefore: split.angle === "exchange" && split.before !== 1 ? place(split.before) : -1,
        iFirst: split.angle === "dipole" ? place(split.a | split.sibling) : 0,
        iSecond: split.angle === "dipole" ? place(split.b | split.sibling) : 0,
        iSibling: split.angle === "dipole" ? place(split.sibling) : 0,
        iTotal: split.angle === "dipole" ? place(split.whole | split.sibling) : 0,
      };
    }),
  );
  const sets = [...places.keys()];
  const squares = new Float64Array(sets.length);
  const members = sets.map((set) => legs.flatMap((_, k) => ((set & (1 << k)) !== 0 ? [k] : [])));
  const rest = sets.map(
    (_, k) => members[k].reduce((sum, leg) => sum + legs[leg].direction * legs[leg].field.mass, 0) ** 2,
  );
  // Least mass of each set: the particles', or what a cut on a pair demands; greatest by a cut on a pair.
  const least = sets.map((_, k) => members[k].reduce((sum, leg) => sum + legs[leg].field.mass, 0));
  const most = sets.map(() => Infinity);
  for (const { a, b, low, high } of pairs) {
    const at = places.get((1 << (a + 2)) | (1 << (b + 2)));
    if (at === undefined) continue;
    least[at] = Math.max(least[at], Math.sqrt(low));
    most[at] = Math.min(most[at], Math.sqrt(high));
  }
  // A photon of least energy keeps a fermion + photon off its mass shell.
  const offShell = sets.map((_, k) => softestRadiation(k));
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

  const momenta = sets.map(() => new Float64Array(4));
  const axis = new Float64Array(3);
  const scratch = new Float64Array(4);

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

  /** Distance of an exchange's peak from cos θ = 1. */
  const exchangeOffset = (step: Step, p: number): number => {
    const M2 = squares[step.iWhole];
    const M = Math.sqrt(M2);
    const t0 = step.iBefore < 0 ? me2 : squares[step.iBefore];
    const eq = (M2 + me2 - t0) / (2 * M);
    const q = Math.sqrt(Math.max(0, eq * eq - me2));
    const b2 = squares[step.iB];
    const eb = Math.sqrt(b2 + p * p);
    const gap = (me2 * eb * eb + b2 * q * q) / (eq * eb + q * p);
    scratch[0] = 2 * q * p;
    return Math.max(TINY, (2 * gap - me2 - b2 + step.pole) / (2 * q * p));
  };

  /** Distance of a dipole's peaks from |cos θ| = 1. */
  const dipoleOffset = (step: Step, p: number): number => {
    const m2 = squares[step.iA];
    const x2 = squares[step.iSibling];
    const M2 = squares[step.iWhole];
    // Momentum of X in the rest frame of the pair, from the pair + X.
    const total = squares[step.iTotal];
    const M = Math.sqrt(M2);
    const ex = (total - M2 - x2) / (2 * M);
    const k = Math.sqrt(Math.max(0, ex * ex - x2));
    const ef = Math.sqrt(m2 + p * p);
    const gap = (m2 * ex * ex + x2 * p * p) / (ef * ex + p * k);
    scratch[0] = 2 * p * k;
    return Math.max(TINY, (2 * gap + x2) / (2 * p * k));
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
          const offset = exchangeOffset(step, p);
          if (step.power === 1)
            z = (low + offset) * Math.exp(x * Math.log((2 - low + offset) / (low + offset))) - offset;
          else z = 1 / ((1 - x) / (low + offset) + x / (2 - low + offset)) - offset;
          squares[step.iExchange] = step.pole - scratch[0] * (z + offset);
          toRest(N, squares[iWhole], 0.5 * sqrtS, 0, 0, -Math.sqrt(0.25 * sqrtS * sqrtS - me2), axis);
        } else if (step.angle === "dipole") {
          const offset = dipoleOffset(step, p);
          const range = 0.5 * Math.log((2 + offset) / offset);
          // 1 − u without cancellation near u = 1, u = (1 + δ) tanh y.
          const y = range * (2 * x - 1);
          z = Math.min(2, Math.max(0, (2 * (1 + offset)) / (Math.exp(2 * y) + 1) - offset));
          const X = momenta[step.iSibling];
          toRest(N, squares[iWhole], X[0], X[1], X[2], X[3], axis);
        } else z = 2 * x;
        if (!(z >= 0 && z <= 2)) return false;
        const sine = Math.sqrt(z * (2 - z));
        direction(axis, 1 - z, sine * Math.cos(phi), sine * Math.sin(phi), scratch);
        const f = step.angle === "exchange" ? -p : p;
        const a = momenta[iA];
        const b = momenta[iB];
        fromRest(N, squares[iWhole], Math.sqrt(squares[iA] + p * p), f * scratch[0], f * scratch[1], f * scratch[2], a);
        b[0] = N[0] - a[0];
        b[1] = N[1] - a[1];
        b[2] = N[2] - a[2];
        b[3] = N[3] - a[3];
      }
      for (let k = 0; k < count - 2; k++) {
        const at = places.get(1 << (k + 2));
        if (at === undefined) return false;
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
      setSquares(sqrtS, final4, row);
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
            const offset = exchangeOffset(step, p);
            const z = (step.pole - squares[step.iExchange]) / scratch[0];
            angular =
              step.power === 1
                ? 1 / (z * Math.log((2 - low + offset) / (low + offset)))
                : 1 / (z * z * (1 / (low + offset) - 1 / (2 - low + offset)));
            if (!(z >= (low + offset) * (1 - 1e-9))) angular = 0;
          } else if (step.angle === "dipole") {
            const offset = dipoleOffset(step, p);
            const range = 0.5 * Math.log((2 + offset) / offset);
            const m2 = squares[iA];
            const product = (squares[step.iFirst] - m2) * (squares[step.iSecond] - squares[iB]);
            angular = (0.5 * (1 + offset) * scratch[0] * scratch[0]) / (range * product);
          }
          // dΦ₂ = p dΩ / (16π² M), azimuth flat.
          density *= (angular * 8 * Math.PI * Math.sqrt(squares[iWhole])) / p;
        }
        out[c] = density > 0 && density < Infinity ? density : 0;
      }
    },
  };

  /** Squared masses of all sets at given momenta. */
  function setSquares(sqrtS: number, final4: readonly FourVectors[], row: number): void {
    const pz = Math.sqrt(0.25 * sqrtS * sqrtS - me2);
    for (let a = 0; a < count; a++) {
      const ma = legs[a].field.mass;
      const A = a >= 2 ? final4[a - 2] : undefined;
      const ax = A?.px[row] ?? 0;
      const ay = A?.py[row] ?? 0;
      const az = A?.pz[row] ?? (a === 0 ? pz : -pz);
      for (let b = Math.max(a + 1, 2); b < count; b++) {
        const { px, py, pz: z } = final4[b - 2];
        excesses[a * count + b] = pairExcess(ax, ay, az, ma, px[row], py[row], z[row], legs[b].field.mass);
      }
    }
    for (let k = 0; k < sets.length; k++) {
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
  }
}

const excesses = new Float64Array(64);

/** Unit vector of (x, y, z), of energy e, seen from the rest frame of `frame`, whose squared mass is `m2`. */
function toRest(frame: Float64Array, m2: number, e: number, x: number, y: number, z: number, out: Float64Array): void {
  const m = Math.sqrt(m2);
  const along = (frame[1] * x + frame[2] * y + frame[3] * z) / (frame[0] + m);
  const f = (along - e) / m;
  const a = x + f * frame[1];
  const b = y + f * frame[2];
  const c = z + f * frame[3];
  const size = Math.sqrt(a * a + b * b + c * c);
  const g = size > 0 ? 1 / size : 0;
  out[0] = g * a;
  out[1] = g * b;
  out[2] = size > 0 ? g * c : 1;
}

/** Boost (e, x, y, z) from the rest frame of `frame`. */
function fromRest(
  frame: Float64Array,
  m2: number,
  e: number,
  x: number,
  y: number,
  z: number,
  out: Float64Array,
): void {
  const m = Math.sqrt(m2);
  const inner = frame[1] * x + frame[2] * y + frame[3] * z;
  const f = inner / (m * (frame[0] + m)) + e / m;
  out[0] = (frame[0] * e + inner) / m;
  out[1] = x + f * frame[1];
  out[2] = y + f * frame[2];
  out[3] = z + f * frame[3];
}

/** Vector with component `c` along the unit vector `axis` and (a, b) across it. */
function direction(axis: Float64Array, c: number, a: number, b: number, out: Float64Array): void {
  const [x, y, z] = axis;
  // Rotation of z onto the axis; about x by π where the axis points down.
  if (z > -0.999999) {
    const g = 1 / (1 + z);
    out[0] = (1 - g * x * x) * a - g * x * y * b + x * c;
    out[1] = -g * x * y * a + (1 - g * y * y) * b + y * c;
    out[2] = -x * a - y * b + z * c;
  } else {
    const t = Math.sqrt(x * x + y * y);
    const cf = t > 0 ? x / t : 1;
    const sf = t > 0 ? y / t : 0;
    out[0] = z * cf * a - sf * b + x * c;
    out[1] = z * sf * a + cf * b + y * c;
    out[2] = -t * a + z * c;
  }
}
