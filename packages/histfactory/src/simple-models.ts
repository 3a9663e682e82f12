import { requireOptions } from "@belladonna/numerics";
import type { Workspace } from "./workspace.js";

/** Counts of a model with one signal and one background. */
export interface SimpleCounts {
  /** Expected signal in each bin for a strength of 1. */
  readonly signal: readonly number[];
  /** Expected background in each bin. */
  readonly background: readonly number[];
  /** Observed events in each bin. */
  readonly observed: readonly number[];
}

function workspaceOf(
  caller: string,
  counts: SimpleCounts,
  modifier: Workspace["channels"][0]["samples"][0]["modifiers"][0],
): Workspace {
  requireOptions(caller, counts, ["signal", "background", "observed"]);
  const { signal, background, observed } = counts;
  return {
    channels: [
      {
        name: "singlechannel",
        samples: [
          { name: "signal", data: signal, modifiers: [{ name: "mu", type: "normfactor", data: null }] },
          { name: "background", data: background, modifiers: [modifier] },
        ],
      },
    ],
    observations: [{ name: "singlechannel", data: observed }],
    measurements: [{ name: "measurement", config: { poi: "mu", parameters: [] } }],
    version: "1.0.0",
  };
}

/**
 * Workspace of a signal of free strength `mu` over a background whose uncertainty is independent from bin to bin (a Poisson
 * count elsewhere), as pyhf's model of this name.
 * @param counts - Signal, background, observed events.
 * @param uncertainty - Absolute uncertainty of the background in each bin, events.
 * @example
 * ```ts
 * fit(histFactory(uncorrelatedBackground({ signal: [5], background: [50], observed: [55] }, [7]))).parameters.mu; // ≈ 1
 * fit(histFactory(uncorrelatedBackground({ signal: [5], background: [50], observed: [55] }, [7]))).errors.mu; // ≈ 2.0396
 * ```
 */
export function uncorrelatedBackground(counts: SimpleCounts, uncertainty: readonly number[]): Workspace {
  return workspaceOf("uncorrelatedBackground", counts, {
    name: "uncorr_bkguncrt",
    type: "shapesys",
    data: uncertainty,
  });
}

/**
 * Workspace of a signal of free strength `mu` over a background that moves in all bins at once between two shapes, as pyhf's
 * model of this name.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * correlatedBackground(counts, [53, 55], [47, 49]).channels.length; // 1
 * ```
 * @param counts - Signal, background, observed events.
 * @param up - Background at one standard deviation up.
 * @param down - Background at one standard deviation down.
 */
export function correlatedBackground(counts: SimpleCounts, up: readonly number[], down: readonly number[]): Workspace {
  const data = { lo_data: down, hi_data: up };
  return workspaceOf("correlatedBackground", counts, { name: "correlated_bkg_uncertainty", type: "histosys", data });
}
