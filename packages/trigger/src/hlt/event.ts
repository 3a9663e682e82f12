import { DEGREE } from "@belladonna/kinematics";
import { atan2, cos, sin as sine } from "@belladonna/numerics/elementary";
import type { Detected } from "../detector/detected.js";

const DEGREES = 1 / DEGREE;
/** Mass given to every track, GeV: that of a charged pion. */
const PION = 0.13957039;

/** Rest frame of the collision, reached by a boost alone, axes parallel to the lab's. */
export interface Frame {
  /** Velocity of the frame in the lab: $x$, $y$, $z$. */
  readonly beta: readonly [number, number, number];
  /** $1/\sqrt{1-\beta^2}$. */
  readonly gamma: number;
  /** $(\gamma-1)/\beta^2$. */
  readonly g: number;
  /** Collision energy, GeV. */
  readonly sqrtS: number;
}

/** A momentum in the lab and in the frame of the collision; reused from event to event. */
export interface Momentum {
  px: number;
  py: number;
  pz: number;
  e: number;
  p: number;
  /** Polar angle in the lab, degrees. */
  theta: number;
  pxCms: number;
  pyCms: number;
  pzCms: number;
  eCms: number;
  pCms: number;
}

/** A track of the event. */
export interface HltTrack extends Momentum {
  charge: number;
  pt: number;
  z0: number;
  d0: number;
  hits: number;
  time: number;
  /** Energy of its clusters in the lab, GeV. */
  clusterLab: number;
  /** The same scaled to the frame of the collision. */
  clusterCms: number;
}

/** A cluster of the event within 200 ns and above 0.1 GeV. */
export interface HltCluster extends Momentum {
  isTrack: boolean;
  photonLike: boolean;
  /** Time in units of its 99 % half-width. */
  relativeTime: number;
}

/** Tracks and clusters of one event, clusters in falling order of energy in the frame of the collision. */
export interface HltEvent {
  readonly tracks: HltTrack[];
  nTracks: number;
  readonly clusters: HltCluster[];
  nClusters: number;
}

// Numbers that are not whole from the start, and no spreading: engines then keep them unboxed and in place.
const X = 0.5;
const track = (): HltTrack => ({
  px: X,
  py: X,
  pz: X,
  e: X,
  p: X,
  theta: X,
  pxCms: X,
  pyCms: X,
  pzCms: X,
  eCms: X,
  pCms: X,
  charge: 0,
  pt: X,
  z0: X,
  d0: X,
  hits: 0,
  time: X,
  clusterLab: X,
  clusterCms: X,
});
const cluster = (): HltCluster => ({
  px: X,
  py: X,
  pz: X,
  e: X,
  p: X,
  theta: X,
  pxCms: X,
  pyCms: X,
  pzCms: X,
  eCms: X,
  pCms: X,
  isTrack: false,
  photonLike: false,
  relativeTime: X,
});

/** The frame of a collision whose rest frame moves with velocity `beta`. */
export function frameOf(beta: readonly [number, number, number], sqrtS: number): Frame {
  const b2 = beta[0] * beta[0] + beta[1] * beta[1] + beta[2] * beta[2];
  const gamma = 1 / Math.sqrt(1 - b2);
  // (γ - 1)/β² without cancellation at small β.
  return { beta, gamma, g: (gamma * gamma) / (gamma + 1), sqrtS };
}

/** An event with nothing in it. */
export function newHltEvent(): HltEvent {
  return { tracks: [], nTracks: 0, clusters: [], nClusters: 0 };
}

function setMomentum(m: Momentum, px: number, py: number, pz: number, e: number, p: number, frame: Frame): void {
  const { beta, gamma, g } = frame;
  const along = px * beta[0] + py * beta[1] + pz * beta[2];
  const f = g * along - gamma * e;
  m.px = px;
  m.py = py;
  m.pz = pz;
  m.e = e;
  m.p = p;
  m.pxCms = px + f * beta[0];
  m.pyCms = py + f * beta[1];
  m.pzCms = pz + f * beta[2];
  m.eCms = gamma * (e - along);
  m.pCms = Math.sqrt(m.pxCms * m.pxCms + m.pyCms * m.pyCms + m.pzCms * m.pzCms);
}

/** Loads event `i`. */
export function loadEvent(detected: Detected, i: number, frame: Frame, event: HltEvent): void {
  const { tracks: t, clusters: c } = detected;
  event.nTracks = 0;
  for (let k = t.offsets[i]; k < t.offsets[i + 1]; k++) {
    const to = (event.tracks[event.nTracks++] ??= track());
    const px = t.px[k];
    const py = t.py[k];
    const pz = t.pz[k];
    const pt2 = px * px + py * py;
    const p2 = pt2 + pz * pz;
    setMomentum(to, px, py, pz, Math.sqrt(p2 + PION * PION), Math.sqrt(p2), frame);
    to.pt = Math.sqrt(pt2);
    to.theta = atan2(to.pt, pz) * DEGREES;
    to.charge = t.charge[k];
    to.z0 = t.z0[k];
    to.d0 = t.d0[k];
    to.hits = t.chamberHits[k];
    to.time = t.time[k];
    to.clusterLab = t.cluster[k] >= 0 ? c.energy[t.cluster[k]] : 0;
    to.clusterCms = (to.clusterLab * to.pCms) / to.p;
  }
  event.nClusters = 0;
  for (let k = c.offsets[i]; k < c.offsets[i + 1]; k++) {
    const e = c.energy[k];
    if (!(Math.abs(c.time[k]) <= 200) || e < 0.1) continue;
    const to = (event.clusters[event.nClusters++] ??= cluster());
    const sin = sine(c.theta[k]);
    const pt = e * sin;
    setMomentum(to, pt * cos(c.phi[k]), pt * sine(c.phi[k]), e * cos(c.theta[k]), e, e, frame);
    to.theta = c.theta[k] * DEGREES;
    to.isTrack = c.track[k] >= 0;
    to.photonLike = c.shape[k] > 0.5;
    to.relativeTime = c.time[k] / c.time99[k];
  }
  sortClusters(event);
}

/** Insertion sort: events have few clusters, and mostly in order already. */
function sortClusters({ clusters, nClusters }: HltEvent): void {
  for (let i = 1; i < nClusters; i++) {
    const moving = clusters[i];
    let j = i;
    for (; j > 0 && clusters[j - 1].eCms < moving.eCms; j--) clusters[j] = clusters[j - 1];
    clusters[j] = moving;
  }
}

/** Polar angle in the frame of the collision, degrees. */
export function thetaCms(m: Momentum): number {
  return atan2(Math.sqrt(m.pxCms * m.pxCms + m.pyCms * m.pyCms), m.pzCms) * DEGREES;
}

/** Difference of azimuths in the frame of the collision, 0-180 degrees. */
export function dphiCms(a: Momentum, b: Momentum): number {
  const cross = a.pxCms * b.pyCms - a.pyCms * b.pxCms;
  const dot = a.pxCms * b.pxCms + a.pyCms * b.pyCms;
  return Math.abs(atan2(cross, dot)) * DEGREES;
}

/** Difference of azimuths in the lab, 0-180 degrees. */
export function dphiLab(a: Momentum, b: Momentum): number {
  return Math.abs(atan2(a.px * b.py - a.py * b.px, a.px * b.px + a.py * b.py)) * DEGREES;
}

/** Invariant mass of two momenta from their lab components, GeV. */
export function pairMass(a: Momentum, b: Momentum): number {
  const e = a.e + b.e;
  const x = a.px + b.px;
  const y = a.py + b.py;
  const z = a.pz + b.pz;
  return Math.sqrt(Math.max(0, e * e - x * x - y * y - z * z));
}
