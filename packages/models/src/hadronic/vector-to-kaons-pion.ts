import { gaussLegendre } from "@belladonna/numerics";
import { atan, cube, integerPower, square, tan as tangent } from "@belladonna/numerics/elementary";
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

/** Points a variable: 5e-4 of the width below 1.75 GeV. */
const POINTS = 28;

/** The three charge modes: kaon, pion, kaon (GeV), multiplicity, sign of the isovector in the first and the second pair. */
const modes = [
  [KAON0, PION0, KAON0, 1, 1, 1],
  [KAON, PION0, KAON, 1, -1, -1],
  [KAON0, PION, KAON, 2, 1, -1],
] as const;

function amplitude(s: number, terms: readonly Excitation[]): AmplitudeSum {
  const sum = new AmplitudeSum();
  for (const [M, width, a, phase] of terms) sum.add(a / Math.sqrt(6), fixedWidth(s, M, width), phase);
  return sum;
}

const times = ({ re, im }: AmplitudeSum, [x, y]: Complex): Complex => [re * x - im * y, re * y + im * x];

/** Angle in which a Breit-Wigner of the $K^*$ is flat: $s=M^2+M\Gamma\tan\theta$. */
const angleOf = (s: number): number => atan((s - square(KSTAR)) / (KSTAR * KSTAR_WIDTH));

function matrix(m: number): CurrentMatrix {
  const sum = new CurrentMatrix();
  const [a0, a1] = [amplitude(m * m, isoscalar), amplitude(m * m, isovector)];
  const { x: t, w } = gaussLegendre(POINTS);
  const norm = (4 * G * G) / (integerPower(KSTAR, 4) * cube(2 * Math.PI) * 96 * cube(m));
  const step = KSTAR * KSTAR_WIDTH;
  for (const [m1, m2, m3, count, sign1, sign2] of modes) {
    if (m <= m1 + m2 + m3) continue;
    const [low, high] = [square(m1 + m2), square(m - m3)];
    const [first, last] = [angleOf(low), angleOf(high)];
    for (let i = 0; i < POINTS; i++) {
      const tan = tangent(first + ((1 + t[i]) / 2) * (last - first));
      const s12 = square(KSTAR) + step * tan;
      const r = Math.sqrt(s12);
      // momenta in the rest frame of the pair (p, k) and of the third in that of the vector (q)
      const p = Math.sqrt(Math.max(0, (s12 - low) * (s12 - square(m1 - m2)))) / (2 * r);
      const q = Math.sqrt(Math.max(0, (high - s12) * (square(m + m3) - s12))) / (2 * m);
      const k = (q * m) / r;
      const middle = m2 * m2 + m3 * m3 + ((s12 - m1 * m1 + m2 * m2) * (m * m - s12 - m3 * m3)) / (2 * s12);
      const [from, to] = [angleOf(middle - 2 * p * k), angleOf(middle + 2 * p * k)];
      const b12 = pWave(s12, KSTAR, KSTAR_WIDTH, m1, m2);
      const outer = (count * norm * (last - first) * w[i] * step * (1 + tan * tan) * square(m * p * q)) / 2;
      for (let j = 0; j < POINTS; j++) {
        const slope = tangent(from + ((1 + t[j]) / 2) * (to - from));
        const s23 = square(KSTAR) + step * slope;
        const cos = (s23 - middle) / (2 * p * k);
        const b23 = pWave(s23, KSTAR, KSTAR_WIDTH, m2, m3);
        const even: Complex = [b12[0] + b23[0], b12[1] + b23[1]];
        const odd: Complex = [sign1 * b12[0] + sign2 * b23[0], sign1 * b12[1] + sign2 * b23[1]];
        const inner = ((to - from) * w[j] * step * (1 + slope * slope) * Math.max(0, 1 - cos * cos)) / 2;
        sum.add(outer * inner, times(a1, odd), [0, 0], times(a0, even));
      }
    }
  }
  return sum;
}

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
export function vectorToKaonsPion(m: number, currents: LightCurrents): number {
  return m <= 2 * KAON + PION0 || (currents.rho === 0 && currents.phi === 0) ? 0 : width(m, currents);
}
