import { exp, log as ln, log1p, pow, square as squareOf } from "@belladonna/numerics/elementary";
import type { Likelihood } from "../likelihood/likelihood.js";
import { cholesky } from "@belladonna/numerics";
import { random } from "@belladonna/numerics";
import { chi2Quantile } from "@belladonna/numerics";
import { logGamma } from "@belladonna/numerics";
import { normalQuantile } from "@belladonna/numerics";
import type { Profile } from "./profile.js";

/** Degrees of freedom of the proposal: tails heavier than those of a posterior that is nearly Gaussian. */
const DOF = 8;

/** A marginal likelihood at one value of the parameter of interest. */
export interface Marginal {
  /** $\ln\int L(\mu, \nu)\,\mathrm{d}\nu$ up to a constant common to all values; `-Infinity` where $L = 0$. */
  readonly log: number;
  /** Effective number of samples, as a fraction of those drawn; 1 without nuisance parameters. */
  readonly efficiency: number;
  /** What failed, or empty. */
  readonly reason: string;
}

/**
 * The likelihood integrated over the nuisance parameters within their bounds, as a function of the parameter of interest:
 * importance sampling from a multivariate t distribution around the conditional fit, with the same quasi-random points at
 * every value, so that ratios are far better known than each integral. Without samples it is Laplace's method,
 * $L(\mu,\hat\nu)\,\det(H/2)^{-1/2}$ with the Hessian $H$ of $-2\ln L$, bounds ignored.
 */
export function marginaliser(profile: Profile, samples: number, seed: number): (mu: number) => Marginal {
  const { likelihood, index } = profile;
  const { parameters } = likelihood;
  const free = [...parameters.keys()].filter((i) => i !== index && parameters[i].fixed !== true);
  const k = free.length;
  const points = proposalPoints(samples, k, seed);
  const theta = new Float64Array(parameters.length);
  const low = free.map((i) => parameters[i].min ?? -Infinity);
  const high = free.map((i) => parameters[i].max ?? Infinity);

  return (mu) => {
    const fit = profile.at(mu);
    if (fit.value === Infinity) return { log: -Infinity, efficiency: 1, reason: "" };
    if (!fit.valid) return { log: Number.NaN, efficiency: 0, reason: `the fit at ${mu} failed: ${fit.reason}` };
    if (k === 0) return { log: -0.5 * fit.value, efficiency: 1, reason: "" };
    // Half the Hessian of -2 ln L = L L^T; a point is thetaHat + L^-T z.
    const factor = nuisanceFactor(likelihood, fit.theta, free);
    if (factor === undefined) {
      return { log: Number.NaN, efficiency: 0, reason: `the Hessian at ${mu} is not positive definite` };
    }
    let logDeterminant = 0;
    for (let a = 0; a < k; a++) logDeterminant += ln(factor[a * k + a]);
    if (samples === 0) return { log: -0.5 * fit.value - logDeterminant, efficiency: 1, reason: "" };
    theta.set(fit.theta);
    let sum = 0;
    let squares = 0;
    for (let s = 0; s < samples; s++) {
      const row = s * (k + 1);
      let inside = true;
      for (let a = k - 1; a >= 0; a--) {
        let x = points[row + a];
        for (let b = a + 1; b < k; b++) x -= factor[b * k + a] * (theta[free[b]] - fit.theta[free[b]]);
        x = fit.theta[free[a]] + x / factor[a * k + a];
        if (!(x >= low[a] && x <= high[a])) inside = false;
        theta[free[a]] = x;
      }
      if (!inside) continue;
      // points[row + k] is the logarithm of the proposal's density, less its constant.
      const weight = exp(-0.5 * (likelihood.value(theta) - fit.value) - points[row + k]);
      if (!(weight > 0)) continue;
      sum += weight;
      squares += weight * weight;
    }
    const efficiency = (sum * sum) / (squares * samples);
    const log = -0.5 * fit.value - logDeterminant + ln(sum / samples);
    if (!(efficiency > 0)) return { log: Number.NaN, efficiency: 0, reason: `no sample at ${mu} has any likelihood` };
    return { log, efficiency, reason: "" };
  };
}

/** Cholesky factor of half the Hessian of the nuisance parameters. */
function nuisanceFactor(
  likelihood: Likelihood,
  theta: Float64Array,
  free: readonly number[],
): Float64Array | undefined {
  const n = theta.length;
  const k = free.length;
  const hessian = hessianOf(likelihood, theta);
  const factor = new Float64Array(k * k);
  for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) factor[a * k + b] = 0.5 * hessian[free[a] * n + free[b]];
  return cholesky(factor, k) < 0 ? factor : undefined;
}

/** The Hessian of $-2\ln L$: the likelihood's own, or differences of its gradient. */
export function hessianOf(likelihood: Likelihood, theta: Float64Array): Float64Array {
  if (likelihood.hessian !== undefined) return likelihood.hessian(theta, new Float64Array(squareOf(theta.length)));
  const n = theta.length;
  const out = new Float64Array(n * n);
  const x = theta.slice();
  for (let i = 0; i < n; i++) {
    const h = 1e-5 * (Math.abs(theta[i]) + 1e-3);
    x[i] = theta[i] + h;
    const up = likelihood.gradient(x, new Float64Array(n));
    x[i] = theta[i] - h;
    const down = likelihood.gradient(x, new Float64Array(n));
    x[i] = theta[i];
    for (let j = 0; j < n; j++) {
      out[i * n + j] += (0.25 * (up[j] - down[j])) / h;
      out[j * n + i] += (0.25 * (up[j] - down[j])) / h;
    }
  }
  return out;
}

/**
 * Points of a standard multivariate t distribution in `k` dimensions and the logarithm of its density, from a Kronecker
 * sequence on the generalised golden ratio, shifted by the seed; each row has `k` coordinates and the logarithm.
 */
function proposalPoints(samples: number, k: number, seed: number): Float64Array {
  const out = new Float64Array(samples * (k + 1));
  let golden = 1.5;
  for (let i = 0; i < 50; i++) golden = pow(1 + golden, 1 / (k + 2));
  const stream = random(seed);
  const shift = Float64Array.from({ length: k + 1 }, () => stream.uniform());
  const constant = logGamma(0.5 * (DOF + k)) - logGamma(0.5 * DOF) - 0.5 * k * ln(DOF * Math.PI);
  for (let s = 0; s < samples; s++) {
    const u = (d: number): number => {
      const x = shift[d] + (s + 1) * pow(golden, -(d + 1));
      return Math.min(Math.max(x - Math.floor(x), 1e-12), 1 - 1e-12);
    };
    const scale = Math.sqrt(DOF / chi2Quantile(u(k), DOF));
    let square = 0;
    for (let a = 0; a < k; a++) {
      const z = scale * normalQuantile(u(a));
      out[s * (k + 1) + a] = z;
      square += z * z;
    }
    out[s * (k + 1) + k] = constant - 0.5 * (DOF + k) * log1p(square / DOF);
  }
  return out;
}
