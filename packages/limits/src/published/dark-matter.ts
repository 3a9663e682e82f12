/**
 * Bundled limits of one portal; the whole collection is found through `published` of `@belladonna/limits`.
 *
 * @packageDocumentation
 */
import data from "../data/dark-matter.json";
import { limitFromJson } from "../json.js";
import type { Limit } from "../limit.js";

/** The bundled limits, each with citation and provenance. */
export const limits: readonly Limit[] = data.map((entry) => limitFromJson(entry));
