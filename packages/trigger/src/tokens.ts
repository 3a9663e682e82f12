import { parseError, type TextPosition } from "./parse-error.js";

/** A word, number or sign of a text. */
export interface Token extends TextPosition {
  /** Kind: `"end"` stands after the last. */
  readonly kind: "name" | "number" | "sign" | "end";
  /** As written. */
  readonly text: string;
}

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const NUMBER = /0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const SIGN = /==|!=|<=|>=|&&|\|\||\*\*|[-+*/^()[\]<>=!&|]/y;

/** Tokens of one line of text; white space separates and is dropped. */
export function tokenize(text: string, line: number, firstColumn: number, where: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp, kind: Token["kind"], column: number): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return false;
    tokens.push({ kind, text: found[0], line, column });
    at += found[0].length;
    return true;
  };
  while (at < text.length) {
    const c = text[at];
    if (c === " " || c === "\t" || c === "\r" || c === "\n") {
      at++;
      continue;
    }
    const column = firstColumn + at;
    if (match(NAME, "name", column) || match(NUMBER, "number", column) || match(SIGN, "sign", column)) continue;
    throw parseError(where, { line, column }, `unexpected character ${JSON.stringify(c)}`);
  }
  tokens.push({ kind: "end", text: "", line, column: firstColumn + text.length });
  return tokens;
}

/** Reads tokens in turn. */
export interface TokenReader {
  /** The next token, not taken. */
  peek(): Token;
  /** Takes the next token. */
  take(): Token;
  /** Takes the next token if it reads as one of `texts`. */
  accept(...texts: readonly string[]): Token | undefined;
  /** Throws a parse error at a token. */
  fail(token: Token, expected: string): never;
}

/** A reader of `tokens` whose errors name `where`. */
export function tokenReader(tokens: readonly Token[], where: string): TokenReader {
  let at = 0;
  return {
    peek: () => tokens[at],
    take: () => (at < tokens.length - 1 ? tokens[at++] : tokens[at]),
    accept(...texts) {
      const token = tokens[at];
      return token.kind !== "end" && texts.includes(token.text) ? tokens[at++] : undefined;
    },
    fail(token, expected): never {
      const found = token.kind === "end" ? "the end" : JSON.stringify(token.text);
      throw parseError(where, token, `expected ${expected}, found ${found}`);
    },
  };
}
