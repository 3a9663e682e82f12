import { gMinus2Band, muonAnomaly } from "@belladonna/models";
import { pow } from "@belladonna/numerics/elementary";
import { limit } from "../limit.js";
import type { IntervalLimit } from "../limit.js";

/**
 * The coupling of a Z' to muons that explains the muon's anomalous magnetic moment within two standard deviations, with
 * the dispersive prediction of 2020, as search papers show it.
 */
export function muonAnomalyBand(): IntervalLimit {
  const masses = Array.from({ length: 61 }, (_, i) => 1e-3 * pow(2e4, i / 60));
  const edges = masses.map((m) => gMinus2Band("vector", m, "mu", muonAnomaly.theory2020) ?? ([0, 0] as const));
  return limit({
    id: "muon-anomaly",
    observable: "gPrime",
    unit: "1",
    cl: 0.954,
    kind: "derived",
    shape: "interval",
    mass: masses,
    lower: edges.map(([low]) => low),
    upper: edges.map(([, high]) => high),
  });
}
