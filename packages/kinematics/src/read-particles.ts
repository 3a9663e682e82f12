import type { EventTableBuilder } from "./event-builder.js";
import type { EventTable } from "./event-table.js";
import { arrowParticleFields } from "./to-arrow.js";

/** Whole numbers that a field can hold. */
const WHOLE = { int32: [-(2 ** 31), 2 ** 31 - 1], int8: [-128, 127] } as const;

/**
 * Add a particle from values of another program to an event table.
 *
 * @param builder - The table.
 * @param values - Twelve numbers in the order of {@link arrowParticleFields}; 64-bit integers too.
 * @param where - Reader and place, for messages: `"fromCsv: row 3"`.
 * @throws RangeError when a value is no number, or no whole number where one must be.
 */
export function addReadParticle(builder: EventTableBuilder, values: readonly unknown[], where: string): void {
  const row = arrowParticleFields.map(([name, type], i) => {
    const value = values[i];
    if (typeof value !== "number" && typeof value !== "bigint") {
      throw new RangeError(`${where}: ${name} must be a number, got ${value === null ? "null" : typeof value}`);
    }
    const number = Number(value);
    if (type === "float64") return number;
    const [low, high] = WHOLE[type];
    if (!(Number.isInteger(number) && number >= low && number <= high)) {
      throw new RangeError(`${where}: ${name} must be a whole number from ${low} to ${high}, got ${number}`);
    }
    return number;
  });
  const [pdgId, status, mother, px, py, pz, e, m, vx, vy, vz, vt] = row;
  builder.row(pdgId, status, mother, px, py, pz, e, m, vx, vy, vz, vt);
}

/**
 * The table, when its columns fit each other.
 *
 * @param table - A table made outside of this package.
 * @param reader - Function that reads it, for messages.
 * @throws RangeError when columns have different lengths, offsets do not rise from 0 to the number of particles, or a mother
 * is not in its event.
 */
export function checkedEventTable(table: EventTable, reader: string): EventTable {
  const { length, offsets, particles, weights } = table;
  const rows = particles.px.length;
  for (const [name] of arrowParticleFields) {
    const { length: own } = particles[name];
    if (own !== rows)
      throw new RangeError(`${reader}: columns must be equally long, got ${rows} px and ${own} ${name}`);
  }
  if (offsets.length !== length + 1 || weights.length !== length) {
    throw new RangeError(
      `${reader}: ${length} events must have ${length + 1} offsets and ${length} weights, ` +
        `got ${offsets.length} and ${weights.length}`,
    );
  }
  for (let k = 0; k < length; k++) {
    if (!(offsets[k] >= 0 && offsets[k + 1] >= offsets[k] && offsets[k + 1] <= rows)) {
      throw new RangeError(
        `${reader}: offsets must rise from 0 to ${rows}, got ${offsets[k]} and ${offsets[k + 1]} at event ${k}`,
      );
    }
    for (let i = offsets[k]; i < offsets[k + 1]; i++) {
      const mother = particles.mother[i];
      if (mother < -1 || mother >= offsets[k + 1] - offsets[k] || mother === i - offsets[k]) {
        throw new RangeError(`${reader}: mother must be -1 or another particle of event ${k}, got ${mother}`);
      }
    }
  }
  return table;
}
