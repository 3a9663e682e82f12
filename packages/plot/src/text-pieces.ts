/** A letter with its index outside of mathematics, as in `g_aγγ`: one letter, an underscore, the letters of the index. */
const INDEXED = /(?<![\p{L}\p{N}])(\p{L})_(\p{L}+)/u;

/** An index or exponent in mathematics: one character, or several in braces. */
const RAISED = /([_^])(?:\{([^{}]*)\}|(.))/u;

/** Size and depth of an index, and height of an exponent, in sizes of their text. */
const INDEX = { size: 0.7, depth: 0.25, height: 0.38 };

/** A piece of a text that is set in one size on one line. */
export interface TextPiece {
  /** The words. */
  readonly words: string;
  /** Size of the letters, in sizes of the text. */
  readonly size: number;
  /** How far the piece lies below the one before it, in sizes of the text. */
  readonly down: number;
  /** Whether it is a symbol, in slanted letters. */
  readonly italic?: true;
}

/**
 * A text in pieces, as TeX would set them.
 *
 * Between two dollars letters are symbols and slanted, `_` lowers and `^` raises the character or the braces behind it:
 * `$g_{aγγ}$ [GeV⁻¹]`. Indices name particles and states, and are upright. Outside of dollars, only the
 * index of a single letter is set as one: the τ of `U_τ`. A dollar without a second one is a dollar.
 *
 * ```ts
 * textPieces("$m_a$ [GeV]").map((piece) => piece.words); // ["m", "a", " [GeV]"]
 * ```
 * @param content - The text.
 * @returns Its pieces from left to right.
 */
export function textPieces(content: string): TextPiece[] {
  const out: TextPiece[] = [];
  let depth = 0;
  const piece = (words: string, to: number, size: number, italic = false): void => {
    if (words === "") return;
    out.push({ words, size, down: to - depth, ...(italic && { italic }) });
    depth = to;
  };
  const plain = (words: string): void => {
    // Words, letter, index, words, letter, index, ..., words.
    const pieces = words.split(INDEXED);
    for (let i = 0; i < pieces.length; i += 3) {
      piece(pieces[i] + (pieces[i + 1] ?? ""), 0, 1);
      piece(pieces[i + 2] ?? "", INDEX.depth, INDEX.size);
    }
  };
  const symbols = (words: string): void => {
    for (const part of words.split(/(\p{L}+)/u)) piece(part, 0, 1, /^\p{L}/u.test(part));
  };
  const math = (words: string): void => {
    // Symbols, sign, braces, character, symbols, ...: of braces and character one is undefined.
    const pieces = words.split(RAISED) as (string | undefined)[];
    for (let i = 0; i < pieces.length; i += 4) {
      symbols(pieces[i] ?? "");
      const raised = pieces[i + 1] === "^";
      piece(pieces[i + 2] ?? pieces[i + 3] ?? "", raised ? -INDEX.height : INDEX.depth, INDEX.size);
    }
  };
  const parts = content.split("$");
  if (parts.length % 2 === 0) parts.splice(-2, 2, parts.slice(-2).join("$"));
  parts.forEach((part, i) => {
    if (i % 2 === 1) math(part);
    else plain(part);
  });
  return out;
}

/**
 * A text without its marks, for where only letters can be shown: `g_aγγ` for `$g_{aγγ}$`, `|U_e|²` for `$|U_e|^2$`.
 *
 * ```ts
 * plainText("$|U_e|^2$"); // "|U_e|²"
 * ```
 * @param content - The text.
 * @returns The same in one size and on one line.
 */
export function plainText(content: string): string {
  let level = 0;
  return textPieces(content)
    .map(({ words, down }) => {
      level += down;
      if (level < -0.01) return raisedText(words);
      return level > 0.01 ? `_${words}` : words;
    })
    .join("");
}

const SUPERSCRIPTS: Readonly<Partial<Record<string, string>>> = {
  ...Object.fromEntries(Array.from("⁰¹²³⁴⁵⁶⁷⁸⁹", (c, i) => [String(i), c])),
  "-": "⁻",
  "−": "⁻",
  "+": "⁺",
};

function raisedText(words: string): string {
  const letters = Array.from(words, (c) => SUPERSCRIPTS[c]);
  return letters.every((c) => c !== undefined) ? letters.join("") : `^${words}`;
}
