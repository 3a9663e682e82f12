import { nodes } from "../quadrature.js";
import type { Complex } from "../widths/loop-mixing.js";
import { CurrentMatrix, widthOfMatrix, type LightCurrents } from "./light-currents.js";
import { AmplitudeSum, fixedWidth, pWave } from "./resonances.js";

const [KAON, KAON0, PION, PION0] = [0.493677, 0.497648, 0.13957018, 0.1349766];

/** Mass and width of the $K^*$, GeV, and its coupling to $K\pi$. */
const [KSTAR, KSTAR_WIDTH, G] = [0.8956, 0.047, 5.37392360229];

/** Resonances of the isoscalar ($\phi'$) and isovector ($\rho$) amplitudes: mass, width (GeV), amplitude (GeV⁻¹), phase (rad). */
type Excitation = readonly [mass: number, width: number, amplitude: number, phase: number];
const isoscalar: readonly Excitation[] = [
  [1.6334, 0.218, 0.233, 1.1e-7],
  [1.957, 0.267, 0.0405, 5.19],
];
const isovector: readonly Excitation[] = [
  [0.77526, 0.1491, -2.34, 0],
  [1.47, 0.4, 0.594, 0.317],
  [1.72, 0.25, -0.0179, 2.57],
];

/** The three charge modes: kaon, pion, kaon (GeV), multiplicity, sign of the isovector in the first and the second pair. */
const modes = [
  [KAON0, PION0, KAON0, 1, 1, 1],
  [KAON, PION0, KAON, 1, -1, -1],
  [KAON0, PION, KAON, 2, 1, -1],
] as const;

const amplitude = (s: number, terms: readonly Excitation[]): AmplitudeSum => {
  const sum = new AmplitudeSum();
  for (const [M, width, a, phase] of terms) sum.add(a / Math.sqrt(6), fixedWidth(s, M, width), phase);
  return sum;
};

const times = ({ re, im }: AmplitudeSum, [x, y]: Complex): Complex => [re * x - im * y, re * y + im * x];

const matrix = (m: number): CurrentMatrix => {
  const sum = new CurrentMatrix();
  const [a0, a1] = [amplitude(m * m, isoscalar), amplitude(m * m, isovector)];
  const [t, wt] = nodes(40);
  const [cosine, wc] = nodes(20);
  const norm = (4 * G * G) / (KSTAR ** 4 * (2 * Math.PI) ** 3 * 96 * m ** 3);
  for (const [m1, m2, m3, count, sign1, sign2] of modes) {
    const [low, high] = [(m1 + m2) ** 2, (m - m3) ** 2];
    if (high <= low || m <= m1 + m2 + m3) continue;
    for (let i = 0; i < t.length; i++) {
      const u = (1 + t[i]) / 2;
      const s12 = low + (high - low) * u * u * (3 - 2 * u);
      const r = Math.sqrt(s12);
      // momenta in the rest frame of the pair (p, k) and of the third in that of the vector (q)
      const p = Math.sqrt(Math.max(0, (s12 - low) * (s12 - (m1 - m2) ** 2))) / (2 * r);
      const q = Math.sqrt(Math.max(0, (high - s12) * ((m + m3) ** 2 - s12))) / (2 * m);
      const k = (q * m) / r;
      const [e2, e3] = [(s12 - m1 * m1 + m2 * m2) / (2 * r), (m * m - s12 - m3 * m3) / (2 * r)];
      const first = pWave(s12, KSTAR, KSTAR_WIDTH, m1, m2);
      const outer = count * norm * (high - low) * 3 * u * (1 - u) * wt[i] * 2 * p * k * (m * p * q) ** 2;
      for (let j = 0; j < cosine.length; j++) {
        const s23 = m2 * m2 + m3 * m3 + 2 * (e2 * e3 + p * k * cosine[j]);
        const second = pWave(s23, KSTAR, KSTAR_WIDTH, m2, m3);
        const even: Complex = [first[0] + second[0], first[1] + second[1]];
        const odd: Complex = [sign1 * first[0] + sign2 * second[0], sign1 * first[1] + sign2 * second[1]];
        sum.add(outer * wc[j] * (1 - cosine[j] ** 2), times(a1, odd), [0, 0], times(a0, even));
      }
    }
  }
  return sum;
};

const width = /* @__PURE__ */ widthOfMatrix(matrix);

/**
 * Width of a vector to $K\bar K\pi$, all charges, by $K^*\bar K$,
 * $$\Gamma=\frac{1}{(2\pi)^3\,96\,m^3}\int ds_{12}\,ds_{23}\;4g^2m^2\,|\vec p_1\times\vec p_2|^2\,
 *   \bigl|A_{12}B_{K^*}(s_{12})+A_{23}B_{K^*}(s_{23})\bigr|^2/M_{K^*}^4 ,$$
 * $A_{12},A_{23}$ being $(A_0\pm A_1)/\sqrt6$ of the $\phi'$ and the $\rho$ excitations; $\phi\pi$ is not in it.
 *
 * @param m - mass, GeV
 * @param currents - strengths of the light currents
 * @returns width, GeV; 0 below threshold
 * @see Plehn, Reimitz, Richardson, arXiv:1911.11147
 */
export const vectorToKaonsPion = (m: number, currents: LightCurrents): number =>
  m <= 2 * KAON + PION0 || (currents.rho === 0 && currents.phi === 0) ? 0 : width(m, currents);
