/**
 * A document to draw in: that of the page, or one of `linkedom`, which must be installed where there is no page.
 *
 * @packageDocumentation
 */
import * as linkedom from "linkedom";
import type { SvgDocument } from "./svg.js";

/** The page's document, or one of linkedom's. */
export function defaultDocument(): SvgDocument {
  const own = (globalThis as { document?: SvgDocument }).document;
  if (own) return own;
  const { document } = linkedom.parseHTML("<!doctype html><html><body></body></html>") as unknown as {
    document: SvgDocument;
  };
  return document;
}
