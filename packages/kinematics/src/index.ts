/**
 * Relativistic kinematics for e+e- colliders on plain objects and typed arrays. Natural units, $c = \hbar = 1$:
 * GeV, cm, ns, rad.
 *
 * @packageDocumentation
 */
export type { FourVector } from "./four-vector.js";
export type { FourVectors } from "./four-vectors.js";
export type { EventTable, ParticleColumns } from "./event-table.js";
