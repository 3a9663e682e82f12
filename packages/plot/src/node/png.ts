/**
 * PNG pictures of SVG drawings, in Node. Needs `@resvg/resvg-js`.
 *
 * @packageDocumentation
 */
import { Resvg } from "@resvg/resvg-js";

/** How a drawing becomes pixels. */
export interface PngOptions {
  /** Pixels for one px of the drawing. Default 2. */
  readonly scale?: number;
  /** Font used where the drawing's is not installed. Default `DejaVu Sans`. */
  readonly fontFamily?: string;
}

/**
 * Turn an SVG drawing into a PNG picture.
 * @param svg - The drawing, as `exclusionPlot` returns it.
 * @param options - Resolution and font.
 * @returns The bytes of the PNG file.
 * @throws Error when the SVG is malformed.
 */
export function svgToPng(svg: string, options: PngOptions = {}): Uint8Array {
  const { scale = 2, fontFamily = "DejaVu Sans" } = options;
  const image = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    background: "white",
    font: { defaultFontFamily: fontFamily, sansSerifFamily: fontFamily, loadSystemFonts: true },
  });
  return image.render().asPng();
}
