import * as histfactory from "@belladonna/histfactory";
import * as stats from "@belladonna/stats";
import { call, plain, type Table } from "./walk.js";

const counts = { signal: [3, 4], background: [5, 6], observed: [6, 6] };
const workspace = histfactory.uncorrelatedBackground(counts, [1, 1]);
const another = histfactory.renameWorkspace(workspace, {
  channels: { singlechannel: "other" },
  measurements: { measurement: "second" },
});
const likelihood = histfactory.histFactory(workspace);
const fitted = stats.fit(likelihood);
const covariance = histfactory.prefitCovariance(likelihood);
const yields = histfactory.expectedYields(likelihood, fitted.theta, covariance);
const parts = (systematics: readonly object[]): object => ({
  poi: "mu",
  measurement: "m",
  luminosityError: 0.01,
  prune: { scale: 1e-9, shape: 1e-9 },
  channels: [
    {
      name: "r",
      observed: [5, 6],
      samples: [
        { name: "s", data: [1, 2], factors: ["mu"] },
        { name: "b", data: [5, 6], errors: [0.1, 0.1], luminosity: true, systematics },
      ],
    },
  ],
});
/** A workspace is used by its likelihood, infinite (of -2 ln L) where a number makes a rate negative. */
const use = (made: histfactory.Workspace): unknown => {
  const made2 = histfactory.histFactory(made);
  return made2.value(Float64Array.from(made2.parameters, ({ start }) => start));
};

export const table: Table = {
  ...plain("WorkspaceError", "applyJsonPatch", "carryFit", "combineWorkspaces", "describeWorkspace", "parsePatchSet"),
  ...plain("pulls", "sortWorkspace", "workspaceDigest", "writeHs3"),
  combineWorkspaces: call([workspace, another, { join: "outer", mergeChannels: true }], [[2]], [[2, "join"]]),
  correlatedBackground: call([counts, [6, 7], [4, 5]], [[0]], [], { use, open: true }),
  correlationMatrix: call([likelihood, fitted, { threshold: 0.1 }], [[2]], [], { made: [1] }),
  distributions: [{ args: [yields], made: [0] }],
  expectedYields: [{ args: [likelihood, fitted.theta, covariance] }],
  histFactory: [
    ...call(
      [workspace, { interpolation: { normsys: "code1", histosys: "code0" } }],
      [[1], [1, "interpolation"]],
      [
        [1, "interpolation", "normsys"],
        [1, "interpolation", "histosys"],
      ],
    ),
    ...call([workspace, { interpolation: "kinked" }], [], [[1, "interpolation"]]),
  ],
  impacts: call([likelihood, fitted, { of: "mu" }], [[2]], [[2, "of"]], { made: [1] }),
  kinematicModifier: [
    { args: [{ parameters: [{ name: "c", start: 1, min: 0, max: 2 }], weights: () => [1] }], options: [[0]] },
  ],
  likelihoodScan: call(
    [likelihood, fitted, "mu", { range: [0, 2], points: 3 }],
    [[3]],
    [[2]],
    // A point whose fit fails is NaN there: documented.
    { made: [1], open: true },
  ),
  parseWorkspace: [{ args: [workspace], use, open: true }],
  prefitCovariance: [{ args: [likelihood] }],
  pruneWorkspace: call([workspace, { samples: ["background"] }], [[1]], [[1, "samples", 0]]),
  readHs3: call([histfactory.writeHs3(workspace), { poissonStatErrors: "refuse" }], [[1]], [[1, "poissonStatErrors"]], {
    use,
    open: true,
  }),
  renameWorkspace: call([workspace, { samples: { background: "b" } }], [[1], [1, "samples"]]),
  reweightSample: call(
    [
      workspace,
      {
        sample: "signal",
        density: {
          singlechannel: [
            [1, 2],
            [3, 4],
          ],
        },
        weights: [1, 2],
      },
    ],
    [[1]],
    [[1, "sample"]],
    { use, open: true },
  ),
  saturatedGoodness: call([likelihood, fitted, { held: ["mu"] }], [[2]], [[2, "held", 0]], { made: [1] }),
  simplifiedWorkspace: call(
    [histfactory.histFactory(workspaceWithControl()), { signal: ["s"], channels: ["kept"], dropped: 0.1 }],
    [[1]],
    [
      [1, "signal", 0],
      [1, "channels", 0],
    ],
    { use, open: true },
  ),
  smooth353QH: [{ args: [[1, 2, 3, 4, 5]] }],
  uncorrelatedBackground: call([counts, [1, 1]], [[0]], [], { use, open: true }),
  workspaceFrom: [
    ...call([parts([{ name: "k", up: 1.1, down: 0.9, symmetrise: true }])], [[0], [0, "prune"]], [], {
      use,
      open: true,
    }),
    ...call([parts([{ name: "k", up: [5.5, 6], down: [4.5, 6], smooth: false }])], [], [], { use, open: true }),
  ],
  yieldsTable: call([yields, "text"], [], [[1]], { made: [0] }),
};

/** With a control region that says how much background there is. */
function workspaceWithControl(): histfactory.Workspace {
  const background = (rate: number, factors: readonly string[]): object => ({ name: "b", data: [rate], factors });
  return histfactory.workspaceFrom({
    poi: "mu",
    channels: [
      { name: "kept", observed: [6], samples: [{ name: "s", data: [3], factors: ["mu"] }, background(5, ["k"])] },
      { name: "control", observed: [50], samples: [background(50, ["k"])] },
    ] as never,
  });
}
