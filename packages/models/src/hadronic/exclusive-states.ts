import { square } from "@belladonna/numerics/elementary";
import type { Citation } from "@belladonna/sources";
import { references, type ReferenceKey } from "@belladonna/sources";
import type { DecayDynamics } from "../decay-dynamics.js";
import { MASS } from "../masses.js";
import { lightCurrents, type LightCurrents } from "./light-currents.js";
import { pionPairR } from "./pion-pairs.js";
import { VECTOR_MESON_END, vectorMesonWidth, type LightQuarkCouplings } from "./vector-meson.js";
import { vectorToKaons } from "./vector-to-kaons.js";
import { vectorToKaonsPion } from "./vector-to-kaons-pion.js";
import { vectorToMesonPhoton } from "./vector-to-meson-photon.js";
import { threePionDynamics, vectorToThreePions } from "./vector-to-three-pions.js";
import { vectorToEta, vectorToKaonsPions, vectorToMesonPions } from "./vector-to-vector-meson.js";

/** One exclusive hadronic state of a vector. */
export interface ExclusiveState {
  /** Name in field notation. */
  readonly name: string;
  /** PDG identities, empty for a sum over final states. */
  readonly products: readonly number[];
  /** Width, GeV. */
  readonly width: number;
  /** Where it is from. */
  readonly source: Citation;
  /** How its products share the energy, where that is known. */
  readonly dynamics?: DecayDynamics;
}

type Amplitude = (m: number, currents: LightCurrents) => number;

/** Two pions, with the threshold of two charged ones; the $R$ of the last point held above 2 GeV. */
const pions: Amplitude = (m, { rho }) =>
  (rho * rho * m * pionPairR(Math.min(m, VECTOR_MESON_END), 2 * MASS["pi+"])) / (12 * Math.PI);

/** A state: name, products, key in the tables, amplitude and its paper. */
type State = readonly [
  name: string,
  products: readonly number[],
  key: string | undefined,
  amplitude?: Amplitude,
  source?: ReferenceKey,
];

const states: readonly State[] = [
  ["pi0 gamma", [111, 22], "pi0_gamma", (m, c) => vectorToMesonPhoton(m, "pi0", c), "Achasov2016"],
  ["pi+ pi-", [211, -211], "pi+_pi-", pions, "Ilten2018"],
  ["pi+ pi- pi0", [211, -211, 111], "pi+_pi-_pi0", vectorToThreePions, "Czyz2006"],
  ["pi+ pi- pi+ pi-", [211, -211, 211, -211], "pi+_pi-_pi+_pi-"],
  ["pi+ pi- pi0 pi0", [211, -211, 111, 111], "pi+_pi-_pi0_pi0"],
  ["K Kbar", [], "K_K", vectorToKaons, "Plehn2020"],
  ["K Kbar pi", [], "K_K_pi", vectorToKaonsPion, "Plehn2020"],
  ["eta gamma", [221, 22], undefined, (m, c) => vectorToMesonPhoton(m, "eta", c), "Achasov2006"],
];

/** States of $\omega$ and $\phi$ alone, which the tables of arXiv:1801.04847 count among the other hadrons. */
const isoscalar: readonly (readonly [string, readonly number[], undefined, Amplitude, ReferenceKey])[] = [
  ["omega pi pi", [], undefined, (m, c) => vectorToMesonPions(m, "omega", c), "Plehn2020"],
  ["eta omega", [221, 223], undefined, (m, c) => vectorToEta(m, "omega", c), "Plehn2020"],
  ["phi pi pi", [], undefined, (m, c) => vectorToMesonPions(m, "phi", c), "Plehn2020"],
  ["eta phi", [221, 333], undefined, (m, c) => vectorToEta(m, "phi", c), "Plehn2020"],
  ["K* Kbar pi", [], undefined, vectorToKaonsPions, "Foguel2022"],
];

/** Matrix elements by the name of the state. */
const matrixElements: Readonly<Partial<Record<string, (m: number, currents: LightCurrents) => DecayDynamics>>> = {
  "pi+ pi- pi0": threePionDynamics,
};

const photon = { u: 2 / 3, d: -1 / 3, s: -1 / 3 } as const;
const photonCurrents: LightCurrents = { rho: 1, omega: 1, phi: 1 };

/** What the measured total leaves over all states of a photon: $\rho$ excitations to $\eta\pi\pi$, six pions, ... */
function isovectorRest(m: number): number {
  const measured = vectorMesonWidth(m, "other", photon);
  if (measured === 0) return 0;
  return Math.max(0, measured - isoscalar.reduce((sum, [, , , amplitude]) => sum + amplitude(m, photonCurrents), 0));
}

/**
 * Partial widths of a vector to exclusive hadronic states.
 *
 * `"currents"`: two and four pions, which only the $\rho$ makes, from measured $R$ (arXiv:1801.04847); all states where
 * $\rho$, $\omega$ and $\phi$ interfere or the isoscalars dominate from amplitudes fitted to $e^+e^-$ data, each meson
 * scaled by its current (arXiv:2201.01788 and the fits it uses); the rest of the measured total is given to the $\rho$.
 * `"tables"`: all from the tables of arXiv:1801.04847, which have no $\omega$ in $K\bar K$, none beside the $\rho$ in
 * $\pi^0\gamma$ and no $\omega\pi\pi$, $\eta\omega$.
 *
 * @param m - mass, GeV
 * @param q - couplings of the light quarks
 * @param from - which of the two; `undefined` for closed channels
 * @returns all states in a fixed order
 */
export function exclusiveStates(
  m: number,
  q: LightQuarkCouplings,
  from: "currents" | "tables" | undefined,
): readonly ExclusiveState[] {
  const currents = lightCurrents(q);
  const tabulated = (key: string | undefined): number => (key === undefined ? 0 : vectorMesonWidth(m, key, q));
  const { Ilten2018 } = references;
  const list = [...states, ...isoscalar].map(([name, products, key, amplitude, source]): ExclusiveState => {
    const dynamics = from === undefined ? undefined : matrixElements[name]?.(m, currents);
    const state = { name, products, ...(dynamics === undefined ? {} : { dynamics }) };
    if (from === "currents" && amplitude !== undefined && source !== undefined) {
      return { ...state, width: amplitude(m, currents), source: references[source] };
    }
    return { ...state, width: from === undefined ? 0 : tabulated(key), source: Ilten2018 };
  });
  const rest =
    from === "currents" ? square(currents.rho) * isovectorRest(m) : from === "tables" ? tabulated("other") : 0;
  return [...list, { name: "other hadrons", products: [], width: rest, source: Ilten2018 }];
}
