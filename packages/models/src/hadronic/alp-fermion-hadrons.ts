import { cube, square } from "@belladonna/numerics/elementary";
import { fermionWidths } from "../tables/alp-fermion.js";
import { references } from "@belladonna/sources";
import { MASS } from "../masses.js";
import { channel, type PartialWidth } from "../mediator.js";
import { pairVelocity } from "../widths/fermion-pair.js";
import { leptonLoopCoupling, pseudoscalarLoop } from "../widths/lepton-loop.js";
import type { Complex } from "../widths/loop-mixing.js";
import { alphaS } from "./alpha-s.js";
import { mesonFractions, withMesonPoles, type SpreadWidth } from "./meson-poles.js";

const K = 321;
const pi = 211;

// Name, key of the table, PDG identities.
const states: readonly (readonly [name: string, key: string, products: readonly number[]])[] = [
  ["pi+ pi- gamma", "2PiGamma", [pi, -pi, 22]],
  ["pi+ pi- pi0", "3Pi", [pi, -pi, 111]],
  ["pi0 pi0 pi0", "3Pi0", [111, 111, 111]],
  ["eta pi+ pi-", "2PiEta", [221, pi, -pi]],
  ["eta pi0 pi0", "2Pi0Eta", [221, 111, 111]],
  ["eta' pi+ pi-", "2PiEtaPrim", [331, pi, -pi]],
  ["eta' pi0 pi0", "2Pi0EtaPrim", [331, 111, 111]],
  ["eta eta eta", "3Eta", [221, 221, 221]],
  ["omega pi+ pi-", "2PiOmega", [223, pi, -pi]],
  ["pi+ pi- pi+ pi-", "4Pi", [pi, -pi, pi, -pi]],
  ["pi+ pi- pi0 pi0", "2Pi2Pi0", [pi, -pi, 111, 111]],
  ["K+ K- pi0", "2KPi0", [K, -K, 111]],
  ["K0 K0bar pi0", "2K0Pi0", [311, -311, 111]],
  ["K K0 pi", "KK0Pi", []],
  ["K*+ K*-", "2Kstar", [323, -323]],
  ["K*0 K*0bar", "2Kstar0", [313, -313]],
  ["omega omega", "2Omega", [223, 223]],
  ["phi phi", "2Phi", [333, 333]],
];

// Name, identity, mass, $N_cQ^2$, and the lightest meson that opens the pair.
const quarks: readonly (readonly [name: string, id: number, mass: number, weight: number, meson: number])[] = [
  ["u ubar", 2, MASS.u, 4 / 3, MASS["pi+"]],
  ["d dbar", 1, MASS.d, 1 / 3, MASS["pi+"]],
  ["s sbar", 3, MASS.s, 1 / 3, MASS["K+"]],
  ["c cbar", 4, MASS.c, 4 / 3, MASS.D0],
  ["b bbar", 5, MASS.b, 1 / 3, MASS["B+"]],
];

/**
 * Mass at which quarks and gluons take over from exclusive states, GeV. Above it the table follows charm quarks from
 * 2.58 GeV, below the lightest pair of charmed mesons, with a jump that no loop function has.
 */
const ALP_FERMION_END = 2.45;

// The table is for 1/f, the coupling of this package is c/2f.
const UNIT = 1 / 4;

// The tables of the same paper in SensCalc 1.3.3 are 0.66 to 0.83 times these at four masses from 1 to 2.17 GeV.
const spread = [0.66, 1] as const;
const perturbative = [0.9, 1.95] as const;

// In a function, so that a bundle without axions leaves the tables out.
const widthOf = /* @__PURE__ */ (() => {
  const { pi0: pion, eta: light, etaPrime: heavy } = mesonFractions;
  return withMesonPoles(
    fermionWidths,
    [
      { "2Gamma": pion.gammaGamma },
      {
        "2Gamma": light.gammaGamma,
        "3Pi0": light.threeNeutralPions,
        "3Pi": light.threePions,
        "2PiGamma": light.pionsGamma,
      },
      {
        "2Gamma": heavy.gammaGamma,
        "2PiGamma": heavy.pionsGamma,
        "2PiEta": heavy.etaChargedPions,
        "2Pi0Eta": heavy.etaNeutralPions,
        "3Pi": heavy.threePions,
        "3Pi0": heavy.threeNeutralPions,
        "4Pi": heavy.fourChargedPions,
        "2Pi2Pi0": heavy.mixedFourPions,
      },
    ],
    spread,
    UNIT,
  );
})();

/**
 * Width of an axion-like particle to gluons through loops of quarks,
 * $$\Gamma=\frac{\alpha_s^2m^3}{8\pi^3f^2}\Bigl|\sum_q\tfrac{c}{2}B_1(\tau_q)\Bigr|^2\Bigl(1+\frac{83\,\alpha_s}{4\pi}\Bigr).$$
 *
 * @param m - mass, GeV, above 1
 * @param c - $c/f$ of all quarks, GeV$^{-1}$
 * @returns width, GeV
 * @see Bauer, Neubert, Thamm, arXiv:1708.00443
 */
export function alpFermionToGluons(m: number, c: number): number {
  let [re, im] = [0, 0];
  for (const [, , mass] of quarks) {
    const [a, b] = pseudoscalarLoop(m, mass);
    re += a / 2;
    im += b / 2;
  }
  const a = alphaS(m);
  return ((a * a * cube(m)) / (8 * cube(Math.PI))) * c * c * (re * re + im * im) * (1 + (83 * a) / (4 * Math.PI));
}

/** Width to two photons through mesons, GeV; $m^3$ below the table, 0 above its end, where loops of quarks take over. */
export function alpFermionToPhotons(m: number, c: number): SpreadWidth {
  if (m >= ALP_FERMION_END) return { width: 0, spread };
  const { first } = fermionWidths["2Gamma"];
  const { width, spread: range } = widthOf("2Gamma", Math.max(m, first), c * c);
  return { width: UNIT * c * c * width * cube(Math.min(1, m / first)), spread: range };
}

/** Photon coupling that loops of quarks add where mesons no longer do, GeV$^{-1}$; 0 below. */
export function quarkLoopCoupling(m: number, c: number): Complex {
  let [re, im] = [0, 0];
  if (m < ALP_FERMION_END) return [re, im];
  for (const [, , mass, weight] of quarks) {
    const [a, b] = leptonLoopCoupling(m, mass, weight * c);
    re += a;
    im += b;
  }
  return [re, im];
}

/**
 * The hadronic channels of an axion-like particle with one coupling to all fermions: exclusive states below 2.45 GeV,
 * gluons and quarks above,
 * $$\Gamma(a\to q\bar q)=\frac{3\,c^2m_q^2\,m}{8\pi f^2}\sqrt{1-\frac{4m_M^2}{m^2}},$$
 * $M$ the lightest meson with the quark. At 2.45 GeV the two differ by a factor 1.25. Next to $\pi^0$, $\eta$ and $\eta'$ it
 * decays as they do, see `withMesonPoles`.
 *
 * @param m - mass, GeV, > 0
 * @param c - $c/f$ of $\tfrac{c}{2f}\,\partial_\mu a\,\bar q\gamma^\mu\gamma_5q$, GeV$^{-1}$
 * @returns all channels, closed ones with width 0
 * @see Dalla Valle Garcia et al., arXiv:2310.03524
 */
export function alpFermionHadrons(m: number, c: number): PartialWidth[] {
  const low = m < ALP_FERMION_END;
  const { DallaValleGarcia2024: paper, Bauer2017 } = references;
  let sum = 0;
  const list = states.map(([name, key, products]) => {
    const { width: of, spread: range } = low ? widthOf(key, m, c * c) : { width: 0, spread };
    const width = UNIT * c * c * of;
    sum += width;
    return channel(name, products, width, "hadrons", paper, range);
  });
  // Below 1 GeV the listed states are all there is.
  const total = low && m > 1 ? UNIT * c * c * fermionWidths.total(m) : 0;
  list.push(channel("other hadrons", [], Math.max(0, total - sum), "hadrons", paper, spread));
  for (const [name, id, mass, , meson] of quarks) {
    const width = low ? 0 : ((3 * square(c * mass) * m) / (8 * Math.PI)) * pairVelocity(m, meson);
    list.push(channel(name, [id, -id], width, "hadrons", Bauer2017, perturbative));
  }
  const gluons = low ? 0 : alpFermionToGluons(m, c);
  list.push(channel("gluon gluon", [21, 21], gluons, "hadrons", Bauer2017, perturbative));
  return list;
}
