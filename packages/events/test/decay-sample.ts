import type { EventTable } from "@belladonna/kinematics";
import { chi2Sf, random } from "@belladonna/numerics";
import { decayer } from "../src/decays/decayer.js";
import type { DecayTable } from "../src/decays/decay-table.js";
import { EventColumns } from "../src/index.js";

/** Decays of one particle of the given momentum; the particle is row 0 of each event. */
export function decaySample(
  tables: readonly DecayTable[],
  pdgId: number,
  mass: number,
  events: number,
  momentum: readonly [number, number, number] = [0, 0, 0],
): EventTable {
  const chain = decayer(tables);
  const columns = new EventColumns();
  const stream = random(11);
  const [px, py, pz] = momentum;
  const e = Math.sqrt(px * px + py * py + pz * pz + mass * mass);
  for (let i = 0; i < events; i++) {
    columns.add(pdgId, 2, -1, px, py, pz, e, mass);
    chain.decay(columns, 0, pdgId, Float64Array.of(px, py, pz, e, mass), new Float64Array(4), stream);
    columns.close(1);
  }
  return columns.table();
}

/** Largest violation of energy-momentum conservation between row 0 and the stable particles, GeV. */
export function imbalance({ offsets, particles: p, length }: EventTable): number {
  let worst = 0;
  for (let i = 0; i < length; i++) {
    for (const c of [p.px, p.py, p.pz, p.e]) {
      let sum = -c[offsets[i]];
      for (let k = offsets[i] + 1; k < offsets[i + 1]; k++) if (p.status[k] === 1) sum += c[k];
      worst = Math.max(worst, Math.abs(sum));
    }
  }
  return worst;
}

/** p-value of Pearson's χ² of values in [low, high] against a density, normalised there. */
export function pValue(
  values: readonly number[],
  low: number,
  high: number,
  bins: number,
  density: (x: number) => number,
): number {
  const counts = new Float64Array(bins);
  const shares = new Float64Array(bins);
  const inside = values.filter((v) => v >= low && v < high);
  for (const v of inside) counts[Math.floor(((v - low) / (high - low)) * bins)]++;
  // Midpoints of 200 slices a bin: relative error below 1e-4 of a bin.
  for (let s = 0; s < 200 * bins; s++) {
    shares[Math.floor(s / 200)] += density(low + ((s + 0.5) / (200 * bins)) * (high - low));
  }
  const sum = shares.reduce((a, b) => a + b, 0);
  let chi2 = 0;
  for (let b = 0; b < bins; b++) {
    const expected = (inside.length * shares[b]) / sum;
    chi2 += (counts[b] - expected) ** 2 / expected;
  }
  return chi2Sf(chi2, bins - 1);
}
