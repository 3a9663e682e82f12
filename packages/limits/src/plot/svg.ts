import * as linkedom from "linkedom";
import type { SvgDocument, SvgNode } from "./options.js";

/** The name space of SVG. */
export const SVG = "http://www.w3.org/2000/svg";

/** The page's document, or one of linkedom's. */
export function defaultDocument(): SvgDocument {
  const own = (globalThis as { document?: SvgDocument }).document;
  if (own) return own;
  const { document } = linkedom.parseHTML("<!doctype html><html><body></body></html>") as unknown as {
    document: SvgDocument;
  };
  return document;
}

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

/** A text around a point of the page. */
export function text(
  page: SvgDocument,
  content: string,
  x: number,
  y: number,
  size: number,
  look: TextLook = {},
): SvgNode {
  const node = element(page, "text", {
    x: f(x),
    y: f(y),
    dy: "0.35em",
    "font-size": String(size),
    "text-anchor": look.anchor ?? "middle",
    fill: look.fill ?? "black",
    ...(look.halo ? { stroke: "white", "stroke-width": "3", "stroke-opacity": "0.85", "paint-order": "stroke" } : {}),
  });
  node.textContent = content;
  return node;
}

/** Page coordinates to a hundredth of a pixel. */
export function f(v: number): string {
  return String(Math.round(v * 100) / 100);
}
