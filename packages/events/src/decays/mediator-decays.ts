import { didYouMean, requireOptions, requireWithin } from "@belladonna/numerics";
import { particle, sameChannel } from "@belladonna/kinematics";
import { references } from "@belladonna/sources";
import { MASS } from "@belladonna/models/constants";
import type { PartialWidth, Mediator } from "@belladonna/models";
import { mediatorId, mediatorIds } from "@belladonna/models";
import { listedIds, requirePdgId } from "./antiparticle.js";
import type { DecayChannel, DecayResonance, DecayTable } from "./decay-table.js";
import { twoBodySpins } from "./two-body-spins.js";

/** How a mediator decays in a chain. */
export interface MediatorDecayOptions {
  /** Names of channels, or `"all"` for every open one with listed products; `"all"` when absent. */
  readonly channels?: "all" | readonly string[];
  /** PDG number it has in the events: that of `mediatorId` when absent. */
  readonly pdgId?: number;
  /** Masses of products that are in no particle table, by PDG number, GeV: dark matter, other mediators. */
  readonly masses?: Readonly<Record<number, number>>;
}

const OPTIONS: readonly (keyof MediatorDecayOptions)[] = ["channels", "pdgId", "masses"];

/** PDG numbers of dark matter of spin 0 and 1/2, and its antiparticles. */
const DARK_MATTER = [51, -51, 52, -52];

/** The $\rho$ of two pions beside a lepton, the first two products: they have spin 1. */
function rhoOf(products: readonly number[]): { resonance: DecayResonance } | object {
  const [a, b, c] = products;
  const pions = Math.abs(a) === 211 && (b === 111 || b === -a);
  if (products.length !== 3 || !pions || Math.abs(c) < 11 || Math.abs(c) > 16) return {};
  const pdgId = b === 111 ? Math.sign(a) * 213 : 113;
  return { resonance: { pdgId, mass: MASS[b === 111 ? "rho+" : "rho"], width: particle(213).width ?? NaN } };
}

/** A channel of a mediator as a decay channel. */
export function mediatorChannel(
  mediator: Mediator,
  pdgId: number,
  { name, products, width, dynamics }: PartialWidth,
): DecayChannel {
  return {
    name,
    products,
    fraction: width / mediator.width(),
    ...rhoOf(products),
    ...(dynamics === undefined ? {} : { dynamics }),
    spins: (mass, masses) =>
      twoBodySpins(
        { pdgId, mass },
        products.map((id, k) => ({ pdgId: id, mass: masses[k] })),
        mediator.kind,
      ),
  };
}

/**
 * Decay table of a mediator: its channels by their widths, its lifetime. Two bodies have the angles that the spins of
 * production and of further decays give them, leptons and mesons of a heavy neutral lepton and $\pi^+\pi^-\pi^0$ of a vector
 * (averaged over its spin) their matrix elements; other decays to more than two bodies go by flat phase space. Tables of several mediators make chains, as $h'\to A'A'$ with
 * $A'\to\mu^+\mu^-$.
 *
 * ```ts
 * mediatorDecays(alp({ mass: 1, gPhoton: 1e-3 })).channels[0].fraction; // 1
 * ```
 * @param mediator - The mediator.
 * @param options - Channels, number, masses.
 * @throws RangeError when a channel is unknown, closed or a sum over final states, or none is open, and for what is no PDG
 * number or no mass.
 */
export function mediatorDecays(mediator: Mediator, options: MediatorDecayOptions = {}): DecayTable {
  requireOptions("mediatorDecays", options, OPTIONS);
  const { channels: wanted = "all", pdgId = mediatorId(mediator), masses = {} } = options;
  requirePdgId("mediatorDecays: pdgId", pdgId);
  for (const [id, mass] of Object.entries(masses)) requireWithin(`mediatorDecays: mass of ${id}, GeV,`, mass, 0, 1e30);
  const known = new Set([...listedIds, ...mediatorIds, ...DARK_MATTER, ...Object.keys(masses).map(Number)]);
  const usable = mediator
    .channels()
    .filter(({ width, products }) => width > 0 && products.length > 1 && products.every((id) => known.has(id)));
  const asked = wanted === "all" ? [] : wanted;
  const chosen = wanted === "all" ? usable : usable.filter(({ name }) => asked.some((one) => sameChannel(name, one)));
  const missing = asked.find((one) => !chosen.some(({ name }) => sameChannel(name, one)));
  if (missing !== undefined || chosen.length === 0) {
    const names = usable.map(({ name }) => name);
    const all = names.map((name) => `"${name}"`).join(", ");
    const hint = missing === undefined ? "" : didYouMean(missing, names);
    throw new RangeError(
      `mediatorDecays: channels of ${mediator.name} can be ${all}, got "${missing ?? "all"}"${hint}`,
    );
  }
  const total = mediator.width();
  return {
    pdgId,
    mass: mediator.mass,
    ctau: mediator.ctau,
    ...(mediator.selfConjugate ? {} : { selfConjugate: false }),
    channels: chosen.map((channel) => mediatorChannel(mediator, pdgId, channel)),
    branchingFraction: chosen.reduce((sum, { width }) => sum + width / total, 0),
    masses,
    source: mediator.citations[0] ?? references.PDG2024,
  };
}
