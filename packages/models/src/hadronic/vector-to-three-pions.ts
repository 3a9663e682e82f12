import { cube, square } from "@belladonna/numerics/elementary";
import type { DecayDynamics } from "../decay-dynamics.js";
import { pairMass2 } from "../widths/products.js";
import { MASS } from "../masses.js";
import { gaussLegendre } from "@belladonna/numerics";
import type { Complex } from "../widths/loop-mixing.js";
import { CurrentMatrix, widthOfMatrix, type LightCurrents } from "./light-currents.js";
import { AmplitudeSum, fixedWidth, pWave } from "./resonances.js";

const PION = MASS["pi+"];
const NEUTRAL = MASS.pi0;

/** Where the data of the fit begin, GeV. The fit is with the mass of the charged pion for all three. */
const FIRST = 0.66;

/** $\rho$, $\rho'$, $\rho''$ of the pion pairs: mass and width, GeV. */
const rhos = [
  [0.77609, 0.14446],
  [1.465, 0.31],
  [1.7, 0.235],
] as const;

/** Terms of the isoscalar form factor: mass and width (GeV), coupling (GeV⁻³), which $\rho$ of the pairs. */
type Term = readonly [mass: number, width: number, coupling: number, rho: 0 | 1 | 2];
const omegas: readonly Term[] = [
  [0.7824, 0.00869, 18.2, 0],
  [1.375, 0.25, -0.77, 0],
  [1.631, 0.245, -1.12, 0],
  [1.631, 0.245, -0.59, 2],
];
const phis: readonly Term[] = [
  [1.01924, 0.00414, -0.87, 0],
  [1.01924, 0.00414, -0.72, 1],
];

/** Weight of each $\rho$ at $q^2=s$. */
function weights(s: number, terms: readonly Term[]): readonly AmplitudeSum[] {
  const sums = rhos.map(() => new AmplitudeSum());
  for (const [M, width, coupling, k] of terms) sums[k].add(coupling, fixedWidth(s, M, width));
  return sums;
}

function combine(weight: readonly AmplitudeSum[], pairs: readonly AmplitudeSum[]): Complex {
  let [re, im] = [0, 0];
  for (const [k, { re: a, im: b }] of weight.entries()) {
    re += a * pairs[k].re - b * pairs[k].im;
    im += a * pairs[k].im + b * pairs[k].re;
  }
  return [re, im];
}

function matrixOf(m: number, pi0: number, scale: number): CurrentMatrix {
  const sum = new CurrentMatrix();
  const s = m * m;
  const [omega, phi] = [weights(s, omegas), weights(s, phis)];
  const [low, high] = [4 * PION * PION, square(m - pi0)];
  const { x: t, w: wt } = gaussLegendre(40);
  const { x: cosine, w: wc } = gaussLegendre(32);
  const norm = scale / (cube(2 * Math.PI) * 96 * cube(m));
  for (let i = 0; i < t.length; i++) {
    // flat at both ends, where momenta vanish
    const u = (1 + t[i]) / 2;
    const s0 = low + (high - low) * u * u * (3 - 2 * u);
    // momenta of a charged pion and of pi0 in the rest frame of the pair, and of pi0 in that of the vector
    const p = Math.sqrt(Math.max(0, s0 / 4 - PION * PION));
    const q = Math.sqrt(Math.max(0, (high - s0) * (square(m + pi0) - s0))) / (2 * m);
    const k0 = (q * m) / Math.sqrt(s0);
    const middle = (s + 2 * PION * PION + pi0 * pi0 - s0) / 2;
    const outer = norm * (high - low) * 3 * u * (1 - u) * wt[i] * 2 * p * k0 * s * square(p * q);
    const neutral = rhos.map(([M, width]) => pWave(s0, M, width, PION, PION));
    // symmetric under the exchange of the charged pions
    for (let j = 0; j < cosine.length; j++) {
      const cos = cosine[j];
      if (cos < 0) continue;
      const pairs = rhos.map(([M, width], k) =>
        new AmplitudeSum()
          .add(1, neutral[k])
          .add(1, pWave(middle + 2 * p * k0 * cos, M, width, PION, pi0))
          .add(1, pWave(middle - 2 * p * k0 * cos, M, width, PION, pi0)),
      );
      sum.add(2 * outer * wc[j] * (1 - cos * cos), [0, 0], combine(omega, pairs), combine(phi, pairs));
    }
  }
  return sum;
}

let join: number | undefined;

/** The fit where it has data; below, the same amplitude with the mass of each pion, which is 8 % more phase space there. */
function matrix(m: number): CurrentMatrix {
  if (m >= FIRST) return matrixOf(m, PION, 1);
  const omega = { rho: 0, omega: 1, phi: 0 };
  join ??= matrixOf(FIRST, PION, 1).at(omega) / matrixOf(FIRST, NEUTRAL, 1).at(omega);
  return matrixOf(m, NEUTRAL, join);
}

const width = /* @__PURE__ */ widthOfMatrix(matrix);

/**
 * Width of a vector to $\pi^+\pi^-\pi^0$ by $\omega$, $\phi$ and their excitations, each decaying to a $\rho$ and a pion,
 * $$\Gamma=\frac{1}{(2\pi)^3\,96\,m^3}\int ds_+\,ds_-\;m^2\,|\vec p_+\times\vec p_-|^2\,|F|^2 ,$$
 * without the small part that breaks isospin, 3 % for a photon. Below 0.66 GeV, where there are no data, the amplitude is
 * that of the fit and phase space that of $2m_{\pi^+}+m_{\pi^0}$, its threshold. Relative error of the integral below 6e-4 to 2 GeV.
 *
 * @param m - mass, GeV
 * @param currents - strengths of the light currents
 * @returns width, GeV; 0 below threshold
 * @see Czyz, Grzelinska, Kuhn, Rodrigo, hep-ph/0512180
 */
export function vectorToThreePions(m: number, currents: LightCurrents): number {
  return m <= 2 * PION + NEUTRAL || (currents.omega === 0 && currents.phi === 0) ? 0 : width(m, currents);
}

/**
 * How $\pi^+$, $\pi^-$ and $\pi^0$, in this order, share the energy: $|\vec p_+\times\vec p_-|^2|F|^2$ of {@link vectorToThreePions}, averaged over the
 * spin of the vector.
 *
 * @param m - mass, GeV
 * @param currents - strengths of the light currents
 * @returns the squared matrix element, up to a constant
 */
export function threePionDynamics(m: number, currents: LightCurrents): DecayDynamics {
  const [omega, phi] = [weights(m * m, omegas), weights(m * m, phis)];
  const total = rhos.map((_, k) =>
    new AmplitudeSum().add(currents.omega, [omega[k].re, omega[k].im]).add(currents.phi, [phi[k].re, phi[k].im]),
  );
  return {
    value(p) {
      const masses = [pairMass2(p, 0, 1), pairMass2(p, 0, 2), pairMass2(p, 1, 2)];
      const pairs = rhos.map(([M, width]) =>
        masses.reduce(
          (sum, s, pair) => sum.add(1, pWave(s, M, width, PION, pair === 0 ? PION : NEUTRAL)),
          new AmplitudeSum(),
        ),
      );
      const [re, im] = combine(total, pairs);
      const x = p[1] * p[6] - p[2] * p[5];
      const y = p[2] * p[4] - p[0] * p[6];
      const z = p[0] * p[5] - p[1] * p[4];
      return (x * x + y * y + z * z) * (re * re + im * im);
    },
  };
}
