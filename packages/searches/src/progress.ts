import cliProgress from "cli-progress";

/** How a search tells that it is alive. */
export interface Progress {
  /** Begin a stage of `total` steps; call `step` after each, `done` at the end. */
  stage(name: string, total: number): Stage;
}

/** One stage of a search. */
interface Stage {
  /** `count` more steps are done. */
  step(count?: number): void;
  /** The stage is over. */
  done(): void;
}

/** A progress bar on a terminal, else one line a stage; on standard error, so that results can be piped. */
export function terminalProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return {
    stage(name, total) {
      const start = Date.now();
      const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
      if (!stream.isTTY) {
        return { step: () => undefined, done: () => stream.write(`${name}: ${seconds()}\n`) };
      }
      const bar = new cliProgress.SingleBar(
        { format: `{bar} {percentage}% ${name} {eta_formatted}`, stream, clearOnComplete: true, hideCursor: true },
        cliProgress.Presets.shades_classic,
      );
      bar.start(total, 0);
      return {
        step(count = 1) {
          bar.increment(count);
        },
        done() {
          bar.stop();
          stream.write(`${name}: ${seconds()}\n`);
        },
      };
    },
  };
}

/** Says nothing; for tests. */
export const silentProgress: Progress = {
  stage: () => ({ step: () => undefined, done: () => undefined }),
};
