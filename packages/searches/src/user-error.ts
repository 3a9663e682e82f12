/** What the user can mend: printed as one line, without a stack trace. */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** The message of anything thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
