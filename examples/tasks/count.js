// @ts-check
// Pseudo-experiments of the count in toys-on-threads.ts: what each thread loads.
import { counting, toyWorker } from "@belladonna/stats";

/**
 * The likelihood from plain data, so that every thread can build it.
 * @param {{ observed: number, background: number, sigma: number }} config
 */
export const count = ({ observed, background, sigma }) =>
  counting({ observed, background, knowledge: { kind: "normal", sigma } });

const work = toyWorker((config) => count(/** @type {any} */ (config)));

/** @param {{ point: import("@belladonna/stats").ToyTask }} call */
export default ({ point }) => work(point);
