import type { Measured } from "../search.js";

/** Range of the published limits on the cross section, fb, and the masses of the dark photon it holds for, GeV. */
export const PUBLISHED_RANGE: NonNullable<Measured["range"]> = { low: 1.7, high: 5, from: 4, to: 9.7 };
