import { requireChoice, requireOptions } from "@belladonna/numerics";
import { ALPHA } from "@belladonna/models/constants";
import type { InelasticDarkMatter } from "@belladonna/models";
import { mediatorId } from "@belladonna/models";
import { compile } from "../amplitude/compile.js";
import { evaluator } from "../amplitude/evaluate.js";
import { qed, qedOptions, withMediator } from "../amplitude/fields.js";
import type { Field, Model, QedModelOptions, Vertex } from "../amplitude/fields.js";
import { photonDressing } from "../amplitude/photon-dressing.js";
import { pairSection, pairWithPhotonSection } from "./inelastic-sections.js";
import type { Process } from "./process.js";
import { vectorToThree } from "./vector-to-three.js";
import { processOf } from "./tree-process.js";

/** Options of {@link inelasticPair}. */
export interface InelasticPairOptions extends QedModelOptions {
  /** What is made with the pair; nothing when absent. */
  readonly beside?: "photon" | "dark Higgs boson";
}

/** PDG number of the lighter state. */
const CHI1 = 52;
/** Dark charge of the field whose value splits the two states. */
const HIGGS_CHARGE = 2;

/**
 * Inelastic dark matter from a virtual dark photon: $e^-e^+\to\chi_1\chi_2$, the same with a photon that the beams radiate, or
 * with the dark Higgs boson $h'$.
 *
 * $$\sigma(\chi_1\chi_2)=\frac{4\pi\varepsilon^2\alpha\alpha_D\,s}{3[(s-m_{A'}^2)^2+m_{A'}^2\Gamma^2]}
 *   \sqrt{1-S}\,(1-D)^{3/2}\Bigl(1+\frac S2\Bigr),\quad S=\frac{(m_1+m_2)^2}s,\ D=\frac{(m_2-m_1)^2}s,$$
 * $$\frac{d\sigma(\chi_1\chi_2\gamma)}{dq^2}=\sigma(\gamma A';q^2)\,
 *   \frac{q\,\Gamma_{A'\to\chi_1\chi_2}(q)}{\pi[(q^2-m_{A'}^2)^2+m_{A'}^2\Gamma^2]},$$
 *
 * with the fixed total width $\Gamma$ of the dark photon: it is broad for $\alpha_D$ of some tenths, and $\chi_1\chi_2$ with
 * a soft photon far above its mass is part of the process. The $h'$ leaves the dark photon (twice the coupling of
 * {@link darkHiggsstrahlung} for unit charge) or, by $-\tfrac12y_ih'\bar\chi_i\chi_i$, either of the pair; the width stands in both propagators of
 * the dark photon. All has the vacuum polarisation of the photon that the virtual $A'$ mixes with. The fermions are Majorana,
 * of which the amplitude is that of Dirac fermions for one of the two charges.
 *
 * With initial-state radiation the photon is by definition the hardest ({@link Process.hardestPhoton}), as that of
 * {@link gammaX}.
 *
 * Cross sections without cuts, or with cuts on the photon alone, are quadratures to $10^{-8}$ (of massless electrons for the
 * pair); a photon needs a cut on its energy.
 *
 * ```ts
 * const model = inelasticDarkMatter({ mass: 1, splitting: 0.1, darkPhotonMass: 3, epsilon: 1e-3, alphaD: 0.1 });
 * const cuts = { only: { 22: { energy: 0.1, cosTheta: 0.9 } } };
 * crossSection(inelasticPair(model, { beside: "photon" }), { sqrtS: 10.58, cuts }).value; // ≈ 6.504
 * ```
 * @param model - The particles, as `inelasticDarkMatter` gives them.
 * @param options - What is beside the pair, and the coupling and masses of QED.
 * @returns The process; final particles are $\chi_1$, $\chi_2$ and what is beside them.
 * @throws RangeError for a dark Higgs boson that the model does not have.
 * @see M. Duerr et al., arXiv:1911.03176 and arXiv:2012.08595, for the model
 */
export function inelasticPair(model: InelasticDarkMatter, options: InelasticPairOptions = {}): Process {
  requireOptions("inelasticPair", options, ["beside", ...qedOptions]);
  const { beside, alpha = ALPHA, masses = {}, vacuumPolarisation = true } = options;
  if (beside !== undefined) requireChoice("inelasticPair: beside", beside, ["photon", "dark Higgs boson"]);
  const { darkHiggs, darkPhoton, chi2 } = model;
  if (beside === "dark Higgs boson" && darkHiggs === undefined) {
    throw new RangeError("inelasticPair: the model must have a dark Higgs boson, got none: give it darkHiggsMass");
  }
  const higgs = beside === "dark Higgs boson" ? darkHiggs : undefined;
  // Beside h' two lines are dark photons, of which the first alone mixes with the photon: its factor is taken outside.
  const outside = higgs !== undefined && vacuumPolarisation;
  const full = modelOf(model, qed({ alpha, masses }), vacuumPolarisation && !outside);
  const chi2Id = mediatorId(chi2);
  const third = higgs !== undefined ? [mediatorId(higgs)] : beside === "photon" ? [22] : [];
  const lines = higgs === undefined ? ["e", darkPhoton.name] : [darkPhoton.name, "chi1", chi2.name];
  const plan = compile(full, [11, -11], [CHI1, -chi2Id, ...third], lines);
  const names = ["chi1", "chi2", ...(higgs !== undefined ? [higgs.name] : beside === "photon" ? ["gamma"] : [])];
  const base = processOf(
    plan,
    [CHI1, chi2Id, ...third],
    [chi2, ...(higgs ? [higgs] : [])],
    `e- e+ > ${names.join(" ")}`,
  );
  const dressed = (s: number): number => (outside ? photonDressing(s) : 1);
  const evaluate = evaluator(plan);
  const plain = (cuts: object): boolean => Object.values(cuts).every((cut) => cut === undefined);
  return {
    ...base,
    ...(beside === "photon" ? { hardestPhoton: 2 } : {}),
    squaredAmplitude(momenta, out, count) {
      base.squaredAmplitude(momenta, out, count);
      if (!outside) return;
      const [a, b] = momenta;
      for (let i = 0; i < count; i++) {
        const sum = a.e[i] + b.e[i];
        const [x, y, z] = [a.px[i] + b.px[i], a.py[i] + b.py[i], a.pz[i] + b.pz[i]];
        out[i] *= dressed(sum * sum - x * x - y * y - z * z);
      }
    },
    closedForm(sqrtS, cuts) {
      const own = { alpha, vacuumPolarisation, electronMass: base.incoming[0].mass };
      if (beside === "photon") return pairWithPhotonSection(model, sqrtS, cuts, own);
      if (!plain(cuts)) return undefined;
      if (higgs === undefined) return pairSection(model, sqrtS, own);
      const { mass: pole } = darkPhoton;
      const peak = { mass: pole, width: darkPhoton.width() };
      return (
        dressed(sqrtS * sqrtS) *
        vectorToThree(
          evaluate,
          plan.legs.map(({ field }) => field.mass),
          sqrtS,
          peak,
        )
      );
    },
  };
}

/** QED with the dark photon, both states and, if there is one, the dark Higgs boson. */
function modelOf(
  { parameters, darkPhoton, darkHiggs, chi2 }: InelasticDarkMatter,
  base: Model,
  dressed: boolean,
): Model {
  const { mass: m1, splitting, alphaD } = parameters;
  const gD = Math.sqrt(4 * Math.PI * alphaD);
  const vector = { ...darkPhoton, couplings: { vector: { e: darkPhoton.couplings.vector?.e ?? 0 } } };
  const tree = withMediator(base, vector);
  const fields = tree.fields.map((one) =>
    one.name === darkPhoton.name ? { ...one, vacuumPolarisation: dressed } : one,
  );
  const chi = { kind: "fermion", width: 0, charge: 0 } as const;
  fields.push(
    { ...chi, name: "chi1", mass: m1, pdgId: CHI1 },
    { ...chi, name: chi2.name, mass: chi2.mass, pdgId: mediatorId(chi2) },
  );
  const current = { kind: "vector", boson: darkPhoton.name, coupling: gD } as const;
  const vertices: Vertex[] = [
    ...tree.vertices,
    { ...current, fermions: ["chi1", chi2.name] },
    { ...current, fermions: [chi2.name, "chi1"] },
  ];
  if (darkHiggs === undefined) return { fields, vertices };
  const boson = darkHiggs.name;
  const field: Field = {
    name: boson,
    kind: "scalar",
    mass: darkHiggs.mass,
    width: 0,
    charge: 0,
    pdgId: mediatorId(darkHiggs),
  };
  const y = (HIGGS_CHARGE * gD * splitting * m1) / (2 * darkPhoton.mass);
  const strength = 2 * HIGGS_CHARGE * gD * darkPhoton.mass;
  return {
    fields: [...fields, field],
    vertices: [
      ...vertices,
      { kind: "higgs", vector: darkPhoton.name, boson, coupling: strength },
      { kind: "scalar", fermions: ["chi1", "chi1"], boson, coupling: -y },
      { kind: "scalar", fermions: [chi2.name, chi2.name], boson, coupling: y },
    ],
  };
}
