import { type Beams, type EventTable, eventTable, particle } from "@belladonna/kinematics";
import { type GeneratedEvents, type Preparation, qed, tauDecays, treeProcess } from "@belladonna/events";
import { random, type RandomStream } from "@belladonna/numerics";
import { cos, sin, square } from "@belladonna/numerics/elementary";
import { type Generation, generatePart } from "../events/generation.js";
import { UserError } from "../user-error.js";
import type { Leptons } from "./lepton-pairs.js";
import type { Preselection } from "./preselection.js";

const TAU = particle(15).mass;
/** Decays from which energies are drawn. */
const STOCK = 40_000;
/** Seed of the stock: the same in every chunk. */
const STOCK_SEED = 15;

const decays = {
  11: tauDecays({ channels: ["e nu nu"] }),
  13: tauDecays({ channels: ["mu nu nu"] }),
} as const;

/** What {@link tauLeptons} takes. */
export interface TauLeptonsOptions {
  /** The beams. */
  readonly beams: Beams;
  /** The leptons that the two taus decay to; of two kinds either comes from the $\tau^-$ in half of the events. */
  readonly leptons: Leptons;
  /** Which events are wanted. */
  readonly mayPass: Preselection["mayPass"];
  /** Pairs generated. */
  readonly pairs: number;
  /** Decays of each. */
  readonly times: number;
  /** Seed. */
  readonly seed: number;
  /** What {@link tauPairs} needs, found before; found again when absent. */
  readonly prepared?: Preparation | undefined;
}

/** Leptons of $e^+e^- \to \tau^+\tau^-$, and the luminosity they stand for. */
export interface TauLeptons {
  /** Events in the lab with two leptons and the radiated photons; neutrinos are left out. */
  readonly events: EventTable;
  /** Luminosity, fb⁻¹. */
  readonly luminosity: number;
}

/**
 * $e^+e^- \to \tau^+\tau^-$ with initial-state radiation, both $\tau \to \ell\nu\nu$, each pair decayed many times over, so that the
 * few decays that look like signal are many.
 *
 * The energy of a lepton in the rest frame of its tau is that of a stock of decays ({@link tauDecays}); its direction follows
 * the correlation of the two spins,
 * $$1 - \alpha(x_1)\alpha(x_2) \sum_{ij} n_{1i} C_{ij} n_{2j}, \qquad \alpha(x) = \frac{1-2x}{3-2x},$$
 * with $x = E/E_\max$ and, in axes where $z$ is along the $\tau^-$ and the electron in the $xz$ plane at $x > 0$,
 * $N C_{xx} = (1+\gamma^{-2})\sin^2\theta$, $N C_{yy} = -\beta^2\sin^2\theta$, $N C_{zz} = 1 + \cos^2\theta - \gamma^{-2}\sin^2\theta$,
 * $N C_{xz} = \gamma^{-1}\sin 2\theta$, $N = 1 + \cos^2\theta + \gamma^{-2}\sin^2\theta$.
 * @see Y. S. Tsai, Phys. Rev. D 4 (1971) 2821
 */
export function tauLeptons(options: TauLeptonsOptions): TauLeptons {
  const { beams, leptons, mayPass, pairs, times, seed, prepared } = options;
  const made = generatePart(tauPairs(beams), { events: pairs, seed, prepared });
  if (!made.valid) throw new UserError(`tau pairs: ${made.reason ?? "generation failed"}`);
  const [one, other] = leptons;
  const spectra = [spectrumOf(beams, one), one === other ? undefined : spectrumOf(beams, other)] as const;
  const pair = new Pair();
  const events = eventTable((builder) => {
    for (let i = 0; i < made.length; i++) {
      const r = random(seed).stream(i);
      pair.set(made, i);
      for (let k = 0; k < times; k++) {
        const swapped = spectra[1] !== undefined && r.uniform() < 0.5;
        const [a, b] = swapped ? [spectra[1], spectra[0]] : [spectra[0], spectra[1] ?? spectra[0]];
        pair.decay(a, b, r);
        if (!mayPass(beams, pair.leptons)) continue;
        builder.event(made.weights[i]);
        const { particles: p, offsets } = made;
        for (let row = offsets[i]; row < offsets[i + 1]; row++) {
          if (p.pdgId[row] !== 22) continue;
          builder.particle({ px: p.px[row], py: p.py[row], pz: p.pz[row], e: p.e[row], m: 0, pdgId: 22 });
        }
        const [x, y, z, e, u, v, w, f] = pair.leptons;
        builder.particle({ px: x, py: y, pz: z, e, m: a.mass, pdgId: a.pdgId });
        builder.particle({ px: u, py: v, pz: w, e: f, m: b.mass, pdgId: -b.pdgId });
      }
    }
  });
  const fraction = decays[one].branchingFraction * decays[other].branchingFraction * (one === other ? 1 : 2);
  return { events, luminosity: (pairs * times) / (made.crossSection.value * fraction) };
}

/** How pairs are generated. */
export const tauPairs = (beams: Beams, isr = true): Generation => ({
  process: () => treeProcess({ model: qed(), outgoing: [15, -15] }),
  options: { beams, isr },
});

/** The lepton of a decay of the tau. */
interface Spectrum {
  /** PDG number without sign. */
  readonly pdgId: 11 | 13;
  /** Mass, GeV. */
  readonly mass: number;
  /** Most energy in the rest frame of the tau, GeV. */
  readonly most: number;
  /** Energies there of many decays, GeV. */
  readonly energies: Float64Array;
}

function spectrumOf(beams: Beams, pdgId: 11 | 13): Spectrum {
  const { mass } = particle(pdgId);
  const made = generatePart(tauPairs(beams, false), { events: STOCK / 2, seed: STOCK_SEED, decays: [decays[pdgId]] });
  const { particles: p, offsets } = made;
  const energies: number[] = [];
  for (let i = 0; i < made.length; i++) {
    // The beams are electrons too, and come from nothing.
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      if (Math.abs(p.pdgId[k]) !== pdgId || p.mother[k] < 2) continue;
      const t = offsets[i] + p.mother[k];
      energies.push((p.e[k] * p.e[t] - p.px[k] * p.px[t] - p.py[k] * p.py[t] - p.pz[k] * p.pz[t]) / TAU);
    }
  }
  return { pdgId, mass, most: (TAU * TAU + mass * mass) / (2 * TAU), energies: Float64Array.from(energies) };
}

/** A pair of taus in its rest frame, and the leptons it decays to. */
class Pair {
  /** Lab momenta and energies of the negative and the positive lepton, GeV. */
  readonly leptons = new Float64Array(8);
  /** Rows: directions of $x$, $y$, $z$ in the axes of the lab. */
  private readonly axes = new Float64Array(9);
  private readonly correlation = new Float64Array(4);
  /** Momentum, energy and mass of the pair in the lab, GeV. */
  private readonly lab = new Float64Array(5);
  private energy = 0;

  /** Takes over the pair of event `i`. */
  set({ particles: p, offsets }: GeneratedEvents, i: number): void {
    const a = offsets[i] + 2;
    const { lab, axes, correlation } = this;
    for (const [j, column] of [p.px, p.py, p.pz, p.e].entries()) lab[j] = column[a] + column[a + 1];
    lab[4] = Math.sqrt(square(lab[3]) - square(lab[0]) - square(lab[1]) - square(lab[2]));
    this.energy = lab[4] / 2;
    const tau = this.toRest(p.px[a], p.py[a], p.pz[a], p.e[a]);
    const k = offsets[i];
    const electron = this.toRest(p.px[k], p.py[k], p.pz[k], p.e[k]);
    const c = tau[0] * electron[0] + tau[1] * electron[1] + tau[2] * electron[2];
    const s = Math.sqrt(Math.max(1e-12, 1 - c * c));
    for (let j = 0; j < 3; j++) {
      axes[6 + j] = tau[j];
      axes[j] = (electron[j] - c * tau[j]) / s;
    }
    for (let j = 0; j < 3; j++) {
      const [u, v] = [(j + 1) % 3, (j + 2) % 3];
      axes[3 + j] = axes[6 + u] * axes[v] - axes[6 + v] * axes[u];
    }
    const g2 = square(TAU / this.energy);
    const n = 1 + c * c + g2 * s * s;
    correlation[0] = ((1 + g2) * s * s) / n;
    correlation[1] = (-(1 - g2) * s * s) / n;
    correlation[2] = (1 + c * c - g2 * s * s) / n;
    correlation[3] = (2 * Math.sqrt(g2) * s * c) / n;
  }

  /** Draws a decay into `leptons`. */
  decay(one: Spectrum, other: Spectrum, r: RandomStream): void {
    const { correlation: k } = this;
    for (;;) {
      const e1 = one.energies[Math.floor(r.uniform() * one.energies.length)];
      const e2 = other.energies[Math.floor(r.uniform() * other.energies.length)];
      const z1 = 2 * r.uniform() - 1;
      const z2 = 2 * r.uniform() - 1;
      const f1 = 2 * Math.PI * r.uniform();
      const f2 = 2 * Math.PI * r.uniform();
      const [s1, s2] = [Math.sqrt(1 - z1 * z1), Math.sqrt(1 - z2 * z2)];
      const [x1, y1] = [s1 * cos(f1), s1 * sin(f1)];
      const [x2, y2] = [s2 * cos(f2), s2 * sin(f2)];
      const spin = k[0] * x1 * x2 + k[1] * y1 * y2 + k[2] * z1 * z2 + k[3] * (x1 * z2 + z1 * x2);
      const weight = 1 - analysing(e1, one) * analysing(e2, other) * spin;
      if (2 * r.uniform() > weight) continue;
      this.place(0, 1, e1, one.mass, x1, y1, z1);
      this.place(4, -1, e2, other.mass, x2, y2, z2);
      return;
    }
  }

  /** Takes a lepton from the rest frame of its tau to the lab. */
  private place(at: number, sign: 1 | -1, e: number, mass: number, x: number, y: number, z: number): void {
    const { axes, lab, leptons } = this;
    const p = Math.sqrt(Math.max(0, e * e - mass * mass));
    const gamma = this.energy / TAU;
    const gb = sign * Math.sqrt(gamma * gamma - 1);
    const along = gamma * p * z + gb * e;
    const energy = gamma * e + gb * p * z;
    const qx = p * x * axes[0] + p * y * axes[3] + along * axes[6];
    const qy = p * x * axes[1] + p * y * axes[4] + along * axes[7];
    const qz = p * x * axes[2] + p * y * axes[5] + along * axes[8];
    const dot = qx * lab[0] + qy * lab[1] + qz * lab[2];
    const f = (energy + dot / (lab[3] + lab[4])) / lab[4];
    leptons[at] = qx + f * lab[0];
    leptons[at + 1] = qy + f * lab[1];
    leptons[at + 2] = qz + f * lab[2];
    leptons[at + 3] = (energy * lab[3] + dot) / lab[4];
  }

  /** Direction of a lab momentum in the rest frame of the pair. */
  private toRest(px: number, py: number, pz: number, e: number): [number, number, number] {
    const { lab } = this;
    const dot = px * lab[0] + py * lab[1] + pz * lab[2];
    const f = (dot / (lab[3] + lab[4]) - e) / lab[4];
    const [x, y, z] = [px + f * lab[0], py + f * lab[1], pz + f * lab[2]];
    const n = Math.sqrt(x * x + y * y + z * z);
    return [x / n, y / n, z / n];
  }
}

/** $\alpha(x)$ of a lepton of the given energy. */
function analysing(e: number, { most }: Spectrum): number {
  const x = Math.min(1, e / most);
  return (1 - 2 * x) / (3 - 2 * x);
}
