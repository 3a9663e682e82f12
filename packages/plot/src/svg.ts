/** The part of a DOM document that drawing needs. */
export interface SvgDocument {
  /** Make an element of a namespace. */
  createElementNS(namespace: string, name: string): SvgNode;
}

/** The part of a DOM element that drawing needs. */
export interface SvgNode {
  /** Set an attribute. */
  setAttribute(name: string, value: string): void;
  /** Add a child at the end. */
  appendChild(child: SvgNode): unknown;
  /** Text inside. */
  textContent: string | null;
  /** The element as markup. */
  readonly outerHTML: string;
}

/** The name space of SVG. */
export const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with attributes. */
export function element(page: SvgDocument, name: string, attributes: Readonly<Record<string, string>>): SvgNode {
  const node = page.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

/** How a text looks. */
export interface TextLook {
  /** Which part of the text lies at the point. Default the middle. */
  readonly anchor?: "start" | "middle" | "end";
  /** Colour. Default black. */
  readonly fill?: string;
  /** White around the letters, to be legible on lines. */
  readonly halo?: boolean;
}

/** A letter with its index, as in `g_aγγ`: one letter, an underscore, the letters of the index. */
const INDEXED = /(?<![\p{L}\p{N}])(\p{L})_(\p{L}+)/u;

/** Size and depth of an index, in sizes of its text. */
const INDEX = { size: 0.7, depth: 0.25 };

/** How far the line of the letters lies below the point that is the middle of a text, in sizes of the text. */
const BASE = 0.35;

/** A text around a point of the page; an index such as the τ of `U_τ` is set as one. */
export function text(
  page: SvgDocument,
  content: string,
  x: number,
  y: number,
  size: number,
  look: TextLook = {},
): SvgNode {
  for (const key of Object.keys(look)) {
    if (!["anchor", "fill", "halo"].includes(key)) {
      throw new RangeError(`text: option must be one of anchor, fill, halo, got "${key}"`);
    }
  }
  const node = element(page, "text", {
    x: f(x),
    y: f(y),
    dy: `${BASE}em`,
    "font-size": String(size),
    "text-anchor": look.anchor ?? "middle",
    fill: look.fill ?? "black",
    ...(look.halo ? { stroke: "white", "stroke-width": "3", "stroke-opacity": "0.85", "paint-order": "stroke" } : {}),
  });
  // Words, letter, index, words, letter, index, ..., words.
  const pieces = content.split(INDEXED);
  if (pieces.length === 1) {
    node.textContent = content;
    return node;
  }
  let depth = 0;
  const piece = (words: string, to: number, fontSize: number): void => {
    if (words === "") return;
    const span = element(page, "tspan", { dy: f((to - depth) * size), "font-size": f(fontSize) });
    span.textContent = words;
    node.appendChild(span);
    depth = to;
  };
  for (let i = 0; i < pieces.length; i += 3) {
    piece(pieces[i] + (pieces[i + 1] ?? ""), BASE, size);
    piece(pieces[i + 2] ?? "", BASE + INDEX.depth, INDEX.size * size);
  }
  return node;
}

/** Page coordinates to a hundredth of a pixel. */
export function f(v: number): string {
  return String(Math.round(v * 100) / 100);
}
