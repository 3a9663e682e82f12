import cliProgress from "cli-progress";
import type { Progress } from "../progress.js";

/** A progress bar on a terminal, else one line a stage; on standard error, so that results can be piped. */
export function terminalProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return {
    note(sentence) {
      stream.write(`${sentence}\n`);
    },
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
