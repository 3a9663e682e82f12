import type { Process } from "../processes/process.js";
import type { Collisions } from "./collisions.js";

/**
 * Why a process cannot happen at an energy.
 * @param process - The process.
 * @param collisions - The collisions.
 * @returns The reason, or `undefined` where phase space is open.
 */
export function closedPhaseSpace(process: Process, { nominal }: Collisions): string | undefined {
  const threshold = process.outgoing.reduce((sum, { mass }) => sum + mass, 0);
  if (nominal > threshold) return undefined;
  return `phase space is closed: ${nominal} GeV is below the threshold of ${threshold} GeV of ${process.name}`;
}
