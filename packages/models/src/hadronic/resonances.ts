import { atan, cos as cosine, cube, log as ln, pow, sin as sine, square } from "@belladonna/numerics/elementary";
import type { Complex } from "../widths/loop-mixing.js";

/** $M^2/(M^2-s-i\,w)$. */
function propagator(s: number, M: number, w: number): Complex {
  const [re, M2] = [M * M - s, M * M];
  const norm = M2 / (re * re + w * w);
  return [re * norm, w * norm];
}

/** Breit-Wigner amplitude with a fixed width, $M^2/(M^2-s-iM\Gamma)$: 1 at $s=0$ but for its width. */
export function fixedWidth(s: number, M: number, width: number): Complex {
  return propagator(s, M, M * width);
}

/** Breit-Wigner amplitude $M^2/(M^2-s-i\sqrt s\,\Gamma)$. */
export function rootWidth(s: number, M: number, width: number): Complex {
  return propagator(s, M, Math.sqrt(s) * width);
}

/** $\beta^2=[1-(m_1+m_2)^2/s][1-(m_1-m_2)^2/s]$, 0 below threshold. */
const beta2 = (s: number, m1: number, m2: number): number =>
  Math.max(0, 1 - square(m1 + m2) / s) * (1 - square(m1 - m2) / s);

/** $\sqrt s\,\Gamma(s)$ of a decay to two pseudoscalars in a p wave, $\Gamma(s)=\Gamma\frac{\sqrt s}{M}\frac{\beta^3(s)}{\beta^3(M^2)}$. */
function pWaveWidth(s: number, M: number, width: number, m1: number, m2: number): number {
  const at = beta2(M * M, m1, m2);
  return at === 0 ? 0 : ((s * width) / M) * pow(beta2(s, m1, m2) / at, 1.5);
}

/** Breit-Wigner amplitude with the running width of a decay to two pseudoscalars, $M^2/(M^2-s-i\sqrt s\,\Gamma(s))$. */
export function pWave(s: number, M: number, width: number, m1: number, m2: number): Complex {
  return propagator(s, M, pWaveWidth(s, M, width, m1, m2));
}

/**
 * Gounaris-Sakurai amplitude of a $\rho$: {@link pWave} with the real part that analyticity asks for, 1 at $s=0$.
 *
 * @param M - mass, GeV
 * @param width - width, GeV
 * @param m - mass of the pion, GeV
 * @returns the amplitude as a function of $s$, GeV²
 * @see Czyz, Grzelinska, Kuhn, arXiv:1002.0279
 */
export function gounarisSakurai(M: number, width: number, m: number): (s: number) => Complex {
  const M2 = M * M;
  const vR2 = beta2(M2, m, m);
  const vR = Math.sqrt(vR2);
  const r = (2 * m * m) / M2;
  // s v^3 ln[(1+v)/(1-v)], continued below threshold, where v is imaginary
  const hat = (s: number): number => {
    const v2 = 1 - (4 * m * m) / s;
    const v = Math.sqrt(Math.abs(v2));
    const log = v2 >= 0 ? ln((1 + v) / (1 - v)) : -2 * atan(1 / v);
    return ((width * s) / (M * Math.PI)) * cube(v / vR) * log;
  };
  const slope =
    (width / (Math.PI * M * vR2)) * ((3 - 2 * vR2 - 3 * r) * ln((1 + vR) / (1 - vR)) + 2 * vR * (1 - r / (1 - vR2)));
  const atPole = hat(M2);
  const atZero = (-8 * m * m * width) / (Math.PI * M * cube(vR)) - atPole + M2 * slope;
  return (s) => {
    const re = M2 - s + hat(s) - atPole - (s - M2) * slope;
    const im = pWaveWidth(s, M, width, m, m);
    const norm = (M2 + atZero) / (re * re + im * im);
    return [re * norm, im * norm];
  };
}

/** $\sum_k c_k\,e^{i\varphi_k}A_k$ of amplitudes, as a sum that grows. */
export class AmplitudeSum {
  /** Real part. */
  re = 0;
  /** Imaginary part. */
  im = 0;

  /** Adds `c` times $e^{i\varphi}$ times an amplitude; the phase is in rad, 0 when absent. */
  add(c: number, [re, im]: Complex, phase = 0): this {
    const [cos, sin] = phase === 0 ? [1, 0] : [cosine(phase), sine(phase)];
    this.re += c * (re * cos - im * sin);
    this.im += c * (re * sin + im * cos);
    return this;
  }

  /** Squared modulus. */
  get square(): number {
    return this.re * this.re + this.im * this.im;
  }
}
