/** How a particle is wrong, or nothing: statuses, mothers and energies that the format does not have. */
type Fault = string | undefined;

/** Fortran may write the exponent with D, and without a letter where it has three digits. */
const REAL = /^(?<digits>[+-]?(?:\d+\.?\d*|\.\d+))(?:[eEdD]?(?<signed>[+-]\d+)|[eEdD](?<plain>\d+))?$/;

/** A number of a Les Houches file, or undefined for what is none (hexadecimal, NaN, beyond the range of a double). */
export function lheNumber(field: string): number | undefined {
  const parts: Partial<Record<string, string>> | undefined = REAL.exec(field)?.groups;
  if (parts === undefined) return undefined;
  const value = Number(`${parts.digits ?? ""}e${parts.signed ?? parts.plain ?? "0"}`);
  return Number.isFinite(value) ? value : undefined;
}

/** ISTUP: incoming, final, space-like, decayed, decayed and kept, beam. */
const STATUSES = [-1, 1, -2, 2, 3, -9];

/**
 * What is wrong with the numbers of a particle.
 * @param numbers - The thirteen numbers of the line.
 * @param own - Its number inside the event, from 1.
 * @param total - Number of particles of the event.
 * @param massShell - Greatest $|E^2 - p^2 - m^2| / E^2$.
 */
export function particleFault(numbers: readonly number[], own: number, total: number, massShell: number): Fault {
  const [id, status, mother1, mother2, colour, anticolour, px, py, pz, e, m] = numbers;
  for (const [name, value] of [
    ["PDG number", id],
    ["colour", colour],
    ["anticolour", anticolour],
  ] as const) {
    if (!(Number.isInteger(value) && Math.abs(value) < 2 ** 31)) return `a ${name} must be an integer, got ${value}`;
  }
  if (!STATUSES.includes(status)) return `a status must be one of ${STATUSES.join(", ")}, got ${status}`;
  for (const mother of [mother1, mother2]) {
    if (!(Number.isInteger(mother) && mother >= 0 && mother <= total)) {
      return `mothers must be 0 to ${total}, got ${mother1} and ${mother2}`;
    }
    if (mother === own) return `particle ${own} must not be its own mother`;
  }
  // Space-like lines in between may have any energy, and carry m² < 0 as m < 0.
  if (e < 0 && status !== -2) return `an energy must be >= 0, got ${e}`;
  const off = e * e - px * px - py * py - pz * pz - m * Math.abs(m);
  if (status !== -2 && !(Math.abs(off) <= massShell * e * e)) {
    return `particle ${own} is off its mass shell: E² − p² − m² = ${off.toPrecision(4)} GeV² with E = ${e}`;
  }
  return undefined;
}
