import type { FourVectors } from "@belladonna/kinematics";
import type { RandomStream } from "@belladonna/numerics";
import { square } from "@belladonna/numerics/elementary";
import type { Process } from "../processes/process.js";
import type { Collisions } from "./collisions.js";
import { GEV2_FB } from "@belladonna/kinematics";
import { compileCuts } from "../phase-space/cuts.js";
import type { Cuts } from "../phase-space/cuts.js";
import { warp } from "./vegas.js";
import type { VegasGrid } from "./vegas.js";

/** How trials are thrown: the state that adaptation improves and event generation freezes. */
export interface ImportanceSampling {
  /** Share of each channel in the multichannel density, sums to 1. */
  readonly alpha: Float64Array;
  /** Probability with which each channel is thrown, sums to 1. */
  readonly beta: Float64Array;
  /** Adaptive grid of each channel. */
  readonly grids: readonly VegasGrid[];
}

/** One block of trials: columns of the trials that passed the cuts, and how many were thrown. */
export interface WeightedTrials {
  /** Number of rows filled. */
  readonly count: number;
  /** Columns of $e^-$, $e^+$ and the final particles in the centre-of-mass frame. */
  readonly momenta: readonly FourVectors[];
  /** Weight of each row, fb: the mean over all trials thrown is the cross section. */
  readonly weight: Float64Array;
  /** Density of channel $c$ over the multichannel density, `channels` a row. */
  readonly ratio: Float64Array;
  /** Channel each row came from. */
  readonly channel: Uint16Array;
  /** Bin of each dimension, `dimensions` a row. */
  readonly bins: Int32Array;
  /** A uniform for each row, for acceptance. */
  readonly accept: Float64Array;
  /** The collision each row happened in, as the `Collisions` wrote it, `collisions.columns` a row. */
  readonly collision: Float64Array;
}

/** A process, its cuts and its collisions, ready to throw trials. */
export interface TrialSource {
  /** Number of channels. */
  readonly channels: number;
  /** Uniforms a trial takes from its channel. */
  readonly dimensions: number;
  /** Throw `trials` trials; the result is valid until the next call. */
  throw(stream: RandomStream, trials: number, sampling: ImportanceSampling): WeightedTrials;
}

/** Trials in a block: few enough for the columns to stay in cache. */
export const BLOCK = 2048;

function columns(n: number): FourVectors {
  return {
    px: new Float64Array(n),
    py: new Float64Array(n),
    pz: new Float64Array(n),
    e: new Float64Array(n),
    m: new Float64Array(n),
  };
}

/**
 * Prepare a process for throwing trials in blocks of at most {@link BLOCK}.
 *
 * A trial takes: its collision, a channel with probability $\beta_c$, a point by that channel's map behind its grid of
 * Jacobian $J_c$. With $G = \sum_c \alpha_c g_c$ its weight is
 * $w = \alpha_c J_c \, \overline{|M|^2} \, S (\hbar c)^2 / (F \beta_c G)$, $F$ the flux and $S$ the symmetry factor:
 * channel $c$ integrates the part $\alpha_c g_c / G$ of the cross section.
 */
export function trialSource(process: Process, cuts: Cuts, collisions: Collisions): TrialSource {
  const sampler = process.sampler(cuts);
  const compiled = compileCuts(cuts, process.outgoing);
  const { channels, dimensions } = sampler;
  const stride = collisions.dimensions + 1 + dimensions + 1;
  const uniforms = new Float64Array(BLOCK * stride);
  const u = new Float64Array(dimensions);
  const at = new Int32Array(dimensions);
  const densities = new Float64Array(channels);
  const momenta = [...process.incoming, ...process.outgoing].map(({ mass }) => {
    const column = columns(BLOCK);
    column.m.fill(mass);
    return column;
  });
  const [electron, positron, ...final] = momenta;
  const me2 = square(process.incoming[0].mass);
  const threshold = process.outgoing.reduce((sum, { mass }) => sum + mass, 0);
  const weight = new Float64Array(BLOCK);
  const msq = new Float64Array(BLOCK);
  const ratio = new Float64Array(BLOCK * channels);
  const channelOf = new Uint16Array(BLOCK);
  const bins = new Int32Array(BLOCK * dimensions);
  const accept = new Float64Array(BLOCK);
  const collision = new Float64Array(BLOCK * collisions.columns);
  const units = GEV2_FB * process.symmetryFactor;
  const hardest = process.hardestPhoton === undefined ? undefined : final[process.hardestPhoton];

  return {
    channels,
    dimensions,
    throw(stream, trials, { alpha, beta, grids }) {
      const flat = uniforms.subarray(0, trials * stride);
      stream.fill(flat);
      let n = 0;
      for (let t = 0; t < trials; t++) {
        let from = t * stride;
        const luminosity = collisions.draw(flat, from, collision, n);
        const sqrtS = collisions.sqrtS(collision, n);
        if (!(luminosity > 0 && sqrtS > threshold)) continue;
        from += collisions.dimensions;
        let pick = flat[from++];
        let c = 0;
        while (c < channels - 1 && pick >= beta[c]) pick -= beta[c++];
        for (let d = 0; d < dimensions; d++) u[d] = flat[from++];
        const jacobian = warp(grids[c], u, at);
        if (!sampler.sample(c, u, sqrtS, final, n) || !compiled.passes(final, n)) continue;
        if (hardest !== undefined && !collisions.isHardest(collision, n, hardest.e[n], hardest.pz[n])) continue;
        sampler.densities(sqrtS, final, n, densities);
        let total = 0;
        for (let k = 0; k < channels; k++) total += alpha[k] * densities[k];
        if (!(total > 0 && total < Infinity)) continue;
        for (let k = 0; k < channels; k++) ratio[n * channels + k] = densities[k] / total;
        const energy = 0.5 * sqrtS;
        const momentum = Math.sqrt(energy * energy - me2);
        electron.e[n] = energy;
        electron.pz[n] = momentum;
        positron.e[n] = energy;
        positron.pz[n] = -momentum;
        // Flux 4 sqrt((p·q)² − m⁴) = 4 √s p*.
        weight[n] = (luminosity * units * alpha[c] * jacobian) / (4 * sqrtS * momentum * beta[c] * total);
        for (let d = 0; d < dimensions; d++) bins[n * dimensions + d] = at[d];
        channelOf[n] = c;
        accept[n] = flat[from];
        n++;
      }
      process.squaredAmplitude(momenta, msq, n);
      for (let i = 0; i < n; i++) weight[i] *= msq[i];
      return { count: n, momenta, weight, ratio, channel: channelOf, bins, accept, collision };
    },
  };
}
