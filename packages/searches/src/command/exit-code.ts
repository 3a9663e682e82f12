import { CommanderError } from "commander";
import { InputError, OutputError, UsageError } from "../user-error.js";

/** Exit codes, a kind of error each. */
const EXIT = { done: 0, failed: 1, usage: 2, input: 3, output: 4 } as const;

/** What the codes mean, for the help. */
export const EXIT_TEXT = `Exit codes: 0 done; 1 a run that failed; 2 a word on the command line that is not understood;
3 a file that cannot be read or is not what it should be; 4 output that cannot be written.`;

/** The exit code of what was thrown. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof UsageError) return EXIT.usage;
  if (error instanceof InputError) return EXIT.input;
  return error instanceof OutputError ? EXIT.output : EXIT.failed;
}
