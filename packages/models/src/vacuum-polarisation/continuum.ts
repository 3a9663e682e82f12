import { MASS } from "../masses.js";
import { vectorHadrons } from "../hadronic/vector-hadrons.js";
import { perturbativeR } from "../hadronic/r-ratio.js";

const electric = { u: 2 / 3, d: -1 / 3, s: -1 / 3, c: 2 / 3, b: -1 / 3 };

/**
 * Where bottom opens: nothing at twice the $B$, all of perturbative QCD at the $\Upsilon(10860)$, a straight line between. So
 * $R_b$ does on average above the $\Upsilon(4S)$ (recalled from BaBar, Phys. Rev. Lett. 102 (2009) 012001); a step at
 * threshold would give the photon a logarithm there that nature does not have.
 */
const bottomOpens = [2 * MASS["B+"], 10.885] as const;

/**
 * The hadronic ratio $R$ of a photon without $J/\psi$, $\psi(2S)$ and the $\Upsilon$s: exclusive states, measured $R$ with
 * open charm, perturbative QCD.
 *
 * @param m - $\sqrt s$, GeV, > 0
 */
export function continuumR(m: number): number {
  let width = 0;
  for (const channel of vectorHadrons(m, electric, { quarkonia: false })) width += channel.width;
  const ratio = (12 * Math.PI * width) / m;
  if (m <= bottomOpens[0] || m >= bottomOpens[1]) return ratio;
  const share = (m - bottomOpens[0]) / (bottomOpens[1] - bottomOpens[0]);
  return ratio - (1 - share) * perturbativeR(m, electric).b;
}

/** Energies, GeV, between which $R$ is straight: close where $\omega$ and $\phi$ are narrow. */
export function continuumEnergies(): number[] {
  const energies: number[] = [];
  const steps = (from: number, to: number, step: number): void => {
    const count = Math.round((to - from) / step);
    for (let i = 0; i < count; i++) energies.push(from + (i * (to - from)) / count);
  };
  steps(MASS.pi0, 2 * MASS["pi+"], 0.01);
  steps(2 * MASS["pi+"], 0.74, 0.002);
  steps(0.74, 0.83, 0.0005);
  steps(0.83, 0.99, 0.002);
  steps(0.99, 1.06, 0.00025);
  steps(1.06, 2.0, 0.005);
  steps(2.0, 3.7, 0.02);
  steps(3.7, 4.81, 0.005);
  steps(4.81, 12, 0.04);
  for (let m = 12; m < 3000; m *= 1.05) energies.push(m);
  return energies;
}
