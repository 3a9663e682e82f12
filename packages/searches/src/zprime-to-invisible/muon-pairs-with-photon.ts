import {
  type Beams,
  boostFromRestOf,
  boostToRestOf,
  type EventTable,
  eventTable,
  type FourVector,
  fourVector,
  particle,
  particleColumns,
} from "@belladonna/kinematics";
import { type GeneratedEvents, type Preparation, type Process, qed, treeProcess } from "@belladonna/events";
import { random } from "@belladonna/numerics";
import { acos, atan2, cos as cosine, sin as sine, square } from "@belladonna/numerics/elementary";
import { belle2, regionAt } from "@belladonna/trigger";
import { type Generation, generatePart, type PartOptions } from "../events/generation.js";
import { UserError } from "../user-error.js";
import { GAPS, PHOTON_LOSS } from "./inputs.js";
import { mayPass, loose } from "./preselection.js";

const MUON = particle(13).mass;
const ELECTRON = particle(11).mass;
/** $|\cos\theta^*|$ that parts photons at large angles from those along the beams. */
const WIDE = 0.9;
const process = treeProcess({ model: qed(), outgoing: [13, -13, 22] });

/** Events that one generated event gives: as it is, and turned into each gap. */
export const VIEWS: number = 1 + GAPS.value.length;

/**
 * $e^+e^- \to \mu^+\mu^-\gamma$ with initial-state radiation, the photon at a large angle and lost: anywhere in the calorimeter
 * with {@link PHOTON_LOSS}, or in one of its gaps beside the barrel for sure.
 *
 * The gaps are narrow. So each event is also turned, in the rest frame of what the beams made, until its photon points to a
 * place in a gap drawn evenly in $c' = \cos\theta'$; with its own $c$ from a range $2 c_0$ it then stands for
 * $$\frac{|M(c')|^2}{|M(c)|^2} \frac{\Delta c'}{2 c_0}$$
 * of its cross section.
 * @param events - Events generated; each gives up to {@link VIEWS}.
 * @returns The two muons in the lab; weights are cross sections in fb.
 */
export function lostAtWideAngle(beams: Beams, events: number, seed: number, prepared?: Preparation): EventTable {
  // No cut on what a turn changes: an event that fails as it is may pass when turned.
  const made = make(atWideAngle(beams), { events, seed, prepared });
  const each = made.crossSection.value / events;
  const views = Array.from({ length: events }, (_, i) => view(made, i));
  const own = amplitudes(views);
  const r = random(seed).stream(1);
  const gaps = GAPS.value.map(([low, high]) => {
    const turned = views.map((v) => turn(v, low, high, r.uniform()));
    return { turned, amplitude: amplitudes(turned) };
  });
  return eventTable((builder) => {
    const put = (v: View, weight: number): void => {
      const [a, b] = [boostFromRestOf(v.final[0], v.total), boostFromRestOf(v.final[1], v.total)];
      if (!mayPass(beams, Float64Array.of(a.px, a.py, a.pz, a.e, b.px, b.py, b.pz, b.e))) return;
      builder.event(weight);
      builder.particle({ ...a, pdgId: 13 });
      builder.particle({ ...b, pdgId: -13 });
    };
    views.forEach((v, i) => {
      const weight = each * made.weights[i];
      const photon = boostFromRestOf(v.final[2], v.total);
      const theta = atan2(Math.sqrt(square(photon.px) + square(photon.py)), photon.pz);
      if (regionAt(theta, belle2.calorimeter) !== "none") put(v, weight * PHOTON_LOSS.value);
      for (const { turned, amplitude } of gaps) {
        const t = turned[i];
        put(t, (weight * (amplitude[i] / own[i]) * t.width) / (2 * WIDE));
      }
    });
  });
}

/**
 * The same with the photon along the beams, where the calorimeter ends, and radiation off the other beam.
 *
 * @param events - Events generated; few of them can be selected.
 * @returns The two muons in the lab; weights are cross sections in fb.
 */
export function lostAlongBeams(beams: Beams, events: number, seed: number, prepared?: Preparation): EventTable {
  const made = make(alongBeams(beams), { events, seed, prepared });
  const each = made.crossSection.value / events;
  const { particles: p, offsets } = made;
  return eventTable((builder) => {
    for (let i = 0; i < events; i++) {
      const o = offsets[i] + 2;
      const theta = atan2(Math.sqrt(square(p.px[o + 2]) + square(p.py[o + 2])), p.pz[o + 2]);
      if (
        regionAt(theta, belle2.calorimeter) !== "none" ||
        GAPS.value.some(([low, high]) => theta > low && theta < high)
      )
        continue;
      const muons = [o, o + 1].flatMap((k) => [p.px[k], p.py[k], p.pz[k], p.e[k]]);
      if (!mayPass(beams, Float64Array.from(muons))) continue;
      builder.event(each * made.weights[i]);
      for (const k of [o, o + 1])
        builder.particle({ px: p.px[k], py: p.py[k], pz: p.pz[k], e: p.e[k], m: MUON, pdgId: p.pdgId[k] });
    }
  });
}

const generation = (of: Process, beams: Beams, cosTheta: number): Generation => ({
  process: () => of,
  options: { beams, isr: true, cuts: { only: { 22: { energy: loose.recoilPt, cosTheta } } } },
});

/** How events with the photon at a large angle are generated. */
export const atWideAngle = (beams: Beams): Generation => generation(process, beams, WIDE);

/** How events with the photon along the beams are generated. */
export const alongBeams = (beams: Beams): Generation => generation(selective, beams, 0.999);

function make(how: Generation, part: PartOptions): GeneratedEvents {
  const made = generatePart(how, part);
  if (!made.valid) throw new UserError(`muon pairs with a photon: ${made.reason ?? "generation failed"}`);
  return made;
}

/**
 * The process with a photon at small angles, where transverse momenta, which radiation along the beams leaves as they are,
 * may pass the selection.
 */
const selective: Process = {
  ...process,
  squaredAmplitude(momenta, out, count) {
    process.squaredAmplitude(momenta, out, count);
    const [, , a, b, g] = momenta;
    for (let i = 0; i < count; i++) {
      const a2 = a.px[i] * a.px[i] + a.py[i] * a.py[i];
      const b2 = b.px[i] * b.px[i] + b.py[i] * b.py[i];
      const g2 = g.px[i] * g.px[i] + g.py[i] * g.py[i];
      if (
        a2 < square(loose.leptonPt) ||
        b2 < square(loose.leptonPt) ||
        g2 < square(loose.recoilPt) ||
        a.px[i] * b.px[i] + a.py[i] * b.py[i] > 0.02 * Math.sqrt(a2 * b2) ||
        g.pz[i] * g.pz[i] < 0.64 * (g2 + g.pz[i] * g.pz[i])
      ) {
        out[i] = 0;
      }
    }
  },
};

/** An event in the rest frame of what the beams made after radiation, electron along $+z$. */
interface View {
  /** Its frame in the lab. */
  readonly total: FourVector;
  /** Direction of the electron in it. */
  readonly axis: FourVector;
  /** Momenta of $\mu^-$, $\mu^+$, photon in it. */
  readonly final: readonly [FourVector, FourVector, FourVector];
  /** Range of the cosine of the photon's polar angle that the event stands for. */
  readonly width: number;
}

function view({ particles: p, offsets }: GeneratedEvents, i: number): View {
  const at = (k: number): FourVector => ({ px: p.px[k], py: p.py[k], pz: p.pz[k], e: p.e[k], m: p.m[k] });
  const o = offsets[i];
  const final = [at(o + 2), at(o + 3), at(o + 4)] as const;
  const [px, py, pz, e] = (["px", "py", "pz", "e"] as const).map(
    (key) => final[0][key] + final[1][key] + final[2][key],
  );
  const total = { px, py, pz, e, m: Math.sqrt(e * e - px * px - py * py - pz * pz) };
  const rest = (v: FourVector) => boostToRestOf(v, total);
  return { total, axis: unit(rest(at(o))), final: [rest(final[0]), rest(final[1]), rest(final[2])], width: 0 };
}

function unit(v: FourVector): FourVector {
  const p = Math.sqrt(v.px * v.px + v.py * v.py + v.pz * v.pz);
  return { px: v.px / p, py: v.py / p, pz: v.pz / p, e: 1, m: 0 };
}

const dot = (a: FourVector, b: FourVector): number => a.px * b.px + a.py * b.py + a.pz * b.pz;

/** The event turned about the normal of beam and photon until the photon points into a gap. */
function turn({ total, axis, final }: View, low: number, high: number, u: number): View {
  const photon = unit(final[2]);
  const c = dot(photon, axis);
  const s = Math.sqrt(Math.max(1e-12, 1 - c * c));
  // Across the beam, in the plane of the photon.
  const across = {
    px: (photon.px - c * axis.px) / s,
    py: (photon.py - c * axis.py) / s,
    pz: (photon.pz - c * axis.pz) / s,
  };
  const labTheta = (cosine: number): number => {
    const sine = Math.sqrt(1 - cosine * cosine);
    const [px, py, pz] = [
      cosine * axis.px + sine * across.px,
      cosine * axis.py + sine * across.py,
      cosine * axis.pz + sine * across.pz,
    ];
    const v = boostFromRestOf({ px, py, pz, e: 1, m: 0 }, total);
    return atan2(Math.sqrt(v.px * v.px + v.py * v.py), v.pz);
  };
  const cosineAt = (theta: number): number => {
    let [a, b] = [-1, 1];
    for (let k = 0; k < 40; k++) {
      const mid = (a + b) / 2;
      if (labTheta(mid) > theta) a = mid;
      else b = mid;
    }
    return (a + b) / 2;
  };
  const [c1, c2] = [cosineAt(high), cosineAt(low)];
  const wanted = c1 + u * (c2 - c1);
  const angle = acos(wanted) - acos(c);
  const [cos, sin] = [cosine(angle), sine(angle)];
  // From the beam towards `across`.
  const turned = final.map((v): FourVector => {
    const l = dot(v, axis);
    const t = v.px * across.px + v.py * across.py + v.pz * across.pz;
    const dl = l * (cos - 1) - t * sin;
    const dt = l * sin + t * (cos - 1);
    return {
      px: v.px + dl * axis.px + dt * across.px,
      py: v.py + dl * axis.py + dt * across.py,
      pz: v.pz + dl * axis.pz + dt * across.pz,
      e: v.e,
      m: v.m,
    };
  });
  return { total, axis, final: [turned[0], turned[1], turned[2]], width: c2 - c1 };
}

/** Squared amplitudes of events. */
function amplitudes(views: readonly View[]): Float64Array {
  const columns = Array.from({ length: 5 }, () => particleColumns(views.length));
  views.forEach(({ total, axis, final }, i) => {
    const e = total.m / 2;
    const p = Math.sqrt(e * e - ELECTRON * ELECTRON);
    const beam = (sign: number) =>
      fourVector({ px: sign * p * axis.px, py: sign * p * axis.py, pz: sign * p * axis.pz, m: ELECTRON });
    [beam(1), beam(-1), ...final].forEach((v, k) => {
      const to = columns[k];
      to.px[i] = v.px;
      to.py[i] = v.py;
      to.pz[i] = v.pz;
      to.e[i] = v.e;
      to.m[i] = k < 2 ? ELECTRON : k < 4 ? MUON : 0;
    });
  });
  const out = new Float64Array(views.length);
  process.squaredAmplitude(columns, out, views.length);
  return out;
}
