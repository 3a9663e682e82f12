/** The name space of SVG. */
export const SVG = "http://www.w3.org/2000/svg";

/**
 * An SVG element as markup.
 *
 * @param name - Name of the element.
 * @param attributes - Its attributes, as they are meant: what would be markup in them is escaped.
 * @param children - Markup inside.
 * @returns Markup.
 */
export function element(name: string, attributes: Readonly<Record<string, string>>, children = ""): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return children === "" ? `<${name}${list.join("")}/>` : `<${name}${list.join("")}>${children}</${name}>`;
}

/** Text as markup that shows it. */
function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** How a text looks. */
export interface TextLook {
  /** Which part of the text lies at the point. Default the middle. */
  readonly anchor?: "start" | "middle" | "end";
  /** Colour. Default black. */
  readonly fill?: string;
  /** White around the letters, to be legible on lines. */
  readonly halo?: boolean;
  /** Bold letters. */
  readonly bold?: boolean;
  /** Transformation of the text. */
  readonly transform?: string;
}

/** A letter with its index, as in `g_aγγ`: one letter, an underscore, the letters of the index. */
const INDEXED = /(?<![\p{L}\p{N}])(\p{L})_(\p{L}+)/u;

/** Size and depth of an index, in sizes of its text. */
const INDEX = { size: 0.7, depth: 0.25 };

/** How far the line of the letters lies below the point that is the middle of a text, in sizes of the text. */
export const BASELINE = 0.35;

/** A piece of a text that is set in one size on one line. */
export interface TextPiece {
  /** The words. */
  readonly words: string;
  /** Size of the letters, in sizes of the text. */
  readonly size: number;
  /** How far the piece lies below the one before it, in sizes of the text. */
  readonly down: number;
}

/**
 * A text in pieces: an index such as the τ of `U_τ` is one of its own, smaller and lower.
 * @param content - The text.
 * @returns Its pieces from left to right.
 */
export function textPieces(content: string): TextPiece[] {
  const out: TextPiece[] = [];
  let depth = 0;
  const piece = (words: string, to: number, size: number): void => {
    if (words === "") return;
    out.push({ words, size, down: to - depth });
    depth = to;
  };
  // Words, letter, index, words, letter, index, ..., words.
  const pieces = content.split(INDEXED);
  for (let i = 0; i < pieces.length; i += 3) {
    piece(pieces[i] + (pieces[i + 1] ?? ""), 0, 1);
    piece(pieces[i + 2] ?? "", INDEX.depth, INDEX.size);
  }
  return out;
}

/**
 * A text around a point of the page as markup; an index such as the τ of `U_τ` is set as one.
 *
 * @param content - The text.
 * @param x - Point, px.
 * @param y - Point, px: the middle of the letters.
 * @param size - Size of the letters, px.
 * @param look - Anchor, colour, halo.
 * @returns Markup.
 */
export function text(content: string, x: number, y: number, size: number, look: TextLook = {}): string {
  for (const key of Object.keys(look)) {
    if (!["anchor", "fill", "halo", "bold", "transform"].includes(key)) {
      throw new RangeError(`text: option must be one of anchor, fill, halo, bold, transform, got "${key}"`);
    }
  }
  const attributes = {
    x: f(x),
    y: f(y),
    dy: `${BASELINE}em`,
    "font-size": String(size),
    "text-anchor": look.anchor ?? "middle",
    fill: look.fill ?? "black",
    ...(look.halo ? { stroke: "white", "stroke-width": "3", "stroke-opacity": "0.85", "paint-order": "stroke" } : {}),
    ...(look.bold ? { "font-weight": "bold" } : {}),
    ...(look.transform === undefined ? {} : { transform: look.transform }),
  };
  const pieces = textPieces(content);
  if (pieces.length < 2) return element("text", attributes, escaped(content));
  const spans = pieces.map(({ words, size: part, down }, i) =>
    element("tspan", { dy: f((i === 0 ? BASELINE : down) * size), "font-size": f(part * size) }, escaped(words)),
  );
  return element("text", attributes, spans.join(""));
}

/** Page coordinates to a hundredth of a pixel. */
export function f(v: number): string {
  return String(Math.round(v * 100) / 100);
}
