/**
 * Who said so: papers, BibTeX, and values with unit, standing and source, and the mark of what made a file.
 *
 * @packageDocumentation
 */
export { bibtex, citationText } from "./citation.js";
export type { Citation } from "./citation.js";
export { marked } from "./marked.js";
export { references } from "./references.js";
export type { ReferenceKey } from "./references.js";
export { standings } from "./standing.js";
export type { Standing } from "./standing.js";
export type { Described, Sourced } from "./sourced.js";
export { plain } from "./sourced.js";
