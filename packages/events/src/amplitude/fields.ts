import { requireOptions, requirePositive, requireWithin } from "@belladonna/numerics";
import { ALPHA } from "@belladonna/models/constants";
import { MASS } from "@belladonna/models/constants";
import type { Fermion, Mediator } from "@belladonna/models";
import { mediatorId } from "@belladonna/models";

/** A field of a model: one line of its particle content. */
export interface Field {
  /** Name, unique in the model: `"e"`, `"photon"`. */
  readonly name: string;
  /** Dirac fermion, real vector or real scalar. */
  readonly kind: "fermion" | "vector" | "scalar";
  /** Mass, GeV; a massless vector has two polarisations. */
  readonly mass: number;
  /** Total width in the propagator, GeV. */
  readonly width: number;
  /** Electric charge of the particle, units of $e$. */
  readonly charge: number;
  /** PDG number of the particle. */
  readonly pdgId: number;
  /**
   * Whether time-like lines of it between charged particles carry the photon's vacuum polarisation,
   * $1/|1-\Delta\alpha(q^2)|$: the photon, and a vector that couples to them by mixing with it. False when absent.
   */
  readonly vacuumPolarisation?: boolean;
}

/** $\bar f_1 \Gamma f_2 B$: vector $g\,\bar f\gamma^\mu f V_\mu$, scalar $-y\,\bar f f\phi$, pseudoscalar $-iy\,\bar f\gamma_5 f a$. */
export interface FermionVertex {
  /** Structure. */
  readonly kind: "vector" | "scalar" | "pseudoscalar";
  /** Names of the fermions, the barred one first. */
  readonly fermions: readonly [string, string];
  /** Name of the boson. */
  readonly boson: string;
  /** $g$ or $y$. */
  readonly coupling: number;
}

/**
 * Two vectors and a spinless boson: `"axion"` is $-\frac g4\,a\,V_{\mu\nu}\tilde V^{\mu\nu}$, GeV⁻¹; `"higgs"` is
 * $\frac g2\,h\,V_\mu V^\mu$, GeV ($g = 2 g_D m_{A'}$ for a dark Higgs of unit charge).
 */
export interface VectorVertex {
  /** Structure. */
  readonly kind: "axion" | "higgs";
  /** Name of the vector. */
  readonly vector: string;
  /** Name of the spinless boson. */
  readonly boson: string;
  /** $g$. */
  readonly coupling: number;
}

/** A term of the interaction Lagrangian. */
export type Vertex = FermionVertex | VectorVertex;

/** Fields and their interactions: all that amplitudes are made from. */
export interface Model {
  /** The fields. */
  readonly fields: readonly Field[];
  /** The vertices. */
  readonly vertices: readonly Vertex[];
}

/** Options of {@link qed}. */
export interface QedModelOptions {
  /** Fine-structure constant, dimensionless. */
  readonly alpha?: number;
  /** Masses of the charged leptons, GeV. */
  readonly masses?: Partial<Record<"e" | "mu" | "tau", number>>;
  /**
   * Vacuum polarisation in time-like photons of the inside, leptons and hadrons: true when absent. False is tree level with
   * $\alpha(0)$, as most published formulae are. External photons have none.
   */
  readonly vacuumPolarisation?: boolean;
}

/** Names of the options of {@link qed}. */
export const qedOptions: readonly (keyof QedModelOptions)[] = ["alpha", "masses", "vacuumPolarisation"];

const ID = { e: 11, mu: 13, tau: 15 } as const;
const LEPTONS = ["e", "mu", "tau"] as const;

/**
 * Quantum electrodynamics of the charged leptons, $\mathcal L = e\,\bar\ell\gamma^\mu\ell A_\mu$ for charge $-1$.
 *
 * ```ts
 * qed().fields.length; // 4
 * ```
 */
export function qed(options: QedModelOptions = {}): Model {
  requireOptions("qed", options, qedOptions);
  const { alpha = ALPHA, masses = {}, vacuumPolarisation = true } = options;
  requireOptions("qed: masses", masses, LEPTONS);
  requirePositive("qed: alpha", alpha);
  for (const [name, mass] of Object.entries(masses)) requireWithin(`qed: masses.${name}, GeV,`, mass, 0, 1e30);
  const coupling = Math.sqrt(4 * Math.PI * alpha);
  return {
    fields: [
      ...LEPTONS.map((name): Field => {
        return { name, kind: "fermion", mass: masses[name] ?? MASS[name], width: 0, charge: -1, pdgId: ID[name] };
      }),
      { name: "photon", kind: "vector", mass: 0, width: 0, charge: 0, pdgId: 22, vacuumPolarisation },
    ],
    vertices: LEPTONS.map((name): Vertex => {
      return { kind: "vector", fermions: [name, name], boson: "photon", coupling };
    }),
  };
}

/**
 * Add a mediator to a model: its field and one vertex for each coupling to charged leptons and photons that it has, two for
 * one that changes their flavour.
 *
 * ```ts
 * withMediator(qed(), darkPhoton({ mass: 1, epsilon: 1e-3 })).fields.length; // 5
 * // e⁺e⁻ → e⁻μ⁺Z′ by one photon, in the s and in the t channel; e⁺μ⁻ is as much again.
 * const z = lfvZPrime({ mass: 3, coupling: 1e-3 });
 * const propagating = ["e", "mu", "photon"];
 * const model = withMediator(qed(), z);
 * treeProcess({ model, outgoing: [11, -13, mediatorId(z)], propagating, mediators: [z] }).outgoing.length; // 3
 * ```
 * @param model - A model with the charged leptons and the photon.
 * @param mediator - The mediator; its couplings are read, its width is used in propagators.
 * @throws RangeError for a fermionic mediator.
 */
export function withMediator(model: Model, mediator: Mediator): Model {
  const { name, kind, mass, couplings } = mediator;
  if (kind === "fermion") throw new RangeError(`withMediator: ${name} must be a boson, got a fermion`);
  const pdgId = mediatorId(mediator);
  const width = mediator.width();
  const field: Field = { name, kind: kind === "vector" ? "vector" : "scalar", mass, width, charge: 0, pdgId };
  const vertices: Vertex[] = [];
  for (const structure of ["vector", "scalar", "pseudoscalar"] as const) {
    const table: Readonly<Partial<Record<Fermion, number>>> = couplings[structure] ?? {};
    for (const lepton of LEPTONS) {
      const coupling = table[lepton] ?? 0;
      if (coupling !== 0) vertices.push({ kind: structure, fermions: [lepton, lepton], boson: name, coupling });
    }
  }
  const changing = kind === "vector" ? couplings.flavourChanging : undefined;
  if (changing !== undefined && changing.vector !== 0) {
    const [i, j] = changing.leptons;
    for (const fermions of [[i, j] as const, [j, i] as const]) {
      vertices.push({ kind: "vector", fermions, boson: name, coupling: changing.vector });
    }
  }
  if (couplings.photon !== undefined && couplings.photon !== 0) {
    vertices.push({ kind: "axion", vector: "photon", boson: name, coupling: couplings.photon });
  }
  return { fields: [...model.fields, field], vertices: [...model.vertices, ...vertices] };
}

/**
 * Check a model: known fields, kinds that fit, charge conserved at each vertex, finite couplings.
 *
 * ```ts
 * checkModel(qed()) === undefined; // true
 * ```
 * @throws RangeError that names the vertex and what is wrong with it.
 */
export function checkModel({ fields, vertices }: Model): void {
  const byName = new Map(fields.map((field) => [field.name, field]));
  if (byName.size !== fields.length) throw new RangeError("model: names of fields must differ");
  for (const vertex of vertices) {
    const names =
      "fermions" in vertex ? [...vertex.fermions, vertex.boson] : [vertex.vector, vertex.vector, vertex.boson];
    const what = `model: ${vertex.kind} vertex of ${names.join(", ")}`;
    const [a, b, boson] = names.map((name) => {
      const field = byName.get(name);
      if (field === undefined) throw new RangeError(`${what}: no field is called "${name}"`);
      return field;
    });
    const wanted =
      "fermions" in vertex
        ? (["fermion", "fermion", vertex.kind === "vector" ? "vector" : "scalar"] as const)
        : (["vector", "vector", "scalar"] as const);
    [a, b, boson].forEach((field, k) => {
      if (field.kind !== wanted[k]) throw new RangeError(`${what}: ${field.name} must be a ${wanted[k]}`);
    });
    const charge = "fermions" in vertex ? b.charge - a.charge + boson.charge : a.charge + b.charge + boson.charge;
    if (charge !== 0) throw new RangeError(`${what} must conserve charge, changes it by ${charge}`);
    if (!Number.isFinite(vertex.coupling))
      throw new RangeError(`${what}: coupling must be finite, got ${vertex.coupling}`);
  }
}
