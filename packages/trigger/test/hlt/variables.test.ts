import { describe, expect, it } from "vitest";
import {
  bit,
  parseHltMenu,
  highLevel,
  hltMenu,
  hltVariableNames,
  hltVariables,
  namesSet,
  type Detected,
  type Vertex,
} from "../../src/index.js";
import reference from "../data/hlt-cases.json";

const rad = Math.PI / 180;
type Case = (typeof reference.cases)[number];

/**
 * The case's events as detector output. The energy of a track's own clusters is given apart from the list of clusters:
 * it becomes a cluster too late to be looked at.
 */
function detectedOf(cases: readonly Case[]): Detected {
  const offsets = { tracks: [0], clusters: [0] };
  const tracks: (Case["event"]["tracks"][number] & { cluster: number })[] = [];
  const clusters: {
    E: number;
    theta: number;
    phi: number;
    isTrack: boolean;
    zernikeMVA: number;
    time: number;
    dt99: number;
  }[] = [];
  for (const { event } of cases) {
    clusters.push(...event.clusters);
    for (const t of event.tracks) {
      tracks.push({ ...t, cluster: t.clusterE > 0 ? clusters.length : -1 });
      if (t.clusterE > 0)
        clusters.push({ E: t.clusterE, theta: 90, phi: 0, isTrack: true, zernikeMVA: 0, time: 1e6, dt99: 1 });
    }
    offsets.tracks.push(tracks.length);
    offsets.clusters.push(clusters.length);
  }
  const t = (pick: (q: (typeof tracks)[number]) => number): Float64Array => Float64Array.from(tracks, pick);
  const c = (pick: (q: (typeof clusters)[number]) => number): Float64Array => Float64Array.from(clusters, pick);
  return {
    length: cases.length,
    weights: new Float64Array(cases.length).fill(1),
    tracks: {
      offsets: Int32Array.from(offsets.tracks),
      charge: Int8Array.from(tracks, (q) => q.charge),
      px: t((q) => q.px),
      py: t((q) => q.py),
      pz: t((q) => q.pz),
      d0: t((q) => q.d0),
      z0: t((q) => q.z0),
      time: t((q) => q.time),
      chamberHits: Int16Array.from(tracks, (q) => q.nCDCHits),
      cluster: Int32Array.from(tracks, (q) => q.cluster),
    },
    clusters: {
      offsets: Int32Array.from(offsets.clusters),
      energy: c((q) => q.E),
      theta: c((q) => q.theta * rad),
      phi: c((q) => q.phi * rad),
      time: c((q) => q.time),
      time99: c((q) => q.dt99),
      shape: c((q) => q.zernikeMVA),
      track: Int32Array.from(clusters, (q) => (q.isTrack ? 0 : -1)),
    },
  } as unknown as Detected;
}

const cases = reference.cases as readonly Case[];
const detected = detectedOf(cases);
const vertex = (i: number): Vertex | undefined => {
  const v = cases[i].event.vertex;
  return v === null ? undefined : { probability: v.prob, rho: v.rho, theta: v.theta * rad };
};

describe("hltVariables", () => {
  const { columns } = hltVariables(detected, { vertex });
  const exact = (name: string): boolean => !/^(maximum|dphi|dPhi|pCms|clusterE)/.test(name);

  it("has 190 cases to agree with, of 19 kinds", () => {
    expect(cases).toHaveLength(190);
    expect(new Set(cases.map((c) => c.event.kind)).size).toBe(19);
  });

  it.each(cases.map((c, i) => [i, c.event.kind, c] as const))("decides case %i (%s) exactly", (i, _kind, c) => {
    const expected = c.variables as Readonly<Record<string, number>>;
    for (const name of Object.keys(expected)) expect(hltVariableNames).toContain(name);
    const counts = Object.fromEntries(
      hltVariableNames
        .filter((name) => exact(name) && name !== "true" && columns[name][i] !== 0)
        .map((name) => [name, columns[name][i]]),
    );
    expect(counts).toEqual(Object.fromEntries(Object.entries(expected).filter(([name]) => exact(name))));
    for (const [name, value] of Object.entries(expected)) {
      // Given to five digits after the point.
      if (!exact(name)) expect(Math.abs(columns[name as keyof typeof columns][i] - value)).toBeLessThan(2e-3);
    }
  });

  it("are undefined, not zero, for momenta of tracks that are not there", () => {
    const photons = cases.findIndex((c) => c.event.tracks.length === 0);
    expect([columns.maximumPCMS[photons], columns.maximumPLab[photons], columns.nTrkLoose[photons]]).toEqual([
      NaN,
      NaN,
      0,
    ]);
  });
});

describe("highLevel", () => {
  const result = highLevel(detected, hltMenu, { vertex });
  // The reference's decision leaves out the pass-through of all level-1 triggers.
  const lines = hltMenu.lines.filter((l) => l.name !== "L1_trigger").map((l) => `${l.name} / 1 : ${l.cut.text}`);
  const unprescaled = highLevel(detected, parseHltMenu(lines.join("\n")), { vertex });

  it.each(cases.map((c, i) => [i, c.event.kind, c] as const))("fires the lines of case %i (%s)", (i, _kind, c) => {
    expect(namesSet(result.fired, i)).toEqual(c.fired_before_prescale);
    expect(bit(unprescaled.kept, "kept", i)).toBe(c.accept_if_no_prescale);
  });
});

describe("the two readings", () => {
  it("differ for a photon at 31 degrees in the extended barrel only", () => {
    const one = {
      ...cases[0],
      event: {
        kind: "photon",
        tracks: [],
        vertex: null,
        clusters: [{ E: 2, theta: 31, phi: 0, isTrack: false, zernikeMVA: 0.9, time: 0, dt99: 10 }],
      },
    } as unknown as Case;
    const coded = hltVariables(detectedOf([one])).columns;
    const documented = hltVariables(detectedOf([one]), { reading: "asDocumented" }).columns;
    const different = hltVariableNames.filter((name) => !Object.is(coded[name][0], documented[name][0]));
    expect(different).toEqual(["nEsinglePhotonExtendedBarrel"]);
    expect(coded.nEsinglePhotonExtendedBarrel[0]).toBe(1);
  });
});
