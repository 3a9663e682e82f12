import type { BatchSystem, ClusterOptions, JobState } from "./batch-system.js";
import type { Submission } from "./journal.js";

/** A batch system whose commands may fail for a while: it is away, or restarted. */
export interface PatientQueue {
  /** States of the jobs of arrays; undefined where they could not be had this time. */
  readonly states: (ids: readonly string[]) => Promise<ReadonlyMap<string, ReadonlyMap<number, JobState>> | undefined>;
  /** What was submitted under a name; undefined where nothing was. */
  readonly find: (name: string) => Promise<string | undefined>;
  /** Submit, as often as it takes; never twice. */
  readonly submit: (submission: Submission) => Promise<string>;
}

/** What is said when a batch system cannot be reached, and not that what is asked of it is wrong. */
const AWAY = /contact|timed? ?out|connect|communicat|unavailable|refused|try again/i;

/**
 * Looks that fail are made again at the next time, so many in a row as the options allow; a submission whose answer was lost
 * is looked for by its name before it is made again.
 */
export function patientQueue(system: BatchSystem, options: ClusterOptions): PatientQueue {
  const { patience = 360, poll = 10_000, sleep = wait, onMessage } = options;
  let faults = 0;
  const bear = (error: unknown): void => {
    const message = error instanceof Error ? error.message.trim() : String(error);
    faults++;
    if (faults > patience)
      throw new Error(`${system.name}: did not answer ${faults} times: ${message}`, { cause: error });
    if (faults === 1) onMessage?.(`${system.name}: does not answer, trying again: ${message}`);
  };
  const answered = (): void => {
    if (faults > 0) onMessage?.(`${system.name}: answers again`);
    faults = 0;
  };
  const insist = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        const answer = await ask();
        answered();
        return answer;
      } catch (error) {
        if (!AWAY.test(error instanceof Error ? error.message : String(error))) throw error;
        bear(error);
        await sleep(poll);
      }
    }
  };
  return {
    async states(ids) {
      try {
        const states = new Map<string, ReadonlyMap<number, JobState>>();
        for (const id of ids) states.set(id, await system.states(id));
        answered();
        return states;
      } catch (error) {
        bear(error);
        return undefined;
      }
    },
    find: (name) => insist(() => system.find(name)),
    submit({ folder, name, chunks }) {
      let lost = false;
      return insist(async () => {
        const before = lost ? await system.find(name) : undefined;
        lost = true;
        return before ?? (await system.submit(folder, name, chunks.length));
      });
    },
  };
}

const timers = globalThis as unknown as { setTimeout: (f: () => void, ms: number) => unknown };

/** Waits by a timer. */
export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    timers.setTimeout(resolve, milliseconds);
  });
}
