import { gluonWidths } from "../tables/alp-gluon.js";
import { references } from "@belladonna/sources";
import { MASS } from "../masses.js";
import { channel, type Channel } from "../mediator.js";
import { alphaS } from "./alpha-s.js";

const pi = MASS["pi+"];
const { pi0, eta } = MASS;
const etaPrime = MASS["eta'"];

// Name, key of the table, threshold (GeV), PDG identities. A linear table would open some of them below threshold.
const states: readonly (readonly [name: string, key: string, threshold: number, products: readonly number[]])[] = [
  ["pi+ pi- gamma", "2PiGamma", 2 * pi, [211, -211, 22]],
  ["pi+ pi- pi0", "3Pi", 2 * pi + pi0, [211, -211, 111]],
  ["pi0 pi0 pi0", "3Pi0", 3 * pi0, [111, 111, 111]],
  ["eta pi pi", "2PiEta", eta + 2 * pi0, []],
  ["eta' pi pi", "2PiEtaPrim", etaPrime + 2 * pi0, []],
  ["K Kbar pi", "2KPi", 2 * MASS["K+"] + pi0, []],
  ["K* K*bar", "2Kstar", 2 * (MASS["K+"] + pi0), []],
  ["rho rho", "2Rho", 4 * pi, []],
  ["omega omega", "2Omega", 2 * (2 * pi + pi0), [223, 223]],
  ["phi phi", "2Phi", 4 * MASS["K+"], [333, 333]],
];

/** Mass at which gluons take over from exclusive states, GeV: the end of the tables. */
const ALP_GLUON_END = 2.99;

/** eV at $C/\Lambda$ = 1/TeV to GeV at $C/\Lambda$ = 1/GeV. */
const UNIT = 1e-9 * 1e6;

/**
 * Width of an axion-like particle to gluons, to next-to-leading order,
 * $$\Gamma=\frac{32\pi\alpha_s^2m^3C^2}{\Lambda^2}\Bigl(1+\frac{83\,\alpha_s}{4\pi}\Bigr)$$
 * for $\mathcal L=g_s^2\tfrac{C}{\Lambda}aG\tilde G$.
 *
 * @param m - mass, GeV, above 1
 * @param c - $C/\Lambda$, GeV⁻¹
 * @returns width, GeV
 * @see Bauer, Neubert, Thamm, arXiv:1708.00443
 */
export function alpToGluons(m: number, c: number): number {
  const a = alphaS(m);
  return 32 * Math.PI * a * a * m ** 3 * c * c * (1 + (83 * a) / (4 * Math.PI));
}

/** Width to two photons that a gluon coupling alone makes, GeV; $m^3$ below the table, 0 above its end. */
export function alpGluonsToPhotons(m: number, c: number): number {
  const { first } = gluonWidths["2Gamma"];
  if (m >= ALP_GLUON_END) return 0;
  const scale = m < first ? (m / first) ** 3 : 1;
  return UNIT * c * c * gluonWidths["2Gamma"](Math.max(m, first)) * scale;
}

/**
 * The hadronic channels of an axion-like particle with a gluon coupling: exclusive states with chiral, vector-meson and
 * measured form factors below 3 GeV, gluons above. At 3 GeV the two differ by a factor 1.35, which is the spread given.
 *
 * @param m - mass, GeV, > 0
 * @param c - $C/\Lambda$ of $g_s^2\tfrac{C}{\Lambda}aG\tilde G$, GeV⁻¹
 * @returns all channels, closed ones with width 0
 */
export function alpHadrons(m: number, c: number): Channel[] {
  const low = m < ALP_GLUON_END;
  const { Aloni2019, Bauer2017 } = references;
  const spread = [0.74, 1.35] as const;
  let sum = 0;
  const list = states.map(([name, key, threshold, products]) => {
    const of = gluonWidths[key];
    const inside = low && m > threshold && (key.startsWith("3Pi") ? m <= of.last : true);
    const width = inside ? UNIT * c * c * of(m) : 0;
    sum += width;
    return channel(name, products, width, "hadrons", Aloni2019, spread);
  });
  // Above 1 GeV the digitised total carries states that have no table; below, its peaks are those of the states, shifted
  // by the width of a line.
  const total = low && m > 1 ? UNIT * c * c * gluonWidths.total(m) - alpGluonsToPhotons(m, c) : 0;
  list.push(channel("other hadrons", [], Math.max(0, total - sum), "hadrons", Aloni2019, spread));
  list.push(channel("gluon gluon", [21, 21], low ? 0 : alpToGluons(m, c), "hadrons", Bauer2017, spread));
  return list;
}
