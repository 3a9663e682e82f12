import { cube, exp, hypot, log as ln, square } from "@belladonna/numerics/elementary";
import { gluonWidths } from "../tables/alp-gluon.js";
import { integrateGauss } from "@belladonna/numerics";
import { references } from "@belladonna/sources";
import { MASS } from "../masses.js";
import { channel, type PartialWidth } from "../mediator.js";
import { leptonLoopCoupling } from "../widths/lepton-loop.js";
import { alpToPhotons } from "../widths/photons.js";
import { alphaS } from "./alpha-s.js";
import { mesonFractions, POLE_TAIL_END, withMesonPoles, type SpreadWidth } from "./meson-poles.js";

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

/** Lowest and highest ratio to the widths: quarks and gluons over exclusive states where they meet, and its inverse. */
const tableSpread = [0.74, 1.35] as const;

// In a function, so that a bundle without axions leaves the tables out.
const widthOf = /* @__PURE__ */ (() => {
  const { pi0: pion, eta: light, etaPrime: heavy } = mesonFractions;
  return withMesonPoles(
    gluonWidths,
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
        "2PiEta": heavy.etaChargedPions + heavy.etaNeutralPions,
        "3Pi": heavy.threePions,
        "3Pi0": heavy.threeNeutralPions,
        "2Rho": heavy.fourChargedPions + heavy.mixedFourPions,
      },
    ],
    tableSpread,
    UNIT,
  );
})();

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
  return 32 * Math.PI * a * a * cube(m) * c * c * (1 + (83 * a) / (4 * Math.PI));
}

/** Scale at which no coupling to quarks is left of the gluons' making, GeV: the answer goes with its logarithm. */
const QUARKS_DECOUPLED = 1000;

/**
 * Coupling to each quark that gluons make, in leading logarithm,
 * $$\frac{c_q(m)}{c_G}=\frac{2}{\pi^2}\int_m^\Lambda\alpha_s^2(\mu)\,d\ln\mu,$$
 * derived from the two-loop anomalous dimension of the singlet axial current, $\mu^2dJ/d\mu^2=-6C_Fn_f(\alpha_s/4\pi)^2J$.
 *
 * @param m - mass, GeV
 * @param scale - $\Lambda$, GeV; 1 TeV when absent
 * @returns dimensionless
 * @see Larin, hep-ph/9302240
 */
export function quarkCouplingByGluons(m: number, scale: number = QUARKS_DECOUPLED): number {
  if (m >= scale) return 0;
  return (2 / square(Math.PI)) * integrateGauss((log) => square(alphaS(exp(log))), ln(m), ln(scale), 16);
}

/** $N_cQ^2$ of the quarks in the loop. */
const loopQuarks = [
  [MASS.u, 4 / 3],
  [MASS.d, 1 / 3],
  [MASS.s, 1 / 3],
  [MASS.c, 4 / 3],
  [MASS.b, 1 / 3],
] as const;

/**
 * Width to two photons that a gluon coupling alone makes. Below 2.99 GeV by mesons, from the tables, $m^3$ below their
 * first point; above by loops of quarks that couple as {@link quarkCouplingByGluons} says. Where the two meet the loops give
 * 0.32 of the width. The spread of the loops is that of the scale $\Lambda$ from 100 GeV to $10^{16}$ GeV and of the mesons
 * there; terms without a logarithm are not known.
 *
 * @param m - mass, GeV, > 0
 * @param c - $C/\Lambda$ of $g_s^2\tfrac{C}{\Lambda}aG\tilde G$, GeV⁻¹
 * @returns width, GeV, and its spread
 */
export function alpGluonsToPhotons(m: number, c: number): SpreadWidth {
  if (m >= ALP_GLUON_END) {
    // c_G/f = 16 pi^2 C/Lambda
    const coupling = 16 * square(Math.PI) * c * quarkCouplingByGluons(m);
    let [re, im] = [0, 0];
    for (const [mass, weight] of loopQuarks) {
      const [a, b] = leptonLoopCoupling(m, mass, weight * coupling);
      re += a;
      im += b;
    }
    return { width: alpToPhotons(m, hypot(re, im)), spread: [0.45, 3.2] };
  }
  const { first } = gluonWidths["2Gamma"];
  const { width, spread } = widthOf("2Gamma", Math.max(m, first), c * c);
  return { width: UNIT * c * c * width * cube(Math.min(1, m / first)), spread };
}

/**
 * The hadronic channels of an axion-like particle with a gluon coupling: exclusive states with chiral, vector-meson and
 * measured form factors below 3 GeV, gluons above. At 3 GeV the two differ by a factor 1.35, which is the spread given.
 * Next to $\pi^0$, $\eta$ and $\eta'$ it decays as they do, see `withMesonPoles`.
 *
 * @param m - mass, GeV, > 0
 * @param c - $C/\Lambda$ of $g_s^2\tfrac{C}{\Lambda}aG\tilde G$, GeV⁻¹
 * @returns all channels, closed ones with width 0
 */
export function alpHadrons(m: number, c: number): PartialWidth[] {
  const low = m < ALP_GLUON_END;
  const { Aloni2019, Bauer2017 } = references;
  let sum = 0;
  const list = states.map(([name, key, threshold, products]) => {
    const ends = Math.max(gluonWidths[key].last, POLE_TAIL_END);
    const open = low && m > threshold && m <= ends;
    const { width, spread } = open ? widthOf(key, m, c * c) : { width: 0, spread: tableSpread };
    sum += UNIT * c * c * width;
    return channel(name, products, UNIT * c * c * width, "hadrons", Aloni2019, spread);
  });
  // Above 1 GeV the digitised total carries states that have no table; below, its peaks are those of the states, shifted
  // by the width of a line.
  const total = low && m > 1 ? UNIT * c * c * gluonWidths.total(m) - alpGluonsToPhotons(m, c).width : 0;
  list.push(channel("other hadrons", [], Math.max(0, total - sum), "hadrons", Aloni2019, tableSpread));
  list.push(channel("gluon gluon", [21, 21], low ? 0 : alpToGluons(m, c), "hadrons", Bauer2017, tableSpread));
  return list;
}
