import { GEV2_FB } from "@belladonna/kinematics";
import type { FourVectors } from "@belladonna/kinematics";
import { gaussLegendre, integrateEnds } from "@belladonna/numerics";
import { atan, square, tan } from "@belladonna/numerics/elementary";
import type { Evaluator } from "../amplitude/evaluate.js";

/** Points in the mass of the first two particles and in the angle of the first. */
const NODES = [64, 32] as const;

/**
 * Cross section of $e^-e^+\to V^*\to1\,2\,3$ through one virtual vector, by quadrature over the mass of $1$ and $2$ and the angle
 * of $1$ in their rest frame. As $|M|^2$ is a form of second order in the direction of the beams, its mean over all directions
 * is that over three that are at right angles.
 * @param evaluate - $\overline{|M|^2}$.
 * @param masses - Masses of the legs, GeV: $e^-$, $e^+$, 1, 2, 3.
 * @param sqrtS - Centre-of-mass energy, GeV.
 * @param peak - Mass and width of a resonance in 1 and 2, GeV.
 * @returns The cross section, fb; 0 where closed.
 */
export function vectorToThree(
  evaluate: Evaluator,
  masses: readonly number[],
  sqrtS: number,
  peak: { readonly mass: number; readonly width: number },
): number {
  const [electron, , m1, m2, m3] = masses;
  const [low, high] = [square(m1 + m2), square(sqrtS - m3)];
  if (!(sqrtS > m1 + m2 + m3)) return 0;
  const { x, w } = gaussLegendre(NODES[1]);
  const count = 3 * x.length;
  const legs = masses.map((mass): FourVectors => {
    const [px, py, pz, e] = Array.from({ length: 4 }, () => new Float64Array(count));
    return { px, py, pz, e, m: new Float64Array(count).fill(mass) };
  });
  const [a, b, one, two, three] = legs;
  const beam = Math.sqrt(0.25 * sqrtS * sqrtS - electron * electron);
  [a, b].forEach(({ px, py, pz, e }, k) => {
    const size = k === 0 ? beam : -beam;
    e.fill(sqrtS / 2);
    for (let i = 0; i < count; i += 3) {
      px[i] = size;
      py[i + 1] = size;
      pz[i + 2] = size;
    }
  });
  const out = new Float64Array(count);

  /** Mean of $|M|^2$ over all angles, times the phase space of both steps, at a squared mass of 1 and 2. */
  const at = (s: number): number => {
    const q = Math.sqrt(s);
    const k = breakup(sqrtS, q, m3);
    const p = breakup(q, m1, m2);
    const energy = Math.sqrt(s + k * k);
    const [e1, e2] = [Math.sqrt(m1 * m1 + p * p), Math.sqrt(m2 * m2 + p * p)];
    for (let j = 0; j < x.length; j++) {
      const cos = x[j];
      const along = p * cos;
      const across = p * Math.sqrt((1 - cos) * (1 + cos));
      for (let i = 3 * j; i < 3 * j + 3; i++) {
        one.px[i] = across;
        two.px[i] = -across;
        one.pz[i] = (energy * along + k * e1) / q;
        two.pz[i] = (-energy * along + k * e2) / q;
        one.e[i] = (energy * e1 + k * along) / q;
        two.e[i] = (energy * e2 - k * along) / q;
        three.pz[i] = -k;
        three.e[i] = Math.sqrt(m3 * m3 + k * k);
      }
    }
    evaluate(legs, out, count);
    let sum = 0;
    for (let i = 0; i < count; i++) sum += (w[Math.floor(i / 3)] / 6) * out[i];
    // dΦ₃ = ds/2π · k/(4π√s) · p/(4πq), angles averaged over.
    return (sum * k * p) / (32 * Math.PI * Math.PI * Math.PI * sqrtS * q);
  };
  // s = m² + w tan y where the vector decays to both; its width widens the map, that is all, where it cannot.
  const { mass } = peak;
  const scale = mass * Math.max(peak.width, 1e-9 * mass);
  const [from, to] = [low, high].map((s) => atan((s - mass * mass) / scale));
  const mapped = (y: number): number => {
    const t = tan(y);
    return at(mass * mass + scale * t) * scale * (1 + t * t);
  };
  return (GEV2_FB * integrateEnds(mapped, from, to, NODES[0])) / (4 * sqrtS * beam);
}

/** Momentum of two particles in the rest frame of their sum, GeV. */
function breakup(M: number, a: number, b: number): number {
  const lambda = (M - a - b) * (M + a + b) * (M - a + b) * (M + a - b);
  return lambda > 0 ? Math.sqrt(lambda) / (2 * M) : 0;
}
