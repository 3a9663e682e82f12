/** Where something stands in a text, both counted from 1. */
export interface TextPosition {
  /** Line, from 1. */
  readonly line: number;
  /** Column, from 1, in UTF-16 units. */
  readonly column: number;
}

/**
 * A menu or cut text that does not parse.
 *
 * Its `message` names the function, line, column, what was found and what was expected.
 */
export interface ParseError extends SyntaxError, TextPosition {}

/** Makes a {@link ParseError}; throw it. */
export function parseError(where: string, { line, column }: TextPosition, what: string): ParseError {
  return Object.assign(new SyntaxError(`${where}: line ${line}, column ${column}: ${what}`), { line, column });
}
