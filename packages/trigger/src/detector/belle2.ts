import { belle2Data } from "./belle2-data.js";
import type { Detector } from "./detector.js";
import { plain } from "@belladonna/sources";

/** Belle II: the bare values of {@link belle2Data}, which gives unit, standing and source of each. */
export const belle2: Detector = /* @__PURE__ */ plain<Detector>(belle2Data);
