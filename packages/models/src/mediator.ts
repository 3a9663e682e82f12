import { didYouMean, requireChoice, requireOptions, requireWithin } from "@belladonna/numerics";
import { HBAR_C_GEV_CM, sameChannel } from "@belladonna/kinematics";
import type { Citation } from "@belladonna/sources";
import type { DecayDynamics } from "./decay-dynamics.js";

/** A fermion of the Standard Model below the top, by its usual letter. */
export type Fermion = "e" | "mu" | "tau" | "nue" | "numu" | "nutau" | "d" | "u" | "s" | "c" | "b";

/** A charged lepton. */
export type Lepton = "e" | "mu" | "tau";

/** What the decay products of a channel are, for sums over channels. */
export type ChannelGroup = "leptons" | "hadrons" | "photons" | "invisible" | "dark" | "semileptonic";

/** One decay channel of a mediator. */
export interface PartialWidth {
  /** Name in field notation: `"mu+ mu-"`, `"gamma gamma"`, `"invisible"`. */
  readonly name: string;
  /** PDG identities of the decay products; empty when the channel is a sum over final states. */
  readonly products: readonly number[];
  /** Partial width, GeV; 0 below threshold. */
  readonly width: number;
  /** What the products are. */
  readonly group: ChannelGroup;
  /** The paper the width is from, one of the mediator's `citations` when the channel is open. */
  readonly source: Citation;
  /**
   * Lowest and highest ratio to `width` found among programs and data that are not understood as faults; for the hadrons of a
   * vector, of their sum. Wider where the width is known to be less certain than they differ. It is no standard deviation, and
   * where all rest on one calculation it cannot know. `[1, 1]` for a closed form.
   */
  readonly spread: readonly [low: number, high: number];
  /** Squared matrix element, up to a constant, where the products do not go by flat phase space or by the spins of two bodies. */
  readonly dynamics?: DecayDynamics;
}

/** The couplings a production process reads, as plain numbers. */
export interface Couplings {
  /** Vector couplings $g_f$ of $\mathcal L = g_f\,\bar f\gamma^\mu f\,V_\mu$, dimensionless; the modulus where a loop makes one complex. */
  readonly vector?: Readonly<Partial<Record<Fermion, number>>>;
  /** Scalar Yukawa couplings $y_f$ of $\mathcal L = -y_f\,\bar f f\,\phi$, dimensionless. */
  readonly scalar?: Readonly<Partial<Record<Fermion, number>>>;
  /** Pseudoscalar Yukawa couplings $y_f$ of $\mathcal L = -i y_f\,\bar f\gamma_5 f\,a$, dimensionless. */
  readonly pseudoscalar?: Readonly<Partial<Record<Fermion, number>>>;
  /** Photon coupling $g$ of $\mathcal L = -\tfrac g4\,a F\tilde F$, GeV⁻¹. */
  readonly photon?: number;
  /** $W$ coupling $g$ of $\mathcal L = -\tfrac g4\,a W\tilde W$, GeV⁻¹. */
  readonly w?: number;
  /** Mixing $|U_\ell|^2$ of a heavy neutral lepton at its production, dimensionless. */
  readonly mixing?: Readonly<Record<Lepton, number>>;
  /** Coupling of a dark Higgs to its dark photon. */
  readonly darkPhoton?: {
    /** Mass of the dark photon, GeV. */
    readonly mass: number;
    /** Kinetic mixing, dimensionless. */
    readonly epsilon: number;
    /** Dark fine-structure constant, dimensionless. */
    readonly alphaD: number;
  };
  /** Lepton-flavour-violating couplings of an axion-like particle to $\ell_i\ell_j$, over the decay constant, GeV⁻¹. */
  readonly flavourViolating?: {
    /** The two leptons, heavier first. */
    readonly leptons: readonly [Lepton, Lepton];
    /** $C_V/f$, GeV⁻¹. */
    readonly vector: number;
    /** $C_A/f$, GeV⁻¹. */
    readonly axial: number;
  };
  /** Coupling of a vector that changes flavour, $\mathcal L = g\,V_\mu(\bar\ell_i\gamma^\mu\ell_j + {\rm h.c.})$. */
  readonly flavourChanging?: {
    /** The two leptons, heavier first. */
    readonly leptons: readonly [Lepton, Lepton];
    /** $g$, dimensionless. */
    readonly vector: number;
  };
}

/** A particle of the dark sector with all that its decays need. */
export interface Mediator {
  /** Name of the portal, as in the registry: `"dark photon"`. */
  readonly name: string;
  /** Spin and parity. */
  readonly kind: "vector" | "scalar" | "pseudoscalar" | "fermion";
  /** Mass, GeV. */
  readonly mass: number;
  /** Whether it is its own antiparticle: all but a Dirac heavy neutral lepton. */
  readonly selfConjugate: boolean;
  /** Couplings that production reads. */
  readonly couplings: Couplings;
  /** All decay channels of the model, closed ones with width 0, in a fixed order. */
  readonly channels: () => readonly PartialWidth[];
  /**
   * Partial width of a channel, or of a group of channels (`"hadrons"`, `"leptons"`, `"photons"`, `"invisible"`,
   * `"semileptonic"`, `"dark"`, `"visible"`), or the total width without an argument; GeV.
   */
  readonly width: (channel?: string | PartialWidth) => number;
  /** Branching fraction of a channel or group, in [0, 1]; 0 for every channel of a stable particle. */
  readonly branchingFraction: (channel: string | PartialWidth) => number;
  /** Proper decay length $c\tau = \hbar c/\Gamma$, cm; `Infinity` for a stable particle. */
  readonly ctau: number;
  /** Papers the numbers rest on. */
  readonly citations: readonly Citation[];
}

/** What a portal hands to {@link mediator}. */
export interface MediatorSpec {
  /** Name of the portal. */
  readonly name: string;
  /** Spin and parity. */
  readonly kind: Mediator["kind"];
  /** Mass, GeV. */
  readonly mass: number;
  /** Whether it is its own antiparticle; true when absent. */
  readonly selfConjugate?: boolean;
  /** Couplings that production reads. */
  readonly couplings: Couplings;
  /** Makes the channels; called once, when first asked. */
  readonly channels: () => readonly PartialWidth[];
  /** Papers beyond the sources of the channels. */
  readonly citations?: readonly Citation[];
}

const SPEC: readonly (keyof MediatorSpec)[] = [
  "name",
  "kind",
  "mass",
  "selfConjugate",
  "couplings",
  "channels",
  "citations",
];

// Beyond these, GeV, powers of the mass are no numbers any more, and the widths have no meaning long before.
const [LIGHTEST, HEAVIEST] = [1e-30, 1e6];

const GROUPS: readonly string[] = ["leptons", "hadrons", "photons", "invisible", "dark", "semileptonic"];
const groups = new Set<string>([...GROUPS, "visible"]);

/**
 * A channel whose spread among programs is nothing unless said.
 *
 * ```ts
 * const muons = channel("mu+ mu-", [13, -13], 2.651e-8, "leptons", references.ilten2018);
 * muons.width; // ≈ 2.651e-8
 * muons.spread; // [1, 1]
 * ```
 * @param name - name in field notation
 * @param products - PDG identities, empty for a sum over final states
 * @param width - partial width, GeV, >= 0
 * @param group - what the products are
 * @param source - the paper
 * @param spread - lowest and highest ratio to `width` among programs
 * @returns the channel
 * @throws `RangeError` for a group that there is not
 */
export function channel(
  name: string,
  products: readonly number[],
  width: number,
  group: ChannelGroup,
  source: Citation,
  spread: PartialWidth["spread"] = [1, 1],
): PartialWidth {
  requireChoice("channel: group", group, GROUPS);
  return { name, products, width, group, source, spread };
}

const inGroup = (c: PartialWidth, group: string): boolean =>
  group === "visible" ? c.group !== "invisible" && c.group !== "dark" : c.group === group;

/**
 * A {@link Mediator} from its channels: sums, branching fractions, lifetime and citations are the same for all portals.
 *
 * The total width is the sum of the partial widths, so a portal with an inclusive hadronic width must list what its
 * exclusive channels leave over as a channel of its own.
 *
 * ```ts
 * const mine = mediator({
 *   name: "my vector",
 *   kind: "vector",
 *   mass: 1,
 *   couplings: { vector: { mu: 1e-3 } },
 *   channels: () => [channel("mu+ mu-", [13, -13], vectorToFermions(1, 0.10566, 1e-3), "leptons", references.ilten2018)],
 * });
 * mine.width("mu+ mu-"); // ≈ 2.651e-8
 * mine.ctau; // ≈ 7.445e-7
 * ```
 * @param spec - name, mass (GeV), couplings and channels
 * @returns a frozen mediator; its methods throw `RangeError` for a channel the model does not have
 * @throws `RangeError` for an unknown option or kind, or a mass that is neither 0 nor in [1e-30, 1e6] GeV
 */
export function mediator(spec: MediatorSpec): Mediator {
  requireOptions("mediator", spec, SPEC);
  const { name, kind, mass, selfConjugate = true, couplings } = spec;
  requireChoice(`mediator: kind of ${name}`, kind, ["vector", "scalar", "pseudoscalar", "fermion"]);
  if (mass !== 0) requireWithin(`${name}: mass, GeV,`, mass, LIGHTEST, HEAVIEST);
  let table: readonly PartialWidth[] | undefined;
  const channels = (): readonly PartialWidth[] =>
    (table ??= Object.freeze(spec.channels().map((c) => Object.freeze(c))));
  const total = (): number => channels().reduce((sum, c) => sum + c.width, 0);

  const width = (of?: string | PartialWidth): number => {
    if (of === undefined) return total();
    const wanted = typeof of === "string" ? of : of.name;
    const exact = channels().find((c) => c.name === wanted);
    if (exact !== undefined) return exact.width;
    const alike = channels().filter((c) => sameChannel(c.name, wanted));
    if (alike.length > 0) return alike.reduce((sum, c) => sum + c.width, 0);
    if (groups.has(wanted)) return channels().reduce((sum, c) => (inGroup(c, wanted) ? sum + c.width : sum), 0);
    const known = channels().map((c) => `"${c.name}"`);
    throw new RangeError(
      `${name}: channel must be one of ${known.join(", ")} or a group, got "${wanted}"${didYouMean(
        wanted,
        channels().map((c) => c.name),
      )}`,
    );
  };

  return Object.freeze({
    name,
    kind,
    mass,
    selfConjugate,
    couplings,
    channels,
    width,
    branchingFraction: (of: string | PartialWidth): number => {
      const part = width(of);
      return part === 0 ? 0 : part / total();
    },
    get ctau(): number {
      return HBAR_C_GEV_CM / total();
    },
    get citations(): readonly Citation[] {
      const sources = channels().flatMap((c) => (c.width > 0 ? [c.source] : []));
      const byKey = new Map([...(spec.citations ?? []), ...sources].map((c) => [c.key, c]));
      return [...byKey.values()];
    },
  });
}
