import { requireOptions } from "@belladonna/numerics";
import type { FourVectors } from "@belladonna/kinematics";
import { cos, square } from "@belladonna/numerics/elementary";
import type { ExternalParticle } from "./external-particle.js";

/** Cuts on one particle, in the centre-of-mass frame. */
export interface ParticleCuts {
  /** Least energy $E^*$, GeV. */
  readonly energy?: number;
  /** Least momentum $p^*$, GeV. */
  readonly momentum?: number;
  /** Greatest $|\cos\theta^*|$ with respect to the beam. */
  readonly cosTheta?: number;
  /** Least $|\cos\theta^*|$, for particles that are to stay near the beam, as an untagged electron. */
  readonly minCosTheta?: number;
}

/** A cut on pairs of particles of two kinds. */
export interface PairCuts {
  /** The two kinds by PDG number without sign, e.g. `[13, 13]` for a pair of muons. */
  readonly between: readonly [number, number];
  /** Range of the pair's invariant mass, GeV. */
  readonly mass?: readonly [number, number];
  /** Least opening angle, rad. */
  readonly openingAngle?: number;
}

/**
 * Generator cuts, in the centre-of-mass frame of the hard process. `energy`, `momentum`, `cosTheta`, `minCosTheta`,
 * `pairMass` and `openingAngle` hold for every charged lepton and photon; mediators and neutrinos are exempt.
 */
export interface Cuts extends ParticleCuts {
  /** Least invariant mass of every pair of charged leptons and photons, GeV. */
  readonly pairMass?: number;
  /** Least opening angle of every pair of charged leptons and photons, rad. */
  readonly openingAngle?: number;
  /** Further cuts by kind of particle; the key is the PDG number without sign, e.g. `{ 22: { energy: 1 } }`. */
  readonly only?: Readonly<Record<number, ParticleCuts>>;
  /** Further cuts by kind of pair. */
  readonly pairs?: readonly PairCuts[];
}

/** A pair of final particles with its limits. */
interface PairLimit {
  /** Index of the first. */
  readonly a: number;
  /** Index of the second. */
  readonly b: number;
  /** Least squared mass, GeV². */
  readonly low: number;
  /** Greatest squared mass, GeV². */
  readonly high: number;
  /** Cosine of the least opening angle; 2 when there is none. */
  readonly cosine: number;
}

/** The cuts of one process, ready for use on rows of its columns. */
export interface CompiledCuts {
  /** Limits of each final particle: least energy (GeV), least momentum (GeV), greatest $|\cos\theta^*|$. */
  readonly limits: readonly Required<ParticleCuts>[];
  /** Limits of pairs of final particles. */
  readonly pairs: readonly PairLimit[];
  /** Whether row `i` of the final particles' columns passes. */
  passes(momenta: readonly FourVectors[], i: number): boolean;
}

const SEEN = new Set([11, 13, 15, 22]);

/**
 * Limits on single particles, the tighter of the general and the particle's own.
 * @param cuts - Generator cuts.
 * @param particle - One final particle.
 * @returns Least energy and momentum, GeV, greatest and least $|\cos\theta^*|$; the mass, 0, 1 and 0 where there is no cut.
 */
export function particleLimits(cuts: Cuts, particle: ExternalParticle): Required<ParticleCuts> {
  const id = Math.abs(particle.pdgId);
  const general: ParticleCuts = SEEN.has(id) ? cuts : {};
  const own = cuts.only?.[id] ?? {};
  return {
    energy: Math.max(general.energy ?? 0, own.energy ?? 0, particle.mass),
    momentum: Math.max(general.momentum ?? 0, own.momentum ?? 0),
    cosTheta: Math.min(general.cosTheta ?? 1, own.cosTheta ?? 1),
    minCosTheta: Math.max(general.minCosTheta ?? 0, own.minCosTheta ?? 0),
  };
}

function pairLimits(cuts: Cuts, outgoing: readonly ExternalParticle[]): PairLimit[] {
  const limits: PairLimit[] = [];
  for (let a = 0; a < outgoing.length; a++) {
    for (let b = a + 1; b < outgoing.length; b++) {
      const ia = Math.abs(outgoing[a].pdgId);
      const ib = Math.abs(outgoing[b].pdgId);
      let low = 0;
      let high = Infinity;
      let angle = 0;
      if (SEEN.has(ia) && SEEN.has(ib)) {
        low = cuts.pairMass ?? 0;
        angle = cuts.openingAngle ?? 0;
      }
      for (const { between, mass, openingAngle } of cuts.pairs ?? []) {
        const [x, y] = between;
        if (!((x === ia && y === ib) || (x === ib && y === ia))) continue;
        low = Math.max(low, mass?.[0] ?? 0);
        high = Math.min(high, mass?.[1] ?? Infinity);
        angle = Math.max(angle, openingAngle ?? 0);
      }
      if (low > 0 || high < Infinity || angle > 0) {
        limits.push({ a, b, low: low * low, high: high * high, cosine: angle > 0 ? cos(angle) : 2 });
      }
    }
  }
  return limits;
}

const PARTICLE: readonly string[] = ["energy", "momentum", "cosTheta", "minCosTheta"];

function check(cuts: Cuts): void {
  requireOptions("cuts", cuts, [...PARTICLE, "pairMass", "openingAngle", "only", "pairs"]);
  for (const [id, own] of Object.entries(cuts.only ?? {})) requireOptions(`cuts.only[${id}]`, own, PARTICLE);
  for (const pair of cuts.pairs ?? []) requireOptions("cuts.pairs", pair, ["between", "mass", "openingAngle"]);
  const all: [string, ParticleCuts][] = [["cuts", cuts]];
  for (const [id, own] of Object.entries(cuts.only ?? {})) all.push([`cuts.only[${id}]`, own]);
  for (const [where, { energy, momentum, cosTheta, minCosTheta }] of all) {
    for (const [name, value] of Object.entries({ energy, momentum })) {
      if (value !== undefined && !(value >= 0 && value < Infinity)) {
        throw new RangeError(`${where}: ${name} must be finite and >= 0 GeV, got ${value}`);
      }
    }
    if (cosTheta !== undefined && !(cosTheta > 0 && cosTheta <= 1)) {
      throw new RangeError(`${where}: cosTheta must be in (0, 1], got ${cosTheta}`);
    }
    if (minCosTheta !== undefined && !(minCosTheta >= 0 && minCosTheta < 1)) {
      throw new RangeError(`${where}: minCosTheta must be in [0, 1), got ${minCosTheta}`);
    }
  }
  for (const { openingAngle, mass } of [{ openingAngle: cuts.openingAngle, mass: undefined }, ...(cuts.pairs ?? [])]) {
    if (openingAngle !== undefined && !(openingAngle >= 0 && openingAngle <= Math.PI)) {
      throw new RangeError(`cuts: openingAngle must be in [0, pi] rad, got ${openingAngle}`);
    }
    if (mass !== undefined && !(mass[0] >= 0 && mass[0] < mass[1])) {
      throw new RangeError(`cuts: a range of pair masses must rise from >= 0 GeV, got ${mass[0]} to ${mass[1]}`);
    }
  }
  if (cuts.pairMass !== undefined && !(cuts.pairMass >= 0)) {
    throw new RangeError(`cuts: pairMass must be >= 0 GeV, got ${cuts.pairMass}`);
  }
}

/**
 * Turn cuts into a test on the columns of a process.
 * @param cuts - Generator cuts.
 * @param outgoing - Final particles.
 * @returns The limits of each particle, and the test.
 * @throws RangeError when a cut is out of its range.
 */
export function compileCuts(cuts: Cuts, outgoing: readonly ExternalParticle[]): CompiledCuts {
  check(cuts);
  const limits = outgoing.map((particle) => particleLimits(cuts, particle));
  const pairs = pairLimits(cuts, outgoing);
  const least = Float64Array.from(limits, ({ energy, momentum }, k) =>
    Math.max(momentum * momentum, energy * energy - square(outgoing[k].mass)),
  );
  const cosine = Float64Array.from(limits, ({ cosTheta }) => (cosTheta < 1 ? cosTheta * cosTheta : 2));
  const forward = Float64Array.from(limits, ({ minCosTheta }) => minCosTheta * minCosTheta);
  return {
    limits,
    pairs,
    passes(momenta, i) {
      for (let k = 0; k < least.length; k++) {
        const { px, py, pz } = momenta[k];
        const z2 = pz[i] * pz[i];
        const p2 = px[i] * px[i] + py[i] * py[i] + z2;
        if (p2 < least[k] || z2 > cosine[k] * p2 || z2 < forward[k] * p2) return false;
      }
      for (const { a, b, low, high, cosine } of pairs) {
        const p = momenta[a];
        const q = momenta[b];
        const inner = p.px[i] * q.px[i] + p.py[i] * q.py[i] + p.pz[i] * q.pz[i];
        const m2 = p.m[i] * p.m[i] + q.m[i] * q.m[i] + 2 * (p.e[i] * q.e[i] - inner);
        if (m2 < low || m2 > high) return false;
        if (cosine > 1) continue;
        const p2 = p.px[i] * p.px[i] + p.py[i] * p.py[i] + p.pz[i] * p.pz[i];
        const q2 = q.px[i] * q.px[i] + q.py[i] * q.py[i] + q.pz[i] * q.pz[i];
        if (inner > cosine * Math.sqrt(p2 * q2)) return false;
      }
      return true;
    },
  };
}
