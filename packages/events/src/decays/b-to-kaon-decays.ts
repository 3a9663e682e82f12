import { particle } from "@belladonna/kinematics";
import { requirePdgId } from "./antiparticle.js";
import { requireChoice, requireOptions, requirePositive, requireWithin } from "@belladonna/numerics";
import { references } from "@belladonna/sources";
import type { DecayDynamics } from "@belladonna/models";
import type { DecayChannel, DecayTable } from "./decay-table.js";
import { fixedWidth } from "./tau-currents.js";

/** A signal decay $B\to K^{(*)}X$ in events, $X$ of spin 0. */
export interface BToKaonDecayOptions {
  /** PDG number of $X$, e.g. that of `mediatorId`. */
  readonly pdgId: number;
  /** Mass of $X$, GeV, > 0. */
  readonly mass: number;
  /** The kaon. */
  readonly kaon: "K" | "K*";
  /** Charge of the $B$. */
  readonly charge: "+" | "0";
  /** Branching fraction, in (0, 1], e.g. that of `bToKaon`. */
  readonly branchingFraction: number;
  /** Whether the antiparticle $\bar B$ decays so too; false when absent: one signal and one other $B$. */
  readonly conjugate?: boolean;
}

const OPTIONS: readonly (keyof BToKaonDecayOptions)[] = [
  "pdgId",
  "mass",
  "kaon",
  "charge",
  "branchingFraction",
  "conjugate",
];

/**
 * $B\to K\pi X$ by a $K^*$ of helicity 0: $M\propto p_X^\mu\bigl(-g_{\mu\nu}+Q_\mu Q_\nu/Q^2\bigr)(p_K-p_\pi)^\nu$ times
 * the propagator, so $\cos^2\theta$ of the helicity angle; products $K,\pi,X$.
 */
function longitudinal(mass: number, width: number): DecayDynamics {
  const propagator = fixedWidth(mass, width);
  return {
    value(p) {
      const [x, y, z, e] = [p[0] + p[4], p[1] + p[5], p[2] + p[6], p[3] + p[7]];
      const [dx, dy, dz, de] = [p[0] - p[4], p[1] - p[5], p[2] - p[6], p[3] - p[7]];
      const s = e * e - x * x - y * y - z * z;
      const direct = p[11] * de - p[8] * dx - p[9] * dy - p[10] * dz;
      const alongX = p[11] * e - p[8] * x - p[9] * y - p[10] * z;
      const alongD = e * de - x * dx - y * dy - z * dz;
      const amplitude = direct - (alongX * alongD) / s;
      const f = propagator(s);
      return amplitude * amplitude * (f[0] * f[0] + f[1] * f[1]);
    },
  };
}

/**
 * Decay table of a signal $B\to KX$ or $B\to K^*X$, $K^*\to K\pi$ by isospin (2/3 with the charged pion) with a
 * Breit–Wigner of fixed width and the helicity 0 that angular momentum demands.
 *
 * The form factor at $q^2=m_X^2$ does not vary over the line shape and drops out.
 *
 * ```ts
 * // Both ways of a K*+ to K π.
 * const options = { pdgId: mediatorId(darkScalar({ mass: 1, sinTheta: 1e-3 })), mass: 1, kaon: "K*", charge: "+" };
 * const { channels } = bToKaonDecays({ ...options, branchingFraction: 3e-6 });
 * channels.map(({ products }) => products.slice(0, 2)); // [[311, 211], [321, 111]]
 * channels[0].fraction; // ≈ 2e-6
 * ```
 * @param options - What $B$ decays to what.
 * @throws RangeError when the mass is not > 0, the fraction not in (0, 1] or the number no PDG number.
 * @see J. D. Richman, CALT-68-1148 (1984), on helicity angles
 */
export function bToKaonDecays(options: BToKaonDecayOptions): DecayTable {
  requireOptions("bToKaonDecays", options, OPTIONS);
  const { pdgId, mass, kaon, charge, branchingFraction, conjugate = false } = options;
  requireChoice("bToKaonDecays: kaon", kaon, ["K", "K*"]);
  requireChoice("bToKaonDecays: charge", charge, ["+", "0"]);
  requirePdgId("bToKaonDecays: pdgId", pdgId);
  requirePositive("bToKaonDecays: mass", mass, "GeV");
  requirePositive("bToKaonDecays: branchingFraction", branchingFraction);
  requireWithin("bToKaonDecays: branchingFraction", branchingFraction, 0, 1);
  const plus = charge === "+";
  const b = particle(plus ? 521 : 511);
  const one: DecayChannel = { name: "K X", products: [plus ? 321 : 311, pdgId], fraction: branchingFraction };
  const star = particle(plus ? 323 : 313);
  const resonance = { pdgId: star.pdgId, mass: star.mass, width: star.width ?? 0 };
  const pair = (name: string, ids: readonly number[], share: number): DecayChannel => ({
    name,
    products: [...ids, pdgId],
    fraction: branchingFraction * share,
    dynamics: longitudinal(resonance.mass, resonance.width),
    resonance,
  });
  const two = plus
    ? [pair("K0 pi+ X", [311, 211], 2 / 3), pair("K+ pi0 X", [321, 111], 1 / 3)]
    : [pair("K+ pi- X", [321, -211], 2 / 3), pair("K0 pi0 X", [311, 111], 1 / 3)];
  return {
    pdgId: b.pdgId,
    mass: b.mass,
    ctau: b.ctau ?? 0,
    channels: kaon === "K" ? [one] : two,
    branchingFraction,
    conjugate,
    masses: { [pdgId]: mass },
    source: references.PDG2024,
  };
}
