import type { ClusterOptions, JobState } from "./batch-system.js";

/** Notices when nothing moves. */
export interface Stillness {
  /** What was seen at a look, and how many points wait. */
  readonly saw: (jobs: readonly JobState[], waiting: number) => void;
}

/** A word when nothing has changed for long: time is counted in looks, since a library has no clock. */
export function stillnessOf(
  name: string,
  { poll = 10_000, quiet = 600_000, onMessage }: Pick<ClusterOptions, "poll" | "quiet" | "onMessage">,
): Stillness {
  let before = "";
  let still = 0;
  return {
    saw(jobs, waiting) {
      const counts = new Map<string, number>();
      for (const { word } of jobs) counts.set(word, (counts.get(word) ?? 0) + 1);
      const now = Array.from(counts, ([word, count]) => `${count} ${word}`).join(", ");
      const mark = `${waiting} ${now}`;
      still = mark === before ? still + poll : 0;
      before = mark;
      if (still < quiet || still === 0) return;
      onMessage?.(`${name}: nothing has moved for ${Math.round(still / 60_000)} min: ${now === "" ? "no job" : now}`);
      still = 0;
    },
  };
}
