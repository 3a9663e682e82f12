// Every table of another program in test/data is whole and held, row by row, by the test file named here, whose last test
// counts the rows (`unlisted` of tables.ts, or a count of its own). No row is left out.
import { expect, it } from "vitest";

interface Table {
  readonly schema?: string;
  readonly n_rows?: number;
  readonly rows: readonly unknown[];
}
const tables = import.meta.glob<Table>("../packages/{models,events}/test/data/*.json", {
  eager: true,
  import: "default",
});
const tests = import.meta.glob<string>("../packages/{models,events}/test/*.test.ts", {
  eager: true,
  import: "default",
  query: "?raw",
});

const owners: [test: string, tables: RegExp][] = [
  ["vector", /^(darkcast_.*|deliver_.*|foresee_(B|BL|dark_photon_deliver)|alpinist_dark_photon)$/],
  ["alp", /^(alpinist_alp_gluon|foresee_alp_photon)$/],
  ["alp-fermion", /^alpinist_alp_fermion$/],
  ["scalar", /^(alpinist_dark_scalar|foresee_dark_higgs|scalar_alp_B_production)$/],
  ["hnl", /^(alpinist_hnl_|hnlcalc_decay_)U(e|mu|tau)$/],
  ["hnl-production", /^hnlcalc_production_U(e|mu|tau)$/],
  ["g-minus-2", /^gminus2_muon$/],
  // Cross sections: compared row by row where they are read.
  ["lfv-z-prime", /^lfv_zprime_emu(_cuts)?$/],
  ["photon-fusion", /^alp_photon_fusion$/],
  ["inelastic-pair", /^idm_(cross_sections|Aprime_hprime|chi1_chi2_hprime)$/],
  ["displaced-dark-photon", /^displaced_aprime_(ctau|eps)$/],
  ["gamma-x", /^xsec-2to2-10p58$/],
  ["ffx", /^xsec-ffx-10p58$/],
  ["dark-higgsstrahlung", /^xsec-darkhiggsstrahlung-10p58$/],
];
const reference = Object.entries(tables).filter(([, table]) => table.schema === "darktable/1");

it("has 29 tables of portals and three of cross sections, 13088 rows", () => {
  expect(reference.length).toBe(32);
  expect(reference.reduce((sum, [, table]) => sum + table.rows.length, 0)).toBe(13088);
});

it.each(reference)("%s is whole and belongs to one test file that counts its rows", (path, table) => {
  expect(table.rows.length).toBe(table.n_rows);
  const name = path.slice(path.lastIndexOf("/") + 1, -".json".length);
  const mine = owners.filter(([, pattern]) => pattern.test(name)).map(([test]) => test);
  expect(mine.length).toBe(1);
  const source = tests[path.replace(/data\/.*/, `${mine[0]}.test.ts`)];
  expect(source).toContain(name.replace(/(?<=^(alpinist_hnl|hnlcalc_decay|hnlcalc_production)_).*/, ""));
  if (!name.startsWith("xsec")) expect(source).toMatch(/unlisted\(\[\]\)|toBe\(617\)/);
});
