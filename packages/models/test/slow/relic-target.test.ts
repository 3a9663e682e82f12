// Every row of the tables of relic targets of models-2; every 13th is in test/relic.test.ts.
import { describe, expect, it } from "vitest";
import { E_CHARGE } from "../../src/physical-constants.js";
import { distances, tableModel } from "../relic-tables.js";
import type { Cells } from "../relic-tables.js";
import baryonLepton from "../data/relic_targets_B-L.json";
import baryonLeptonLeptons from "../data/relic_targets_B-L_leptons.json";
import hadronsOfBaryonLepton from "../data/relic_BL_hadron_nodes.json";
import muonTau from "../data/relic_targets_Lmu-Ltau.json";
import photonHadrons from "../data/relic_targets_dark_photon.json";
import photonLeptons from "../data/relic_targets_dark_photon_leptons.json";
import ratio from "../data/relic_R_nodes.json";

const photon = { e: 1, mu: 1, tau: 1 };
const lepton = { ...photon, nue: 1, numu: 1, nutau: 1 };

describe("relicTarget", () => {
  it.each<[string, Cells, Parameters<typeof distances>[1]]>([
    ["dark photon, leptons", photonLeptons.rows, tableModel(photon, E_CHARGE)],
    ["dark photon, R", photonHadrons.rows, tableModel(photon, E_CHARGE, ratio.rows)],
    ["B − L, leptons", baryonLeptonLeptons.rows, tableModel(lepton)],
    ["B − L", baryonLepton.rows, tableModel(lepton, 1, hadronsOfBaryonLepton.rows)],
    ["Lμ − Lτ", muonTau.rows, tableModel({ mu: 1, tau: 1, numu: 1, nutau: 1 })],
  ])("is that of the table in every row within 1e-4: %s", { timeout: 120_000 }, (_, rows, of) => {
    const off = distances(rows, of);
    expect(off).toHaveLength(156);
    expect(Math.max(...off)).toBeLessThan(1e-4);
  });
});
