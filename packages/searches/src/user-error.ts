/**
 * What the user can mend: printed as one line, without a stack trace. A search that throws one about a file begins it with
 * the name of the file, and one about an option with the option: the command then ends with the exit code of that kind.
 */
export class UserError extends Error {
  /** Kind of the error. */
  override readonly name: string = "UserError";
}

/** A word on the command line that is not understood. */
export class UsageError extends UserError {
  override readonly name = "UsageError";
}

/** A file that cannot be read, or is not what it should be. */
export class InputError extends UserError {
  override readonly name = "InputError";
}

/** Output that cannot be written. */
export class OutputError extends UserError {
  override readonly name = "OutputError";
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
