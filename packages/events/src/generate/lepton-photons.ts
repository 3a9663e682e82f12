import { type FourVector, fourVector } from "@belladonna/kinematics";
import type { RandomStream } from "@belladonna/numerics";
import { ALPHA } from "@belladonna/models/constants";
import { cos, exp, log, log1p, pow, sin, square } from "@belladonna/numerics/elementary";

/** A radiating charged lepton, in the rest frame of the dipole it belongs to. */
export interface RadiatingLepton {
  /** Its energy before radiation, GeV. */
  readonly energy: number;
  /** Its mass, GeV. */
  readonly mass: number;
  /** What the other end of the dipole is: its antiparticle, back to back, or the charged mother at rest. */
  readonly other: "antiparticle" | "mother";
}

/**
 * Photons of a charged dipole at rest, the lepton along $+z$: a Poisson number with the eikonal spectrum and angles
 *
 * $$\frac{\mathrm dN}{\mathrm dE\,\mathrm dc} = \frac{\alpha}{2\pi E}
 *   \left[\frac{2(1+\beta^2)}{1-\beta^2c^2} - \frac{1-\beta^2}{(1-\beta c)^2} - \frac{1-\beta^2}{(1+\beta c)^2}\right]
 *   \quad\text{or}\quad
 *   \frac{\alpha}{2\pi E}\left[\frac{2}{1-\beta c} - 1 - \frac{1-\beta^2}{(1-\beta c)^2}\right]$$
 *
 * for a pair and for a lepton of a mother at rest, times $\frac{1+(1-x)^2}2\bigl(1+\frac{\ln(1-x)}{L}\bigr)$ with
 * $x = E/E_\ell$, which makes the spectrum of hard collinear photons that of the splitting $\ell\to\ell\gamma$. For a pair
 * $L=\frac{1+\beta^2}{2\beta}\ln\frac{1+\beta}{1-\beta}-1$, and a single photon has the spectrum
 * $\frac\alpha\pi\frac{1+(1-x)^2}{x}\bigl[\ln\frac{M^2(1-x)}{m^2}-1\bigr]$ up to $m^2/M^2$.
 *
 * @param lepton - The lepton.
 * @param leastEnergy - Energy in the same frame below which photons are left out, GeV.
 * @param random - Stream.
 * @see D. R. Yennie, S. C. Frautschi, H. Suura, Ann. Phys. 13 (1961) 379; K. Hamilton, P. Richardson, JHEP 07 (2006) 010.
 */
export function drawPhotons(
  { energy, mass, other }: RadiatingLepton,
  leastEnergy: number,
  random: RandomStream,
): FourVector[] {
  const pair = other === "antiparticle";
  const inverseGamma2 = square(mass / energy);
  const beta2 = 1 - inverseGamma2;
  const beta = Math.sqrt(Math.max(0, beta2));
  const most = energy * beta2;
  if (!(most > leastEnergy)) return [];
  const near = inverseGamma2 / (1 + beta);
  const ratio = (1 + beta) / near;
  const envelope = ((pair ? 1 + beta2 : 1) / beta) * log(ratio);
  const logarithm = (envelope - 2) / (pair ? 2 : 1);
  const decades = log(most / leastEnergy);
  const drawn = random.poisson((ALPHA / Math.PI) * decades * envelope);
  const photons: FourVector[] = [];
  for (let k = 0; k < drawn; k++) {
    const e = leastEnergy * exp(decades * random.uniform());
    const x = e / energy;
    const ahead = near * pow(ratio, random.uniform());
    const flip = pair && random.uniform() < 0.5;
    const soft = pair
      ? 1 - (inverseGamma2 / (2 * (1 + beta2))) * ((2 - ahead) / ahead + ahead / (2 - ahead))
      : 1 - ahead / 2 - inverseGamma2 / (2 * ahead);
    const hard = 0.5 * (1 + (1 - x) * (1 - x)) * Math.max(0, 1 + log1p(-x) / logarithm);
    const phi = 2 * Math.PI * random.uniform();
    if (!(random.uniform() < soft * hard)) continue;
    // 1 - cos θ from 1 - β cos θ, without cancellation near the lepton.
    const versine = (ahead - near) / beta;
    const sine = Math.sqrt(Math.max(0, versine * (2 - versine)));
    const pz = (flip ? -1 : 1) * e * (1 - versine);
    photons.push(fourVector({ px: e * sine * cos(phi), py: e * sine * sin(phi), pz, m: 0 }));
  }
  return photons;
}
