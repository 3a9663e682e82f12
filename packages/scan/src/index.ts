/**
 * One task on many points: threads, Slurm, progress and checkpoints.
 *
 * @packageDocumentation
 */
// Scans
export { scan } from "./scan.js";
export type { ScanOptions, ScanProgress } from "./scan.js";
export type { AbortLike, Executor, IndexedPoint, ScanJob, ScanPoint, ScanTask, TaskContext } from "./executor.js";
export { memoryCheckpoint } from "./checkpoint.js";
export type { Checkpoint, MemoryCheckpoint } from "./checkpoint.js";
export { engineMark } from "./engine.js";
export { fingerprint } from "./fingerprint.js";
export { local } from "./local.js";
export { parseSacct, parseSbatch, sbatchArguments, slurm } from "./slurm.js";
export type { CommandRunner, SlurmOptions } from "./slurm.js";
