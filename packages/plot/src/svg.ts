import { textPieces } from "./text-pieces.js";

/** The name space of SVG. */
export const SVG = "http://www.w3.org/2000/svg";

/**
 * An SVG element as markup.
 *
 * ```ts
 * element("circle", { r: "2", fill: "black" }); // "<circle r=\"2\" fill=\"black\"/>"
 * ```
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

/** How far the line of the letters lies below the point that is the middle of a text, in sizes of the text. */
export const BASELINE = 0.35;

/**
 * A text around a point of the page as markup; indices, exponents and symbols are set as {@link textPieces} says.
 *
 * ```ts
 * text("μ", 10, 20, 14).startsWith("<text"); // true
 * ```
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
  if (pieces.length === 0) return element("text", attributes);
  if (pieces.length === 1) {
    const [{ words, italic }] = pieces;
    return element("text", { ...attributes, ...(italic && SLANTED) }, escaped(words));
  }
  const spans = pieces.map(({ words, size: part, down, italic }, i) =>
    element(
      "tspan",
      { dy: f((i === 0 ? BASELINE + down : down) * size), "font-size": f(part * size), ...(italic && SLANTED) },
      escaped(words),
    ),
  );
  // Without it Inkscape leaves out the space at the beginning of a piece.
  return element("text", { ...attributes, "xml:space": "preserve" }, spans.join(""));
}

const SLANTED = { "font-style": "italic" };

/**
 * Page coordinates to a hundredth of a pixel.
 *
 * ```ts
 * f(1.23456); // "1.23"
 * ```
 */
export function f(v: number): string {
  return String(Math.round(v * 100) / 100);
}

/** Size and letters of a page. */
export interface PageLook {
  /** Width, px. */
  readonly width: number;
  /** Height, px. */
  readonly height: number;
  /** Height of letters, px. */
  readonly fontSize: number;
  /** Their fonts. */
  readonly fontFamily: string;
}

/**
 * A figure as SVG text, black on white, complete with its name space.
 *
 * ```ts
 * page({ width: 300, height: 200, fontSize: 12, fontFamily: "serif" }, "").startsWith("<svg"); // true
 * ```
 * @param look - Size and letters.
 * @param inside - What is on the page, as SVG.
 */
export function page({ width, height, fontSize, fontFamily }: PageLook, inside: string): string {
  const attributes = {
    xmlns: SVG,
    width: String(width),
    height: String(height),
    viewBox: `0 0 ${width} ${height}`,
    "font-family": fontFamily,
    "font-size": String(fontSize),
    fill: "black",
  };
  const paper = element("rect", { width: String(width), height: String(height), fill: "white" });
  return element("svg", attributes, paper + inside);
}
