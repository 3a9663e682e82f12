import data from "../data/vector-meson.json";
import { tablesOf, type Table } from "./table.js";

/**
 * Hadronic final states of a vector meson mixing with the mediator: $R_\mu^{F,V}(m)$, relative to massless muons, against
 * the mass (GeV); keys are `final state.meson`. `pi0_gamma.omega` is stored divided by $m^2(1-m_0^2/m^2)^3$ with the
 * threshold of the source, $m_0=0.14$ GeV, so that the p-wave rise from the true threshold can be put back. Source and its
 * known fault stand in the file.
 */
export const vectorMesonTables: Readonly<Partial<Record<string, Table>>> = /* @__PURE__ */ tablesOf(data);
