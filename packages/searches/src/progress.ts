/** How a search tells that it is alive. */
export interface Progress {
  /** Begin a stage of `total` steps; call `step` after each, `done` at the end. */
  stage(name: string, total: number): Stage;
}

/** One stage of a search. */
export interface Stage {
  /** `count` more steps are done. */
  step(count?: number): void;
  /** The stage is over. */
  done(): void;
}

/** Says nothing. */
export const silentProgress: Progress = {
  stage: () => ({ step: () => undefined, done: () => undefined }),
};
