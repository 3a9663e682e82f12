/**
 * Bundled limits of one portal; the whole collection is found through `published` of `@belladonna/limits`.
 *
 * @packageDocumentation
 */
import type { Limit } from "../limit.js";
import { limits as other } from "./alp-other.js";
import { limits as photon } from "./alp-photon.js";

/** The bundled limits, each with citation and provenance. */
export const limits: readonly Limit[] = [...photon, ...other];
