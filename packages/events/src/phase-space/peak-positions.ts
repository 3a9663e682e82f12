/** Least distance of a peak from the physical region, so that a map stays finite. */
const TINY = 1e-40;

/** Where the angular peak of a two-body step is: at $1-\cos\theta=-$`offset`, $t=t_0-$`scale`$(1-\cos\theta)$. */
export interface PeakPosition {
  /** Distance of the pole from the physical region in $\cos\theta$. */
  offset: number;
  /** Change of the squared momentum with $\cos\theta$, GeV². */
  scale: number;
}

/** $E+q$ of a momentum $q\ge0$ and energy $E$ of either sign with $E^2-q^2=m^2$. */
function lightLike(energy: number, q: number, m2: number): number {
  return energy >= 0 ? energy + q : -m2 / (q - energy);
}

/**
 * PeakPosition of a line exchanged between $A$ and $B$ in a state of squared mass $s$, $a^*+b^*\to A+B$. The least $|t|$ is
 *
 * $$t_0=\left(\frac{b^{*2}}{E_{b^*}+q}-\frac{b^2}{E_b+p}\right)\left(\frac{a^2}{E_a+p}-\frac{a^{*2}}{E_{a^*}+q}\right),$$
 *
 * which does not cancel where it is tiny: $-m_e^2x^2/(1-x)$ for an electron that radiates a photon.
 * @param s - Squared mass of the state, GeV².
 * @param p - Momentum of $A$ and $B$ in its rest frame, GeV.
 * @param a2 - Squared mass of $A$, GeV².
 * @param b2 - Squared mass of $B$, GeV².
 * @param before - Squared mass of $a^*$, GeV²; negative for an exchanged line.
 * @param behind - Squared mass of $b^*$, GeV².
 * @param pole - Squared mass of the exchanged field, GeV².
 * @param out - Receives the peak.
 */
export function exchangePeak(
  s: number,
  p: number,
  a2: number,
  b2: number,
  before: number,
  behind: number,
  pole: number,
  out: PeakPosition,
): void {
  const M = Math.sqrt(s);
  const eb = (s + behind - before) / (2 * M);
  const ea = (s + before - behind) / (2 * M);
  const q = Math.sqrt(Math.max(0, eb * eb - behind));
  const onB = behind / lightLike(eb, q, behind) - b2 / (Math.sqrt(b2 + p * p) + p);
  const onA = a2 / (Math.sqrt(a2 + p * p) + p) - before / lightLike(ea, q, before);
  out.scale = 2 * q * p;
  out.offset = Math.max(TINY, (pole - onA * onB) / out.scale);
}

/**
 * Peaks of a pair of equal particles that radiates $X$, at both ends of $|\cos\theta|$ to it.
 * @param s - Squared mass of the pair, GeV².
 * @param p - Momentum of either in its rest frame, GeV.
 * @param m2 - Squared mass of either, GeV².
 * @param x2 - Squared mass of $X$, GeV².
 * @param total - Squared mass of the pair with $X$, GeV².
 * @param out - Receives the peak.
 */
export function dipolePeak(s: number, p: number, m2: number, x2: number, total: number, out: PeakPosition): void {
  // Momentum of X in the rest frame of the pair.
  const ex = (total - s - x2) / (2 * Math.sqrt(s));
  const k = Math.sqrt(Math.max(0, ex * ex - x2));
  const ef = Math.sqrt(m2 + p * p);
  const gap = (m2 * ex * ex + x2 * p * p) / (ef * ex + p * k);
  out.scale = 2 * p * k;
  out.offset = Math.max(TINY, (2 * gap + x2) / out.scale);
}
