import { requireOptions } from "@belladonna/numerics";
import { GEV2_FB } from "@belladonna/kinematics";
import { ALPHA } from "@belladonna/models/constants";
import { qed, qedOptions, withMediator } from "../amplitude/fields.js";
import type { QedModelOptions } from "../amplitude/fields.js";
import type { Mediator } from "@belladonna/models";
import { photonDressing } from "../amplitude/photon-dressing.js";
import { mediatorId } from "@belladonna/models";
import type { Process } from "./process.js";
import { treeProcess } from "./tree-process.js";

/** What {@link darkHiggsstrahlung} takes. */
export interface DarkHiggsstrahlungInput extends QedModelOptions {
  /** The dark photon; its coupling to electrons is read. */
  readonly darkPhoton: Mediator;
  /** The dark Higgs. */
  readonly darkHiggs: Mediator;
  /** Dark fine-structure constant; by default that of the dark Higgs. */
  readonly alphaD?: number;
}

/**
 * $e^- e^+ \to A'^* \to A' h'$, the dark Higgs of unit dark charge with $m_{A'} = g_D v_D$:
 *
 * $$\sigma = \frac{\pi\alpha\alpha_D\varepsilon^2}{3s} \frac{\sqrt\lambda\,(\lambda + 12 m_{A'}^2/s)}{(1 - m_{A'}^2/s)^2},
 * \quad \lambda = \lambda(1, m_{A'}^2/s, m_{h'}^2/s).$$
 *
 * times the vacuum polarisation $|1-\Delta\alpha(s)|^{-2}$ of the photon that the virtual $A'$ mixes with. The formula
 * is for massless electrons; the amplitude, by recursion, is exact. Both particles have zero width.
 *
 * ```ts
 * const couplings = { epsilon: 1e-3, alphaD: 0.1 };
 * const process = darkHiggsstrahlung({
 *   darkPhoton: darkPhoton({ mass: 3, epsilon: 1e-3 }),
 *   darkHiggs: darkHiggs({ mass: 1, darkPhotonMass: 3, ...couplings }),
 * });
 * crossSection(process, { sqrtS: 10.58 }).value; // ≈ 5.506
 * ```
 * @param input - The two mediators, and the coupling and masses of QED.
 * @returns The process; final particles are $A'$, $h'$.
 * @throws RangeError when a mediator is not what it should be.
 * @see B. Batell, M. Pospelov, A. Ritz, Phys. Rev. D 79 (2009) 115008.
 */
export function darkHiggsstrahlung(input: DarkHiggsstrahlungInput): Process {
  requireOptions("darkHiggsstrahlung", input, ["darkPhoton", "darkHiggs", "alphaD", ...qedOptions]);
  const { darkPhoton, darkHiggs, alpha = ALPHA, masses = {}, vacuumPolarisation = true } = input;
  const alphaD = input.alphaD ?? darkHiggs.couplings.darkPhoton?.alphaD ?? 0;
  const coupling = darkPhoton.couplings.vector?.e ?? 0;
  if (darkPhoton.kind !== "vector" || coupling === 0) {
    throw new RangeError(`darkHiggsstrahlung: ${darkPhoton.name} must be a vector coupled to electrons`);
  }
  if (darkHiggs.kind !== "scalar") throw new RangeError(`darkHiggsstrahlung: ${darkHiggs.name} must be a scalar`);
  if (!(alphaD > 0)) throw new RangeError(`darkHiggsstrahlung: alphaD must be > 0, got ${alphaD}`);
  const mA = darkPhoton.mass;
  const bare = (mediator: Mediator): Mediator => ({ ...mediator, width: () => 0 });
  const vector = { ...bare(darkPhoton), couplings: { vector: { e: coupling } } };
  const tree = withMediator(withMediator(qed({ alpha, masses }), vector), { ...bare(darkHiggs), couplings: {} });
  // The A' reaches the electrons through the photon, whose vacuum polarisation it shares.
  const fields = tree.fields.map((one) => (one.name === darkPhoton.name ? { ...one, vacuumPolarisation } : one));
  const higgs = {
    kind: "higgs",
    vector: darkPhoton.name,
    boson: darkHiggs.name,
    coupling: 2 * Math.sqrt(4 * Math.PI * alphaD) * mA,
  } as const;
  const process = treeProcess({
    model: { fields, vertices: [...tree.vertices, higgs] },
    outgoing: [mediatorId(darkPhoton), mediatorId(darkHiggs)],
    propagating: [darkPhoton.name],
    mediators: [darkPhoton, darkHiggs],
  });
  return {
    ...process,
    closedForm(sqrtS, cuts) {
      if (Object.values(cuts).some((cut) => cut !== undefined)) return undefined;
      const s = sqrtS * sqrtS;
      const a = (mA * mA) / s;
      const h = (darkHiggs.mass * darkHiggs.mass) / s;
      const sum = Math.sqrt(a) + Math.sqrt(h);
      const gap = Math.sqrt(a) - Math.sqrt(h);
      const lambda = (1 - sum) * (1 + sum) * (1 - gap) * (1 + gap);
      if (!(lambda > 0)) return 0;
      // α ε² is the squared coupling over 4π.
      const strength = (coupling * coupling * alphaD) / (12 * s);
      const dressed = vacuumPolarisation ? photonDressing(s) : 1;
      return (GEV2_FB * dressed * strength * Math.sqrt(lambda) * (lambda + 12 * a)) / ((1 - a) * (1 - a));
    },
  };
}
