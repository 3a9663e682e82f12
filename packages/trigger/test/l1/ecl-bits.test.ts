import { describe, expect, it } from "vitest";
import { cellThetaId } from "../../src/l1/trigger-cells.js";
import { decideEcl, newEclDecision } from "../../src/l1/ecl-bits.js";
import reference from "../data/l1-ecl-cases.json";

interface Expected extends Record<string, unknown> {
  readonly hie_vetoes: Readonly<Record<string, boolean>>;
}

/** The decision on clusters given by cell and energy, in the names of the reference table. */
function decide(clusters: readonly { tc: number; E: number }[]): Record<string, unknown> {
  const sums = new Float64Array(18);
  for (const { tc, E } of clusters) sums[cellThetaId[tc - 1]] += E;
  const d = newEclDecision();
  decideEcl(
    clusters.map((c) => c.tc),
    clusters.map((c) => c.E),
    clusters.length,
    sums,
    0,
    d,
  );
  const lml = Object.fromEntries(Array.from({ length: 14 }, (_, k) => [`lml${k}`, ((d.lml >> k) & 1) === 1]));
  return {
    elow: d.elow,
    ehigh: d.ehigh,
    elum: d.elum,
    ecl_3dbha: d.bhabha3d,
    bha_intrk: d.bhabha3d ? d.inTrack : null,
    ecl_bhapur: d.bhabhaSelection,
    bha_theta: d.bhabhaSelection ? d.bhabhaTheta : null,
    ecl_mumu: d.mumu,
    ecltaub2b: d.taub2b,
    ecltaub2b2: d.taub2b2,
    ecltaub2b3: d.taub2b3,
    hie_vetoes: {
      one_cluster_forward: (d.hieVetoes & 1) !== 0,
      hie1: (d.hieVetoes & 2) !== 0,
      hie2: (d.hieVetoes & 4) !== 0,
      hie3: (d.hieVetoes & 8) !== 0,
      hie4: (d.hieVetoes & 16) !== 0,
    },
    ...lml,
  };
}

describe("decideEcl", () => {
  const cases = reference.cases as readonly { clusters: { tc: number; E: number }[]; expect: Expected }[];

  it("has 180 cases to agree with", () => {
    expect(cases).toHaveLength(180);
  });

  it.each(cases.map((c, i) => [i, c] as const))("decides case %i exactly", (_i, { clusters, expect: expected }) => {
    const got = decide(clusters);
    // Sums are inputs here; everything else must agree.
    const wanted = Object.fromEntries(Object.entries(expected).filter(([key]) => !/^(ncl|E.*to.*)$/.test(key)));
    expect(got).toEqual(wanted);
  });

  it("calls 4 GeV against 2.5 GeV in the outermost rings a two-dimensional Bhabha, unless there are four clusters", () => {
    const d = newEclDecision();
    const sums = new Float64Array(18);
    sums[2] = 4;
    sums[16] = 2.5;
    decideEcl([], [], 0, sums, 2, d);
    expect([d.bhabha2d, d.physics]).toEqual([true, false]);
    decideEcl([], [], 0, sums, 4, d);
    expect([d.bhabha2d, d.physics]).toEqual([false, true]);
    sums[16] = 2.4;
    decideEcl([], [], 0, sums, 2, d);
    expect(d.bhabha2d).toBe(false);
  });
});
