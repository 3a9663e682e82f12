import type { ScanJob } from "../executor.js";
import { fingerprint } from "../fingerprint.js";
import { type BatchSystem, type ClusterOptions, type JobState, OTHERS } from "./batch-system.js";
import { journalOf, type Submission } from "./journal.js";
import { patientQueue, wait } from "./patient-queue.js";
import { stillnessOf } from "./stillness.js";

/** Looks at a job that is over before its results, which a shared disk may show late, are given up. */
const LATE = 3;

/** A job that waited and is no more: one that had run would still be known, or have left a result. */
const UNSEEN: JobState = { phase: "cancelled", word: "CANCELLED while it waited" };

/** Jobs a processor: few enough that starting them is cheap, enough that the last ones end together. */
const JOBS_A_PROCESSOR = 4;

/** Milliseconds between two looks at whether to stop. */
const PIECE = 500;

/** Jobs where the number of processors is not known. */
const USUAL_JOBS = 100;

/** A job that is followed. */
interface Followed {
  readonly submission: Submission;
  readonly job: number;
  /** Whether an earlier run submitted it and this one has not seen it alive: that it failed is no failure of this run. */
  inherited: boolean;
  /** Whether it was waiting when last seen. */
  pending: boolean;
  /** Looks since it is over. */
  over: number;
}

/**
 * Does the points of a scan as jobs of a cluster: what an earlier run left is collected, what still runs of it is followed,
 * the rest is submitted; however this ends, nothing of it stays in the queue.
 */
export async function runOnCluster<P, R>(
  system: BatchSystem,
  options: ClusterOptions,
  job: ScanJob<P, R>,
): Promise<void> {
  const { poll = 10_000, retries = 2, onMessage } = options;
  const { mark = fingerprint(job.points.map(({ point }) => point)) } = job;
  const journal = journalOf(options, mark);
  const queue = patientQueue(system, options);
  const waiting = new Map(job.points.map((point) => [point.index, point]));
  const failures = new Map<number, number>();
  let submissions = await journal.read();
  let followed: Followed[] = [];

  const collect = async ({ submission, job: number }: Followed, over: boolean): Promise<number> => {
    const { results, errors } = await journal.collect(submission, number, over);
    let taken = 0;
    for (const index of submission.chunks[number]) {
      const error = errors.get(index);
      if (error !== undefined && waiting.has(index)) throw new Error(error);
      if (!results.has(index) || !waiting.delete(index)) continue;
      taken++;
      await job.done(index, results.get(index) as R);
    }
    return taken;
  };
  const isDone = ({ submission, job: number }: Followed): boolean =>
    !submission.chunks[number].some((index) => waiting.has(index));

  /** What became of a job that left no result: another try for its points, or the end of the run. */
  const failed = (one: Followed, state: JobState | undefined, taken: number): void => {
    const { submission, job: number } = one;
    const left = submission.chunks[number].filter((index) => waiting.has(index));
    const why = state === undefined || state.phase === "completed" ? "wrote no result" : state.word;
    const log = system.log(submission.folder, submission.id ?? "", number);
    const what = `${system.name}: point ${left[0]} of job ${submission.id ?? "?"}: ${why}, see ${log}`;
    if (state?.phase === "cancelled") throw new Error(what);
    // A job that finished some of its points, as one does that runs out of time, is no failure of the others.
    const tries = taken > 0 ? 0 : Math.max(...left.map((index) => failures.get(index) ?? 0)) + 1;
    if (tries > retries) throw new Error(what);
    for (const index of left) failures.set(index, tries);
    onMessage?.(`${what}; ${left.length} points are submitted again`);
  };

  /** Looks once at every job, and returns what is seen of those that are not over. */
  const look = async (): Promise<JobState[] | undefined> => {
    const ids = [...new Set(followed.flatMap(({ submission: { id } }) => (id === undefined ? [] : [id])))];
    const states = await queue.states(ids);
    const seen: JobState[] = [];
    const still: Followed[] = [];
    for (const one of followed) {
      const array = states?.get(one.submission.id ?? "");
      const state = array?.get(one.job) ?? array?.get(OTHERS);
      const alive = state?.phase === "pending" || state?.phase === "running" || states === undefined;
      let taken = await collect(one, false);
      if (isDone(one)) continue;
      if (alive) {
        if (state !== undefined) {
          seen.push(state);
          one.inherited = false;
          one.pending = state.phase === "pending";
        }
        still.push(one);
        continue;
      }
      one.over++;
      if (one.inherited || one.over >= LATE || state?.phase === "failed" || state?.phase === "cancelled") {
        taken += await collect(one, true);
        if (!one.inherited && !isDone(one)) failed(one, state ?? (one.pending ? UNSEEN : undefined), taken);
      } else still.push(one);
    }
    followed = still;
    return states === undefined ? undefined : seen;
  };

  const stillness = stillnessOf(system.name, options);
  try {
    const known: Submission[] = [];
    for (const one of submissions) {
      const id = one.id ?? (await queue.find(one.name));
      known.push(id === undefined ? one : { ...one, id });
    }
    submissions = known;
    followed = submissions.flatMap((one) => jobsOf(one, true));
    // What is there already, before anything is submitted.
    if (followed.length > 0) await look();
    while (waiting.size > 0 && job.signal?.aborted !== true) {
      const covered = new Set(followed.flatMap(({ submission, job: number }) => submission.chunks[number]));
      const open = [...waiting.keys()].filter((index) => !covered.has(index));
      if (open.length > 0) {
        for (const chunks of await arraysOf(system, options, open)) {
          const k = submissions.length;
          const name = `belladonna-${mark}-${k}`;
          const next: Submission = { name, folder: `${options.folder}/${mark}/${k}`, chunks };
          await journal.prepare(next, waiting);
          await journal.write([...submissions, next]);
          const id = await queue.submit(next);
          submissions = [...submissions, { ...next, id }];
          await journal.write(submissions);
          followed.push(...jobsOf(submissions[k], false));
        }
      }
      const seen = await look();
      if (seen !== undefined) stillness.saw(seen, waiting.size);
      if (waiting.size > 0) await pause(options, poll, job.signal);
    }
  } finally {
    const live = new Set(followed.map(({ submission: { id } }) => id));
    for (const id of live) if (id !== undefined) await system.cancel(id).catch(() => undefined);
  }
}

const jobsOf = (submission: Submission, inherited: boolean): Followed[] =>
  submission.chunks.map((_, job) => ({ submission, job, inherited, pending: false, over: 0 }));

/** Points in chunks, in arrays of no more jobs than the batch system takes. */
async function arraysOf(
  system: BatchSystem,
  { chunk = "auto" }: ClusterOptions,
  indices: readonly number[],
): Promise<number[][][]> {
  const processors = chunk === "auto" ? await system.processors() : undefined;
  const jobs = processors === undefined ? USUAL_JOBS : JOBS_A_PROCESSOR * processors;
  const size = chunk === "auto" ? Math.max(1, Math.ceil(indices.length / jobs)) : chunk;
  const most = await system.mostJobs();
  const chunks = pieces(indices, size);
  return pieces(chunks, most);
}

function pieces<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, k) => list.slice(k * size, (k + 1) * size));
}

/** Waits in short pieces, so that a stop is heeded soon. */
async function pause(
  { sleep = wait }: ClusterOptions,
  ms: number,
  signal: ScanJob<unknown, unknown>["signal"],
): Promise<void> {
  for (let left = ms; ; left -= PIECE) {
    await sleep(Math.min(Math.max(left, 0), PIECE));
    if (left <= PIECE || signal?.aborted) return;
  }
}
