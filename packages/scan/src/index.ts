/**
 * One task on many points: threads, Slurm, progress and checkpoints.
 *
 * @packageDocumentation
 */
// Scans
export { scan } from "./scan.js";
export type { ScanOptions, ScanProgress } from "./scan.js";
export type { AbortLike, Executor, IndexedPoint, ScanJob, ScanPoint, ScanTask, TaskContext } from "./executor.js";
export type { Found, ResultCache, WorkKey } from "./cache.js";
export { memoryCheckpoint } from "./checkpoint.js";
export type { Checkpoint, MemoryCheckpoint } from "./checkpoint.js";
export { engineMark } from "./engine.js";
export { fingerprint } from "./fingerprint.js";
export { local } from "./local.js";

// Clusters
export { slurm } from "./slurm.js";
export type { SlurmOptions } from "./slurm.js";
export { parseSacct, parseSbatch, sbatchArguments } from "./slurm-words.js";
export { condorSubmitFile, htcondor } from "./htcondor.js";
export type { HtcondorOptions } from "./htcondor.js";
export type { ClusterOptions, CommandRunner } from "./cluster/batch-system.js";
