import {
  type Beams,
  type EventTable,
  eventTable,
  GEV2_FB,
  particle,
  type ParticleColumns,
  particleColumns,
} from "@belladonna/kinematics";
import { boostFromRestOf, boostToRestOf, type FourVector } from "@belladonna/kinematics";
import { qed, treeProcess } from "@belladonna/events";
import { random, type RandomStream } from "@belladonna/numerics";
import { atanh, cos, cube, exp, log, sin, square, tanh } from "@belladonna/numerics/elementary";

const ELECTRON = particle(11).mass;

/** What {@link untaggedPairs} takes. */
export interface UntaggedPairsOptions {
  /** The beams; events are made at their nominal energy, without radiation. */
  readonly beams: Beams;
  /** The leptons of the pair: muons or taus. */
  readonly lepton: 13 | 15;
  /** Least transverse momentum of the pair in the centre-of-mass frame, GeV, > 0. */
  readonly leastPt: number;
  /** Trials thrown; events are a few per cent of them. */
  readonly trials: number;
  /** Seed. */
  readonly seed: number;
  /**
   * Which events are wanted, by lab momenta: $p_x, p_y, p_z, E$ of electron, positron, negative and positive lepton in turn,
   * GeV; all by default. The others cost no amplitude.
   */
  readonly wanted?: (momenta: Float64Array) => boolean;
}

/** Fractions of a beam's energy that a photon takes; outside them a pair is too light or too one-sided to leave two tracks. */
const FRACTION = [0.02, 0.98] as const;

/**
 * $e^+e^- \to e^+e^-\ell^+\ell^-$ where beam electrons may stay at any angle down to zero: weighted events with the full
 * amplitude at tree level.
 *
 * Trials follow the photons of the two beam electrons: $\mathrm{d}x/x$ and $\mathrm{d}Q^2/Q^2$ of each, from the smallest
 * kinematically possible $Q^2$ on, and the rapidity of the leptons about the photons; the amplitude then takes the place of the
 * approximation that this is. With $E$ the energy of a beam and its electron at $(1-x)E$,
 * $$\mathrm{d}\sigma = \frac{\overline{|M|^2}}{2s} \prod_{i=1,2} \frac{\mathrm{d}x_i\,\mathrm{d}Q_i^2\,\mathrm{d}\phi_i}{4(2\pi)^3}
 * \; \frac{\beta}{8\pi} \frac{\mathrm{d}\Omega}{4\pi}.$$
 * @returns Events in the lab, $e^-$, $e^+$, $\ell^-$, $\ell^+$; the sum of their weights is the cross section of what is wanted, fb.
 */
export function untaggedPairs(options: UntaggedPairsOptions): EventTable {
  const { beams, lepton, trials, seed, wanted = () => true } = options;
  const found: Found = { momenta: [], weights: [] };
  const r = random(seed);
  const maker = trialMaker(options);
  const lab = new Float64Array(16);
  for (let i = 0; i < trials; i++) {
    const made = maker(r);
    if (made === undefined) continue;
    made.forEach((v, k) => {
      const { px, py, pz, e } = beams.toLab(v, { convention: "boost-and-rotate" });
      lab.set([px, py, pz, e], 4 * k);
    });
    if (!wanted(lab)) continue;
    found.momenta.push(made);
    found.weights.push(maker.weight());
  }
  const amplitude = amplitudes(lepton, beams.sqrtS / 2, found.momenta);
  const ids = [11, -11, lepton, -lepton];
  return eventTable((builder) => {
    found.momenta.forEach((momenta, i) => {
      builder.event((found.weights[i] * amplitude[i]) / trials);
      momenta.forEach((v, k) => {
        builder.particle({ ...beams.toLab(v, { convention: "boost-and-rotate" }), m: v.m, pdgId: ids[k] });
      });
    });
  });
}

/** Momenta of electron, positron and the two leptons in the centre-of-mass frame. */
type Momenta = readonly [FourVector, FourVector, FourVector, FourVector];

interface Found {
  readonly momenta: Momenta[];
  readonly weights: number[];
}

/** Throws one trial: the momenta if the pair has the transverse momentum. */
interface TrialMaker {
  (r: RandomStream): Momenta | undefined;
  /** Weight of the last trial but for the squared amplitude. */
  weight(): number;
}

function trialMaker({ beams: { sqrtS }, lepton, leastPt }: UntaggedPairsOptions): TrialMaker {
  const energy = sqrtS / 2;
  const s = sqrtS * sqrtS;
  const m2 = ELECTRON * ELECTRON;
  const momentum = Math.sqrt(energy * energy - m2);
  const mass = particle(lepton).mass;
  const logX = log(FRACTION[1] / FRACTION[0]);
  // One of the photons takes at least half the transverse momentum, which is at most its Q.
  const leastHard = (leastPt * leastPt) / 4;
  const logHard = log(s / leastHard);
  const constant = (GEV2_FB / (2 * s)) * square((2 * Math.PI) / (32 * cube(Math.PI))) * 2 * (logX * logX) * logHard;
  let weight = 0;
  const make = (r: RandomStream): Momenta | undefined => {
    const x1 = FRACTION[0] * exp(logX * r.uniform());
    const x2 = FRACTION[0] * exp(logX * r.uniform());
    const firstIsHard = r.uniform() < 0.5;
    const hard = leastHard * exp(logHard * r.uniform());
    const soft = firstIsHard ? x2 : x1;
    const least = (m2 * soft * soft) / (1 - soft);
    const logSoft = log(hard / least);
    const other = least * exp(logSoft * r.uniform());
    const phi1 = 2 * Math.PI * r.uniform();
    const phi2 = 2 * Math.PI * r.uniform();
    const alongPhotons = 2 * r.uniform() - 1;
    const around = 2 * Math.PI * r.uniform();
    const electron = scattered(energy, momentum, x1, firstIsHard ? hard : other, phi1, 1);
    const positron = scattered(energy, momentum, x2, firstIsHard ? other : hard, phi2, -1);
    if (electron === undefined || positron === undefined) return undefined;
    const px = -electron.px - positron.px;
    const py = -electron.py - positron.py;
    if (px * px + py * py < leastPt * leastPt) return undefined;
    const pz = -electron.pz - positron.pz;
    const e = sqrtS - electron.e - positron.e;
    const w2 = e * e - px * px - py * py - pz * pz;
    if (!(w2 > 4 * mass * mass)) return undefined;
    const pair: FourVector = { px, py, pz, e, m: Math.sqrt(w2) };
    const beta2 = 1 - (4 * mass * mass) / w2;
    const beta = Math.sqrt(beta2);
    const reach = atanh(beta);
    const cosine = tanh(reach * alongPhotons) / beta;
    // dcos θ / 2 for a uniform rapidity.
    const jacobian = ((1 - beta2 * cosine * cosine) / beta) * reach;
    weight = constant * x1 * x2 * hard * other * logSoft * (beta / (8 * Math.PI)) * jacobian;
    const photon: FourVector = {
      px: -electron.px,
      py: -electron.py,
      pz: momentum - electron.pz,
      e: energy - electron.e,
      m: 0,
    };
    const k = (pair.m / 2) * beta;
    const v = turned(boostToRestOf(photon, pair), cosine, around, k);
    const lepton1 = boostFromRestOf({ ...v, e: pair.m / 2, m: mass }, pair);
    const lepton2 = boostFromRestOf({ px: -v.px, py: -v.py, pz: -v.pz, e: pair.m / 2, m: mass }, pair);
    return [electron, positron, lepton1, lepton2];
  };
  return Object.assign(make, { weight: () => weight });
}

/** A beam electron of momentum along $\pm z$ that gave the fraction `x` of its energy to a photon of virtuality `q2`. */
function scattered(
  energy: number,
  momentum: number,
  x: number,
  q2: number,
  phi: number,
  direction: 1 | -1,
): FourVector | undefined {
  const m2 = ELECTRON * ELECTRON;
  const e = (1 - x) * energy;
  const p = Math.sqrt(e * e - m2);
  // Q² = 2 (E E' − p p' cos θ − m²), written for 1 − cos θ, which does not cancel at small angles.
  const least = 2 * (energy * e - momentum * p - m2);
  const versine = (q2 - least) / (2 * momentum * p);
  if (!(versine >= 0 && versine <= 2)) return undefined;
  const sine = Math.sqrt(versine * (2 - versine));
  return {
    px: p * sine * cos(phi),
    py: p * sine * sin(phi),
    pz: direction * p * (1 - versine),
    e,
    m: ELECTRON,
  };
}

/** A momentum `p` at angles to the direction of `axis`. */
function turned(axis: FourVector, cosine: number, phi: number, p: number): { px: number; py: number; pz: number } {
  const n = Math.sqrt(axis.px * axis.px + axis.py * axis.py + axis.pz * axis.pz);
  const [ax, ay, az] = [axis.px / n, axis.py / n, axis.pz / n];
  const t = Math.sqrt(ax * ax + ay * ay);
  const sine = Math.sqrt(1 - cosine * cosine);
  const [u, v] = [sine * cos(phi), sine * sin(phi)];
  // Orthogonal to the axis: (ax az, ay az, −t²)/t and (−ay, ax, 0)/t.
  const [ux, uy, vx, vy] = t > 0 ? [(ax * az) / t, (ay * az) / t, -ay / t, ax / t] : [1, 0, 0, 1];
  return {
    px: p * (cosine * ax + u * ux + v * vx),
    py: p * (cosine * ay + u * uy + v * vy),
    pz: p * (cosine * az - u * t),
  };
}

/** Squared amplitudes of events. */
function amplitudes(lepton: 13 | 15, energy: number, momenta: readonly Momenta[]): Float64Array {
  const columns: ParticleColumns[] = Array.from({ length: 6 }, () => particleColumns(momenta.length));
  const pz = Math.sqrt(energy * energy - ELECTRON * ELECTRON);
  momenta.forEach((event, i) => {
    const beam = (sign: number): FourVector => ({ px: 0, py: 0, pz: sign * pz, e: energy, m: ELECTRON });
    [beam(1), beam(-1), ...event].forEach((v, k) => {
      const to = columns[k];
      to.px[i] = v.px;
      to.py[i] = v.py;
      to.pz[i] = v.pz;
      to.e[i] = v.e;
      to.m[i] = v.m;
    });
  });
  const out = new Float64Array(momenta.length);
  treeProcess({ model: qed(), outgoing: [11, -11, lepton, -lepton] }).squaredAmplitude(columns, out, momenta.length);
  return out;
}
