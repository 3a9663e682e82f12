/**
 * Running searches in Node: on threads, with finished work kept on disk, results written as files.
 *
 * @packageDocumentation
 */
export { runAndWrite } from "./node/run-and-write.js";
export type { WriteSettings } from "./node/run-and-write.js";
export type { FinishedRun, Projection } from "./finished-run.js";
export { workOf } from "./node/kept-work.js";
export type { KeptWork, SlurmSettings, WorkOptions } from "./node/kept-work.js";
export { sharedCache } from "./node/shared-cache.js";
export type { SharedCache } from "./node/shared-cache.js";
export { outputFolder } from "./report/output-folder.js";
export type { OutputFolder } from "./report/output-folder.js";
export { terminalProgress } from "./node/terminal-progress.js";
export type { Progress, Stage } from "./progress.js";
