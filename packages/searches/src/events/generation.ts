import { generate, type GeneratedEvents, type GenerateOptions, prepare } from "@belladonna/events";
import type { Preparation, PrepareOptions, Process } from "@belladonna/events";
import type { Task } from "../task.js";
import type { Work } from "../work.js";

/** How a sample is generated: what is prepared once, for all its parts. */
export interface Generation {
  /** The process. */
  readonly process: () => Process;
  /** Collisions and cuts. */
  readonly options: PrepareOptions;
}

/** What else generation is told. */
export type PartOptions = Omit<GenerateOptions, keyof PrepareOptions>;

/** Prepares a sample: seconds of work that its parts need not do again. */
export function prepared({ process, options }: Generation): Preparation {
  return prepare(process(), options);
}

/** Events of a part of a sample; without a preparation it makes its own, and the same events. */
export function generatePart({ process, options }: Generation, part: PartOptions): GeneratedEvents {
  return generate(process(), { ...options, ...part });
}

/**
 * Prepares samples by a task, those of the same generation together.
 *
 * @param stage - What the user reads while it runs.
 * @param task - Prepares the sample of a name.
 * @param generations - How each sample is generated.
 * @returns The preparation of each sample.
 */
export async function preparedOnce<S extends string>(
  stage: string,
  task: Task<S, Preparation>,
  generations: Readonly<Record<S, Generation>>,
  work: Work,
): Promise<Readonly<Record<S, Preparation>>> {
  const names = Object.keys(generations) as S[];
  const different = names.filter((name, i) => names.findIndex((one) => generations[one] === generations[name]) === i);
  const made = await work.each(stage, task, different);
  const of = (name: S): Preparation => made[different.findIndex((one) => generations[one] === generations[name])];
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<S, Preparation>;
}
