import type { EventTable } from "@belladonna/kinematics";
import { random, type RandomStream } from "@belladonna/numerics";
import { exp, pow, square } from "@belladonna/numerics/elementary";
import { belle2, type Tracker } from "@belladonna/trigger";
import type { Fact } from "../fact.js";
import { seedOf } from "./sample.js";

const ELECTRON = 0.00051099895;

/** Least sine of the polar angle, below that of the acceptance: keeps the shape of the Gamma density below 1. */
const FORWARD = 0.2;

/** Radius of the beam pipe, cm: from there to the chamber the material is spread evenly. */
const BEAM_PIPE = 1;

/**
 * Electrons after bremsstrahlung in the material before the tracking chamber. The photons are collinear and are not
 * followed.
 *
 * For $t$ radiation lengths $-\ln z$ of the share $z$ of energy that is kept follows a Gamma density of shape $t/\ln2$
 * (H. Bethe, W. Heitler, Proc. R. Soc. A 146 (1934) 83). Displaced electrons meet what lies farther out.
 *
 * @param events - Events in the lab.
 * @param seed - Seed.
 * @param tracker - The material.
 */
export function bremsstrahlung(events: EventTable, seed: number, tracker: Tracker = belle2.tracker): EventTable {
  const { particles: p, offsets, length } = events;
  const [px, py, pz, e] = [p.px.slice(), p.py.slice(), p.pz.slice(), p.e.slice()];
  // Not the streams of the seed itself, of which flights or decays of the same events may be drawn.
  const root = random(seedOf(seed, "material"));
  for (let i = 0; i < length; i++) {
    const stream = root.stream(i);
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      if (Math.abs(p.pdgId[k]) !== 11 || p.status[k] !== 1) continue;
      const pt2 = px[k] * px[k] + py[k] * py[k];
      const sin = Math.max(FORWARD, Math.sqrt(pt2 / (pt2 + pz[k] * pz[k])));
      const rho = Math.sqrt(square(p.vx[k]) + square(p.vy[k]));
      const ahead = (tracker.chamberRadius[0] - rho) / (tracker.chamberRadius[0] - BEAM_PIPE);
      const thickness = (tracker.material * Math.min(1, Math.max(0, ahead))) / sin;
      const kept = exp(-gamma(thickness / Math.LN2, stream));
      px[k] *= kept;
      py[k] *= kept;
      pz[k] *= kept;
      e[k] = Math.sqrt(square(px[k]) + square(py[k]) + square(pz[k]) + square(ELECTRON));
    }
  }
  return { ...events, particles: { ...p, px, py, pz, e } };
}

/** A Gamma deviate of shape below 1 by M. D. Jöhnk's beta deviate times an exponential; 0 for shape 0. */
function gamma(shape: number, stream: RandomStream): number {
  if (!(shape > 0)) return 0;
  for (;;) {
    const x = pow(stream.uniform(), 1 / shape);
    const y = pow(stream.uniform(), 1 / Math.max(1 - shape, 1e-3));
    if (x + y <= 1) return (x / (x + y)) * stream.exponential();
  }
}

/** The standing of this radiation. */
export const bremsstrahlungFact: Fact = {
  quantity: "bremsstrahlung of electrons",
  value: `${belle2.tracker.material} radiation lengths spread from ${BEAM_PIPE} to ${belle2.tracker.chamberRadius[0]} cm; none recovered`,
  standing: "stand-in",
  source: "the thickness is recalled; whether the experiment recovers bremsstrahlung here is not known",
};
