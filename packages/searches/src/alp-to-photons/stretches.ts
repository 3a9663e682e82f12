import type { SignalPeak } from "../bump-hunt/peak.js";
import type { Stretch } from "../bump-hunt/run-scan.js";
import type { Simulated } from "../bump-hunt/simulated.js";
import type { SearchOptions } from "../search.js";
import { type Region, regionOf } from "./regions.js";
import { massRange, step, window } from "./selection.js";

/**
 * The masses of a region as a stretch of the scan in a squared mass.
 *
 * In half resolutions each region starts where it begins; in steps the user chose, all of them are on one grid.
 * @param masses - Masses of the whole scan, GeV.
 * @param peaks - Signal at masses of the region, ascending.
 * @param background - Simulated background of the region: windows are cut where it ends.
 */
export function stretchOf(
  region: Region,
  masses: SearchOptions["masses"],
  peaks: readonly SignalPeak[],
  background: Simulated,
  data: Float64Array | undefined,
): Stretch {
  const ends = background.values.reduce<readonly [number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  return {
    masses:
      masses.step === undefined
        ? { from: Math.max(masses.from, region.from), to: Math.min(masses.to, region.to) }
        : masses,
    peaks,
    rules: {
      observable: (mass) => mass * mass,
      massAt: Math.sqrt,
      step: step.value,
      window: window.value,
      ends,
      order: () => region.order,
      // The last mass of a scan may be a rounding error above that of the search.
      excluded: (mass) => regionOf(Math.min(mass, massRange.value[1])) !== region,
    },
    background,
    data,
  };
}
