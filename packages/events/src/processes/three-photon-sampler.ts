import { atanh, cos, cube, exp, log, sin, tanh } from "@belladonna/numerics/elementary";
import { particleLimits } from "../phase-space/cuts.js";
import type { Cuts } from "../phase-space/cuts.js";
import type { Sampler } from "../phase-space/sampler.js";

/** Ordered pairs (i, j) and the photon k left over: one channel each. */
const I = [0, 0, 1, 1, 2, 2];
const J = [1, 2, 0, 2, 0, 1];
const K = [2, 1, 2, 0, 1, 0];
const TWO_PI = 2 * Math.PI;

/**
 * Phase-space maps for $e^- e^+ \to \gamma\gamma\gamma$: channel $(i, j)$ takes $\omega_i$ flat in its logarithm,
 * $\cos\theta_i$ and $\cos\theta_j$ flat in $\operatorname{artanh}$, azimuths flat, and $E_j$ from the on-shell
 * condition,
 *
 * $$E_j = \frac{s - 2\sqrt{s}\,\omega_i}{2(\sqrt{s} - \omega_i(1 - \cos\theta_{ij}))}, \quad \mathrm{d}\Phi_3 =
 * \frac{\omega_i^2 E_j^2\,\mathrm{d}\ln\omega_i\,\mathrm{d}\Omega_i\,\mathrm{d}\Omega_j}
 * {4 (2\pi)^5 \sqrt{s}(\sqrt{s} - 2\omega_i)}.$$
 *
 * The six channels together follow every soft and collinear peak.
 */
export function threePhotonSampler(cuts: Cuts): Sampler {
  const { energy, cosTheta } = particleLimits(cuts, { pdgId: 22, mass: 0 });
  if (!(energy > 0)) throw new RangeError(`threePhotons: cuts.energy must be > 0 GeV (soft photons), got ${energy}`);
  if (!(cosTheta < 1)) {
    throw new RangeError(`threePhotons: cuts.cosTheta must be < 1 (massless electrons), got ${cosTheta}`);
  }
  const width = atanh(cosTheta);
  return {
    channels: 6,
    dimensions: 5,
    sample(channel, u, sqrtS, momenta, row) {
      const range = log(sqrtS / (2 * energy));
      const wi = energy * exp(u[0] * range);
      const ci = tanh(width * (2 * u[1] - 1));
      const cj = tanh(width * (2 * u[2] - 1));
      const si = Math.sqrt(1 - ci * ci);
      const sj = Math.sqrt(1 - cj * cj);
      const phi = TWO_PI * u[3];
      const phj = TWO_PI * u[4];
      const xi = si * cos(phi);
      const yi = si * sin(phi);
      const xj = sj * cos(phj);
      const yj = sj * sin(phj);
      const wj = (sqrtS * (sqrtS - 2 * wi)) / (2 * (sqrtS - wi * (1 - xi * xj - yi * yj - ci * cj)));
      const wk = sqrtS - wi - wj;
      if (!(wj > energy && wk > energy)) return false;
      const a = momenta[I[channel]];
      const b = momenta[J[channel]];
      const c = momenta[K[channel]];
      a.e[row] = wi;
      a.px[row] = wi * xi;
      a.py[row] = wi * yi;
      a.pz[row] = wi * ci;
      b.e[row] = wj;
      b.px[row] = wj * xj;
      b.py[row] = wj * yj;
      b.pz[row] = wj * cj;
      c.e[row] = wk;
      c.px[row] = -wi * xi - wj * xj;
      c.py[row] = -wi * yi - wj * yj;
      c.pz[row] = -wi * ci - wj * cj;
      return true;
    },
    densities(sqrtS, momenta, row, out) {
      const range = log(sqrtS / (2 * energy));
      const scale = (cube(TWO_PI) * sqrtS) / (range * width * width);
      const [a, b, c] = momenta;
      // Transverse momentum squared is E²(1 − cos²θ), so no angle is needed.
      const ta = a.px[row] * a.px[row] + a.py[row] * a.py[row];
      const tb = b.px[row] * b.px[row] + b.py[row] * b.py[row];
      const tc = c.px[row] * c.px[row] + c.py[row] * c.py[row];
      const ra = sqrtS - 2 * a.e[row];
      const rb = sqrtS - 2 * b.e[row];
      const rc = sqrtS - 2 * c.e[row];
      const ab = scale / (ta * tb);
      const ac = scale / (ta * tc);
      const bc = scale / (tb * tc);
      out[0] = ra * ab;
      out[1] = ra * ac;
      out[2] = rb * ab;
      out[3] = rb * bc;
      out[4] = rc * ac;
      out[5] = rc * bc;
    },
  };
}
