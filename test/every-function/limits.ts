import * as limits from "@belladonna/limits";
import * as models from "@belladonna/models";
import { call, plain, type Table } from "./walk.js";

const info = { id: "x", observable: "sigma", unit: "fb", cl: 0.9, kind: "observed" } as const;
const curve = limits.limit({
  ...info,
  shape: "curve",
  mass: [1, 2],
  value: [1, 1],
  luminosity: 1,
  expected: { median: [1, 1] },
});
const particle = { ctau: 1, branchingFraction: () => 1 };
const bare = { ...curve, reference: { key: "A", authors: "A" }, provenance: { source: "A", standing: "read" } };

/** Infinite where nothing is excluded, or nothing bounds what is: documented. */
const infinite = { open: "infinite" } as const;

export const table: Table = {
  ...plain("LIMIT_FORMAT", "cite", "limitToCsv", "limitToJson", "luminosityTimeline"),
  ...plain("recastReasons", "recastSearches"),
  constrainModel: call(
    [
      { name: "B-L", coupling: "g", power: 2, typical: 1e-3, make: models.portals[2].make },
      { masses: [1, 2], couplings: [1e-4, 1e-3], recast: true, project: 100, limits: [], unverified: false },
    ],
    [[0], [1]],
    [],
    infinite,
  ),
  couplingLimit: call(
    [
      curve,
      { model: () => particle, production: () => 1, coupling: "g", range: [0.1, 1], scaling: "general", samples: 9 },
    ],
    [[1]],
    [[1, "scaling"]],
    infinite,
  ),
  excludedAt: call([curve, 1, { ctau: 1, extrapolate: true }], [[2]], [], infinite),
  exclusion: [
    { args: [curve], ...infinite },
    { args: [curve], use: (e: limits.Exclusion) => [e.at(1, { ctau: 1 }), e.envelope(1), e.rings(1)], ...infinite },
  ],
  // NaN where a table says nothing: documented.
  expectedAt: call([curve, 1, { extrapolate: true }], [[2]], [], { open: true }),
  isExcluded: call([curve, 1, 1, { ctau: 1 }], [[3]]),
  limit: call(
    [bare],
    [[0], [0, "reference"], [0, "provenance"], [0, "expected"]],
    [
      [0, "shape"],
      [0, "kind"],
      [0, "provenance", "standing"],
    ],
    infinite,
  ),
  limitFromCsv: call(
    ["1,2\n2,3", { ...info, shape: "curve", massUnit: "MeV", sort: true }],
    [[1]],
    [
      [1, "shape"],
      [1, "kind"],
      [1, "massUnit"],
    ],
  ),
  limitFromJson: call(
    [{ ...bare, format: limits.LIMIT_FORMAT }],
    [[0]],
    [
      [0, "shape"],
      [0, "kind"],
      [0, "format"],
    ],
    infinite,
  ),
  limitFromResults: call([info, [1, 2], [{ observed: 1 }, { observed: 2 }]], [[0]], [[0, "kind"]], infinite),
  luminosityText: [{ args: [424] }],
  productionRate: call(["electron", { vector: { e: 1 } }, 1], [], [[0]]),
  project: call(
    [curve, { luminosity: 2, regime: "background-free", observable: "rate" }],
    [[1]],
    [
      [1, "regime"],
      [1, "observable"],
    ],
    infinite,
  ),
  projectExactly: [{ args: [[1, 2], [1, 2], (mass: number, l: number) => mass / l, info], ...infinite }],
  projectionExponent: call(["background-free", "rate"], [], [[0], [1]]),
  published: "constant",
  recast: call(
    [
      curve,
      {
        from: (mass: number, epsilon: number) => models.darkPhoton({ mass, epsilon: epsilon / 1e3 }),
        to: (mass: number, epsilon: number) => models.darkPhoton({ mass, epsilon }),
        search: { production: "electron", efficiency: { kind: "all" } },
        scaling: "quadratic",
        samples: 9,
      },
    ],
    [[1], [1, "search"], [1, "search", "efficiency"]],
    [
      [1, "scaling"],
      [1, "search", "production"],
      [1, "search", "efficiency", "kind"],
    ],
    infinite,
  ),
  valueAt: call([curve, 1, { ctau: 1, extrapolate: true }], [[2]], [], { open: true }),
};
