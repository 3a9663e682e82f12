import data from "../data/alp-other.json";
import { limitFromJson } from "../json.js";
import type { Limit } from "../limit.js";

/** The bundled limits on axion-like particles but for those on their photon coupling. */
export const limits: readonly Limit[] = data.map((entry) => limitFromJson(entry));
