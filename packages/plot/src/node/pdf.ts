/**
 * PDF figures of SVG drawings, with texts that stay texts. Needs `pdfkit` and `@xmldom/xmldom`.
 *
 * @packageDocumentation
 */
import { Buffer } from "node:buffer";
import { DOMParser } from "@xmldom/xmldom";
import type { Element } from "@xmldom/xmldom";
import PDFDocument from "pdfkit";
import { paintElement } from "./pdf-elements.js";

/** A font: the path of a TrueType or OpenType file, or its bytes. */
export type FontSource = string | Uint8Array;

/** What a PDF is written with. */
export interface PdfOptions {
  /**
   * Font of the letters, of which those that are used are put into the file. It must have Greek letters, arrows and raised
   * digits, as DejaVu Sans: `ttf/DejaVuSans.ttf` of the package `dejavu-fonts-ttf`.
   */
  readonly font: FontSource;
  /** The same for bold letters. Default: those of `font`. */
  readonly bold?: FontSource;
  /** Title in the properties of the file. */
  readonly title?: string;
}

/** Points of PDF in a px of SVG: 72 and 96 to the inch. */
const POINTS = 72 / 96;

/**
 * Turn a figure into a PDF of one page of its size, with lines as lines and letters as letters: it can be scaled, searched
 * and included in LaTeX by `\includegraphics`.
 *
 * Understands what this package and `@belladonna/limits/plot` draw: `rect`, `circle`, `path`, `text` and `tspan` with their
 * presentation attributes; text in `metadata` becomes the file's creator. The same figure gives the same bytes.
 * @param svg - The drawing, as `chart` or `exclusionPlot` return it.
 * @param options - Fonts.
 * @returns The bytes of the PDF file.
 * @throws RangeError when the drawing is not XML, has no size, or holds an element that is not understood.
 */
export async function svgToPdf(svg: string, options: PdfOptions): Promise<Uint8Array> {
  const root = rootOf(svg);
  const [width, height] = ["width", "height"].map((name) => Number(root.getAttribute(name)));
  if (!(width > 0 && height > 0)) {
    throw new RangeError(`svgToPdf: the drawing must have a width and a height, px, got ${width} × ${height}`);
  }
  const info = {
    Creator: root.getElementsByTagName("metadata").item(0)?.textContent ?? "belladonna",
    CreationDate: new Date(0),
    ...(options.title !== undefined && { Title: options.title }),
  };
  const document = new PDFDocument({ size: [width * POINTS, height * POINTS], margin: 0, info });
  document.registerFont("regular", bytesOf(options.font));
  document.registerFont("bold", bytesOf(options.bold ?? options.font));
  const written = collected(document);
  document.scale(POINTS);
  const defaults = { fill: root.getAttribute("fill") ?? "black", "font-size": root.getAttribute("font-size") ?? "16" };
  for (const child of Array.from(root.childNodes)) {
    if (child.nodeType === child.ELEMENT_NODE) paintElement(document, child as Element, defaults);
  }
  document.end();
  return written;
}

function rootOf(svg: string): Element {
  let fault = "";
  const parser = new DOMParser({
    onError: (_level, message) => {
      fault ||= message.split("\n")[0];
    },
  });
  let root: Element | null = null;
  try {
    root = parser.parseFromString(svg, "image/svg+xml").documentElement;
  } catch (error) {
    fault ||= error instanceof Error ? error.message : String(error);
  }
  if (fault !== "" || root === null) throw new RangeError(`svgToPdf: the drawing must be SVG, got: ${fault}`);
  if (root.localName !== "svg") throw new RangeError(`svgToPdf: the drawing must be SVG, got <${root.tagName}>`);
  return root;
}

const bytesOf = (font: FontSource): string | Buffer => (typeof font === "string" ? font : Buffer.from(font));

async function collected(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  return Uint8Array.from(Buffer.concat(parts));
}
