/** Runs a program and gives what it prints; rejects when it fails. */
export type CommandRunner = (program: string, args: readonly string[]) => Promise<string>;

/** How points become jobs of a cluster, whatever its batch system. */
export interface ClusterOptions {
  /** Runs the commands of the batch system; `nodeCommand` of `@belladonna/scan/files` does it with Node's child processes. */
  readonly command: CommandRunner;
  /** Text of a file, or `undefined` when it does not exist (yet). */
  readonly readText: (path: string) => Promise<string | undefined>;
  /** Write a file, whole or not at all, making folders as needed. */
  readonly writeText: (path: string, text: string) => Promise<void>;
  /** Folder all nodes of the cluster see. Each scan has a folder of its own in it, named by its mark. */
  readonly folder: string;
  /**
   * Shell command of a job. With `{points}` and `{results}` it is run once for a chunk of points: `taskScript` of
   * `@belladonna/scan/files` makes such a one for a module. With `{point}` and `{result}` it is run for each point: the first
   * becomes the file with `{ index, point }`, the second the file it must write its JSON result to.
   */
  readonly script: string;
  /** Points of one job; "auto" makes four jobs a processor of the cluster. Default "auto". */
  readonly chunk?: number | "auto";
  /** Times that points are submitted again whose job failed without finishing one. Default 2. */
  readonly retries?: number;
  /** Milliseconds between two looks at the queue. Default 10 000. */
  readonly poll?: number;
  /** Milliseconds without change after which there is a word about it. Default 600 000. */
  readonly quiet?: number;
  /** Looks in a row that may fail before the run does. Default 360. */
  readonly patience?: number;
  /** Takes what the user should know: failed looks, jobs submitted again, a queue in which nothing moves. */
  readonly onMessage?: (sentence: string) => void;
  /** Waits; default a timer. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** Names of the options that every batch system has. */
export const CLUSTER_OPTIONS: readonly string[] = [
  "command",
  "readText",
  "writeText",
  "folder",
  "script",
  "chunk",
  "retries",
  "poll",
  "quiet",
  "patience",
  "onMessage",
  "sleep",
] satisfies (keyof ClusterOptions)[];

/** Throws unless a number of jobs is one. */
export function requireJobs(what: string, jobs: number): void {
  if (!(Number.isInteger(jobs) && jobs >= 1)) throw new RangeError(`${what} must be an integer >= 1, got ${jobs}`);
}

/** How a job is. */
export interface JobState {
  /** Waiting, under way, over by somebody's wish, over without success, or over well. */
  readonly phase: "pending" | "running" | "cancelled" | "failed" | "completed";
  /** The word of the batch system, with its reason where it has one: `PENDING (Resources)`. */
  readonly word: string;
}

/** In place of the number of a job: all of the array that are not named. */
export const OTHERS = -1;

/** The commands of a batch system, for arrays of jobs numbered from 0. */
export interface BatchSystem {
  /** Its name, for messages. */
  readonly name: string;
  /** Most jobs of one array. */
  readonly mostJobs: () => Promise<number>;
  /** Processors there are; undefined where it does not tell. */
  readonly processors: () => Promise<number | undefined>;
  /** Submit an array of jobs that run `scan.sh` of a folder with their number, and give its identifier. */
  readonly submit: (folder: string, name: string, jobs: number) => Promise<string>;
  /** The identifier of what was submitted under a name; undefined where nothing was. */
  readonly find: (name: string) => Promise<string | undefined>;
  /** States of the jobs of an array, by number or {@link OTHERS}; those it has forgotten are left out. */
  readonly states: (id: string) => Promise<ReadonlyMap<number, JobState>>;
  /** Take an array out of the queue, with all that runs of it. */
  readonly cancel: (id: string) => Promise<void>;
  /** Where a job writes what it says. */
  readonly log: (folder: string, id: string, job: number) => string;
}
