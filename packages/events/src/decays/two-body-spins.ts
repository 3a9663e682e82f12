import type { FourVectors } from "@belladonna/kinematics";
import { compile } from "../amplitude/compile.js";
import type { Field, Vertex } from "../amplitude/fields.js";
import { helicityAmplitudes } from "../amplitude/helicity-amplitudes.js";
import type { HelicityAmplitudes } from "../amplitude/helicity-amplitudes.js";
import { wavefunction } from "../amplitude/wavefunctions.js";
import type { Mediator } from "@belladonna/models";

/** One particle of a decay: its PDG number and mass, GeV. */
export interface DecayParticle {
  /** PDG number. */
  readonly pdgId: number;
  /** Mass, GeV. */
  readonly mass: number;
}

/** PDG numbers of fermions: quarks, leptons, dark matter of spin 1/2. */
function isFermion(id: number): boolean {
  const n = Math.abs(id);
  return (n >= 1 && n <= 6) || (n >= 11 && n <= 16) || n === 52;
}

const PIONS_AND_KAONS = new Set([211, 321]);

/**
 * Amplitudes of the two-body decay of a mediator for all spins, up to a constant: a boson to $f\bar f$ by its own kind
 * of coupling, a vector to two different fermions by a vector current, to two pseudoscalars, to $\pi^0\gamma$ and to scalar dark matter, a dark Higgs to two dark
 * photons.
 * @param parent - The mediator.
 * @param products - The two products.
 * @param kind - Spin and parity of the mediator.
 * @returns Undefined for a decay whose form is not known here: it goes by phase space, its spins are averaged over.
 */
export function twoBodySpins(
  parent: DecayParticle,
  products: readonly DecayParticle[],
  kind: Mediator["kind"],
): HelicityAmplitudes | undefined {
  if (products.length !== 2 || kind === "fermion") return undefined;
  const [a, b] = products;
  if (a.pdgId === -b.pdgId && isFermion(a.pdgId)) return fermionPair(parent, products, kind);
  if (kind === "vector" && isFermion(a.pdgId) && isFermion(b.pdgId) && a.pdgId * b.pdgId < 0) {
    return unequalFermions(parent, products);
  }
  if (kind === "vector") {
    const mesons = a.pdgId === -b.pdgId && (PIONS_AND_KAONS.has(Math.abs(a.pdgId)) || Math.abs(a.pdgId) === 51);
    if (mesons) return spinlessPair(parent);
    return a.pdgId === 111 && b.pdgId === 22 ? spinlessAndPhoton(parent) : undefined;
  }
  return kind === "scalar" && a.pdgId === b.pdgId && a.mass > 0 && a.pdgId > 4900000
    ? vectorPair(parent, a)
    : undefined;
}

function field(name: string, kind: Field["kind"], { pdgId, mass }: DecayParticle): Field {
  return { name, kind, mass, width: 0, charge: 0, pdgId: Math.abs(pdgId) };
}

function fermionPair(
  parent: DecayParticle,
  products: readonly DecayParticle[],
  kind: "vector" | "scalar" | "pseudoscalar",
): HelicityAmplitudes {
  const fields = [field("X", kind === "vector" ? "vector" : "scalar", parent), field("f", "fermion", products[0])];
  const vertices: Vertex[] = [{ kind, fermions: ["f", "f"], boson: "X", coupling: 1 }];
  return helicityAmplitudes(
    compile(
      { fields, vertices },
      [parent.pdgId],
      products.map(({ pdgId }) => pdgId),
    ),
  );
}

/** Fermion and antifermion of different flavour by a vector current. */
function unequalFermions(parent: DecayParticle, products: readonly DecayParticle[]): HelicityAmplitudes {
  const [a, b] = products.map((one, k) => field(`f${k}`, "fermion", one));
  const vertices = [[a.name, b.name] as const, [b.name, a.name] as const].map((fermions): Vertex => ({
    kind: "vector",
    fermions,
    boson: "X",
    coupling: 1,
  }));
  const model = { fields: [field("X", "vector", parent), a, b], vertices };
  const ids = products.map(({ pdgId }) => pdgId);
  return helicityAmplitudes(compile(model, [parent.pdgId], ids));
}

function vectorPair(parent: DecayParticle, vector: DecayParticle): HelicityAmplitudes {
  const fields = [field("h", "scalar", parent), field("V", "vector", vector)];
  const vertices: Vertex[] = [{ kind: "higgs", vector: "V", boson: "h", coupling: 1 }];
  return helicityAmplitudes(compile({ fields, vertices }, [parent.pdgId], [vector.pdgId, vector.pdgId]));
}

/** Contravariant polarisation vectors of a vector at rest or in flight, 4 numbers a state, time last. */
function polarisations({ pdgId, mass }: DecayParticle, momenta: FourVectors, row: number): Float64Array {
  const states = mass > 0 ? 3 : 2;
  const w = new Float64Array(8 * states);
  const leg = { field: field("V", "vector", { pdgId, mass }), shape: "vector", direction: 1, states } as const;
  wavefunction(leg, momenta, false, row, 1, w, 0, 1);
  const out = new Float64Array(4 * states);
  for (let h = 0; h < states; h++) {
    const [plus, , minus, , x, y] = w.subarray(8 * h, 8 * h + 8);
    out.set([x, y, (plus - minus) / 2, (plus + minus) / 2], 4 * h);
  }
  return out;
}

/** $\epsilon\cdot(p_1-p_2)$. */
function spinlessPair(parent: DecayParticle): HelicityAmplitudes {
  return {
    states: [3, 1, 1],
    evaluate([V, a, b], i, out) {
      const e = polarisations(parent, V, i);
      const [x, y, z, t] = [a.px[i] - b.px[i], a.py[i] - b.py[i], a.pz[i] - b.pz[i], a.e[i] - b.e[i]];
      for (let h = 0; h < 3; h++) {
        const k = 4 * h;
        out[2 * h] = e[k + 3] * t - e[k] * x - e[k + 1] * y - e[k + 2] * z;
        out[2 * h + 1] = 0;
      }
    },
  };
}

/** $\epsilon_{\mu\nu\rho\sigma}\epsilon^\mu P^\nu e^\rho k^\sigma$; products are the spinless one, then the photon. */
function spinlessAndPhoton(parent: DecayParticle): HelicityAmplitudes {
  return {
    states: [3, 1, 2],
    evaluate([V, , photon], i, out) {
      const own = polarisations(parent, V, i);
      const other = polarisations({ pdgId: 22, mass: 0 }, photon, i);
      const P = [V.px[i], V.py[i], V.pz[i], V.e[i]];
      const k = [photon.px[i], photon.py[i], photon.pz[i], photon.e[i]];
      for (let h = 0; h < 3; h++) {
        for (let g = 0; g < 2; g++) {
          const at = 2 * (2 * h + g);
          out[at] = determinant(own.subarray(4 * h, 4 * h + 4), P, other.subarray(4 * g, 4 * g + 4), k);
          out[at + 1] = 0;
        }
      }
    },
  };
}

type Four = ArrayLike<number>;

/** Determinant of four rows. */
function determinant(a: Four, b: Four, c: Four, d: Four): number {
  const minor = (i: number, j: number): number => a[i] * b[j] - a[j] * b[i];
  const rest = (i: number, j: number): number => c[i] * d[j] - c[j] * d[i];
  return (
    minor(0, 1) * rest(2, 3) -
    minor(0, 2) * rest(1, 3) +
    minor(0, 3) * rest(1, 2) +
    minor(1, 2) * rest(0, 3) -
    minor(1, 3) * rest(0, 2) +
    minor(2, 3) * rest(0, 1)
  );
}
