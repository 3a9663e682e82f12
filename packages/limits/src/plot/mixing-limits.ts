import data from "../data/dark-scalar-mixing.json";
import { limitFromJson } from "../json.js";
import type { Limit } from "../limit.js";

/** Limits on the mixing angle of the dark scalar, made of the (mass, lifetime) grids by `scripts/mixing-limits.mjs`. */
export const mixingLimits: readonly Limit[] = data.map((entry) => limitFromJson(entry));
