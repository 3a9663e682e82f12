import { cube } from "@belladonna/numerics/elementary";
import { MASS } from "../masses.js";
import type { Complex } from "../widths/loop-mixing.js";
import { pairVelocity } from "../widths/fermion-pair.js";
import { CurrentMatrix, widthOfMatrix, type LightCurrents } from "./light-currents.js";
import { AmplitudeSum, fixedWidth, gounarisSakurai, pWave } from "./resonances.js";

const PION = 0.13957018;

/** Fitted resonances of one current: couplings, masses and widths (GeV); one coupling more than masses. */
interface Tower {
  /** Slope of the dual model, which solves $\frac{2}{\sqrt\pi}\frac{\Gamma(\beta-1/2)}{\Gamma(\beta-1)}=c_0$. */
  readonly beta: number;
  readonly couplings: readonly number[];
  readonly masses: readonly number[];
  readonly widths: readonly number[];
}

/** Fits to data on both charges; exported for its test. */
export const kaonTowers: Readonly<Record<keyof LightCurrents, Tower>> = {
  rho: {
    beta: 2.19680664981,
    couplings: [1.11489166185, -0.0503747797371, -0.0149089062837, -0.0390247599762, -0.0383414652159],
    masses: [0.77549, 1.5206995754, 1.74097192466, 1.99228113143],
    widths: [0.1494, 0.213417283178, 0.0841222441479, 0.289973327244],
  },
  omega: {
    beta: 2.69362046873,
    couplings: [1.36532296806, -0.027751565675, -0.324971655592, 1.39931531619],
    masses: [0.78265, 1.41443442687, 1.65537523128],
    widths: [0.00849, 0.0854413887756, 0.160317604448],
  },
  phi: {
    beta: 1.94518176559,
    couplings: [0.965842498579, -0.00237976632072, -0.195621164022, 0.165277714852],
    masses: [1.01942091716, 1.59475927846, 2.1569713412],
    widths: [0.00425265333233, 0.0287418218474, 0.673755617418],
  },
};

/** Couplings of neutral kaons to the $\phi$, relative to charged ones. */
const ETA_PHI = 1.055;

/** Number of resonances of the dual model. */
const TOWER = 200;

/**
 * Couplings of the tower: those of the fit, then those of the dual model,
 * $$c_n=\frac{(-1)^n\Gamma(\beta-\frac12)}{\sqrt\pi(\frac12+n)}\frac{\sin\pi(\beta-1-n)}{\pi}\frac{\Gamma(2-\beta+n)}{\Gamma(1+n)}
 *   =\frac{c_0}{1+2n}\prod_{k=1}^n\frac{1-\beta+k}{k},$$
 * the first of these shifted so that they sum to 1.
 */
function couplingsOf({ couplings, beta }: Tower): readonly number[] {
  const given = couplings.length;
  const all: number[] = [];
  let ratio = couplings[0];
  for (let n = 0; n < TOWER; n++) {
    if (n > 0) ratio *= (1 - beta + n) / n;
    all.push(n < given ? couplings[n] : ratio / (1 + 2 * n));
  }
  all[given] += 1 - all.reduce((sum, c) => sum + c, 0);
  return all;
}

type Line = (s: number, kaon: number) => Complex;

/** All resonances of a current: coupling and line shape. Excited ones have masses $M_0\sqrt{1+2n}$. */
function towerOf(current: keyof LightCurrents): readonly (readonly [number, Line])[] {
  const tower = kaonTowers[current];
  const { masses, widths } = tower;
  // width over mass of the excited states
  const broad = { rho: widths[0] / masses[0], omega: 0.5, phi: 0.2 }[current];
  return couplingsOf(tower).map((c, n) => {
    const M = n < masses.length ? masses[n] : masses[0] * Math.sqrt(1 + 2 * n);
    const width = n < widths.length ? widths[n] : broad * M;
    if (current === "omega") return [c, (s) => fixedWidth(s, M, width)];
    if (current === "phi") return [c, (s, kaon) => pWave(s, M, width, kaon, kaon)];
    const shape = gounarisSakurai(M, width, PION);
    return [c, shape];
  });
}

let towers: Readonly<Record<keyof LightCurrents, readonly (readonly [number, Line])[]>> | undefined;

/** Form factors of one current, normalised to 1 at $s=0$ but for the broken symmetry of the $\phi$. */
function currentFormFactor(current: keyof LightCurrents, s: number, isCharged: boolean): Complex {
  towers ??= { rho: towerOf("rho"), omega: towerOf("omega"), phi: towerOf("phi") };
  const mass = MASS[isCharged ? "K+" : "K0"];
  const sum = new AmplitudeSum();
  for (const [n, [c, line]] of towers[current].entries()) {
    sum.add(current === "phi" && n === 0 && !isCharged ? c * ETA_PHI : c, line(s, mass));
  }
  return [sum.re, sum.im];
}

const scaled = (weight: number, [re, im]: Complex): Complex => [weight * re, weight * im];

/** Adds $w|F_K|^2$, $F_K=\pm\frac12F_\rho+\frac16F_\omega+\frac13F_\phi$ with the upper sign for charged kaons. */
function addFormFactor(to: CurrentMatrix, w: number, s: number, isCharged: boolean): void {
  to.add(
    w,
    scaled(isCharged ? 1 / 2 : -1 / 2, currentFormFactor("rho", s, isCharged)),
    scaled(1 / 6, currentFormFactor("omega", s, isCharged)),
    scaled(1 / 3, currentFormFactor("phi", s, isCharged)),
  );
}

/**
 * Squared form factor of the kaon, $F_K=\pm\frac12F_\rho+\frac16F_\omega+\frac13F_\phi$ (upper sign for charged kaons),
 * each part scaled by its current: at $q^2=0$ it is the charge of the kaon, 0 for baryon number, where $\omega$ and
 * $\phi$ cancel.
 *
 * @param s - $q^2$, GeV²
 * @param kaon - charge
 * @param currents - strengths of the light currents
 * @returns $|F_K|^2$
 */
export function kaonFormFactor(s: number, kaon: "charged" | "neutral", currents: LightCurrents): number {
  const matrix = new CurrentMatrix();
  addFormFactor(matrix, 1, s, kaon === "charged");
  return matrix.at(currents);
}

const width = /* @__PURE__ */ widthOfMatrix((m) => {
  const sum = new CurrentMatrix();
  for (const isCharged of [true, false]) {
    const beta = pairVelocity(m, MASS[isCharged ? "K+" : "K0"]);
    if (beta > 0) addFormFactor(sum, (m * cube(beta)) / (48 * Math.PI), m * m, isCharged);
  }
  return sum;
});

/**
 * Width of a vector to $K^+K^-$ and $K^0\bar K^0$, $\Gamma=\frac{m\beta^3}{48\pi}|F_K|^2$ each.
 *
 * @param m - mass, GeV
 * @param currents - strengths of the light currents
 * @returns width, GeV; 0 below threshold
 * @see Czyz, Grzelinska, Kuhn, arXiv:1002.0279; fit: Plehn, Reimitz, Richardson, arXiv:1911.11147
 */
export function vectorToKaons(m: number, currents: LightCurrents): number {
  return m <= 2 * MASS["K+"] ? 0 : width(m, currents);
}
