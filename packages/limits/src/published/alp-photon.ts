import data from "../data/alp-photon.json";
import { limitFromJson } from "../json.js";
import type { Limit } from "../limit.js";

/** The bundled limits on the photon coupling of axion-like particles. */
export const limits: readonly Limit[] = data.map((entry) => limitFromJson(entry));
