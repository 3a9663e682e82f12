import type { Limit } from "../limit.js";
import { recastSearches } from "../recast-search.js";
import type { ProductionMode, RecastSearch } from "../recast-search.js";

const all = { kind: "all" } as const;

/** How a vector is made in the experiments whose limits are on missing energy. */
const MISSING_ENERGY: Readonly<Record<string, ProductionMode>> = {
  BaBar: "electron",
  "Belle II": "electron",
  LEP: "electron",
  NA64: "electron",
  "NA64 (positron beam)": "electron",
  LDMX: "electron",
  "NA64 (muon beam)": "muon",
  NA62: "pi0-to-gamma",
};

/** Experiments that make a vector off electrons and see it decay at once. */
const PROMPT = /^(A1|BaBar|Belle|Belle II|BESIII|HPS)$/;

/**
 * What is known of the search behind a limit on a coupling: that of `recastSearches`, or what its observable and final
 * state say. A search for missing energy is blind to what decays visibly, so its channel is `invisible`.
 *
 * @param data - the limit
 * @param own - searches the caller knows, by identifier
 * @returns the search; `undefined` where the limit holds for its own model alone
 */
export function searchOf(data: Limit, own: Readonly<Record<string, RecastSearch>>): RecastSearch | undefined {
  const { id, observable, finalState = "", experiment = "" } = data;
  if (Object.hasOwn(own, id)) return own[id];
  const invisible = finalState === "invisible";
  if (Object.hasOwn(recastSearches, id)) {
    return invisible ? { ...recastSearches[id], channels: ["invisible"] } : recastSearches[id];
  }
  // Two edges come of lifetimes, which take knowledge of shield and detector.
  if (data.shape !== "curve") return undefined;
  const channels = finalState.split(" + ");
  switch (observable) {
    case "epsilon":
    case "gBMinusL":
      if (invisible) {
        return Object.hasOwn(MISSING_ENERGY, experiment)
          ? { production: MISSING_ENERGY[experiment], channels, efficiency: all }
          : undefined;
      }
      return PROMPT.test(experiment) ? { production: "electron", channels, efficiency: all } : undefined;
    case "gPrime":
      // Made off muons: at Belle II and BaBar, and by the muon beam.
      if (!/^(BaBar|Belle|Belle II|NA64 \(muon beam\))$/.test(experiment)) return undefined;
      return {
        production: "muon",
        channels: finalState === "mu+ mu- mu+ mu-" ? ["mu+ mu-"] : channels,
        efficiency: all,
      };
    case "gPhoton":
      return finalState === "gamma gamma" ? { production: "photon", channels, efficiency: all } : undefined;
    case "gW":
      return { production: ({ w = 0 }) => w * w, channels, efficiency: all };
    default:
      return undefined;
  }
}
