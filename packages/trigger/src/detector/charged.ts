import { C_CM_PER_NS } from "@belladonna/kinematics";
import type { ParticleColumns } from "@belladonna/kinematics";
import { atan2, log } from "@belladonna/numerics/elementary";
import { appendCluster } from "./clusters.js";
import { noteEntry, type Context } from "./context.js";
import { helixX, helixY, helixZ, setHelix, turnToSurface } from "./helix.js";
import { identify } from "./identification.js";
import { detectInMuonSystem } from "./muons.js";
import { appendTrack } from "./tracks.js";

/**
 * Track, cluster and muon-system track of one charged particle.
 *
 * An electron leaves all its energy in the calorimeter. A muon leaves that of a minimum-ionising particle and goes on
 * to the muon system. A hadron interacts after an exponential number of interaction lengths: before the end of the
 * calorimeter, then it leaves a random part of its energy there; or later, then it looks like a muon until then.
 *
 * @param columns - The columns with the particle: an electron, muon, charged pion, kaon or proton, or antiparticle.
 * @param k - Its row.
 * @param particle - Its number in the event.
 */
export function detectCharged(context: Context, columns: ParticleColumns, k: number, particle: number): void {
  const { detector, random, helix, start, hit, clusters, tracks } = context;
  const { calorimeter } = detector;
  const pdg = columns.pdgId[k];
  const mass = columns.m[k];
  const px = columns.px[k];
  const py = columns.py[k];
  const pz = columns.pz[k];
  const vx = columns.vx[k];
  const vy = columns.vy[k];
  const vz = columns.vz[k];
  const vt = columns.vt[k];
  const kind = Math.abs(pdg);
  // Leptons of negative charge have positive numbers, mesons and baryons the other way round.
  const q = pdg > 0 === kind > 16 ? 1 : -1;
  const pt = Math.sqrt(px * px + py * py);
  if (!(pt > 0)) return;
  const p = Math.sqrt(pt * pt + pz * pz);
  const energy = Math.sqrt(p * p + mass * mass);
  const beta = p / energy;
  const rho = Math.sqrt(vx * vx + vy * vy);
  if (rho >= calorimeter.radius || vz >= calorimeter.zForward || vz <= calorimeter.zBackward) return;
  setHelix(helix, q, px, py, pz, vx, vy, vz, detector.field);
  const isHadron = kind !== 11 && kind !== 13;
  start.p = p;
  start.pt = pt;
  start.theta = atan2(pt, pz);
  start.beta = beta;
  start.kinetic = energy - mass;
  start.rho = rho;
  start.time = vt;
  start.depth = isHadron ? random.exponential() : Infinity;
  const track = appendTrack(context, particle);
  const { depth, kinetic } = start;
  let layers = 0;
  let cluster = -1;
  const alpha = turnToSurface(helix, calorimeter);
  if (alpha < Infinity) {
    hit.x = helixX(helix, alpha);
    hit.y = helixY(helix, alpha);
    hit.z = helixZ(helix, alpha);
    hit.time = vt + (helix.radius * alpha * p) / (pt * beta * C_CM_PER_NS);
    const showers = kind === 11;
    const interacts = depth < calorimeter.interactionLengths;
    let deposit = energy;
    if (interacts) {
      const low = calorimeter.hadronResponse[0];
      deposit = kinetic * (low + (calorimeter.hadronResponse[1] - low) * random.uniform());
    } else if (!showers) {
      const g = random.normal();
      deposit = Math.min(kinetic, calorimeter.mipEnergy - calorimeter.mipWidth * log(g * g));
    }
    hit.energy = deposit;
    cluster = appendCluster(context, showers, showers ? calorimeter.showerShape : calorimeter.hadronShape, particle);
    if (track >= 0) noteEntry(context, track, true);
    if (!showers && !interacts) {
      layers = detectInMuonSystem(context, track, particle);
    }
  } else if (track >= 0) {
    noteEntry(context, track, false);
  }
  if (track < 0) return;
  const identity = identify(kind, layers > 0, detector.identification, random.uniform());
  tracks.pdgId[track] = (identity === 11 || identity === 13 ? -q : q) * identity;
  tracks.cluster[track] = cluster;
  if (cluster >= 0) clusters.track[cluster] = track;
}
