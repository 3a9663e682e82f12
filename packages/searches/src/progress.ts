/** How a search tells that it is alive. */
export interface Progress {
  /** Begin a stage of `total` steps; call `step` after each, `done` at the end. */
  stage(name: string, total: number): Stage;
  /** A sentence the user should read, such as that kept work was damaged; it is dropped when absent. */
  note?(sentence: string): void;
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
