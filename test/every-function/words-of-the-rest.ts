import type { Table } from "./walk.js";

const none = (...names: string[]): Table => Object.fromEntries(names.map((name) => [name, "constant"]));

export const plotWords: Table = {
  ...none(
    "BASELINE",
    "SVG",
    "brazil",
    "clipLine",
    "clipPolygon",
    "distanceToSegment",
    "element",
    "f",
    "palette",
    "placeLabels",
  ),
  ...none("simplify", "textPieces", "textSize", "tickText"),
  axis: [{ args: [[1, 10], "log", 0, 100], choices: [[1]] }],
  text: [{ args: ["x", 0, 0, 10, { anchor: "start", fill: "red", halo: true }], options: [[4]] }],
};

export const scanWords: Table = {
  ...none("engineMark", "fingerprint", "local", "memoryCheckpoint", "parseSacct", "parseSbatch", "sbatchArguments"),
  // The test of it refuses options; here its shell and files would have to be stood in for.
  ...none("condorSubmitFile", "htcondor", "slurm"),
  scan: [
    { args: [(x: number) => x, [1, 2], { onProgress: () => undefined }], options: [[2]], use: (x: number[]) => x },
  ],
};

export const searchWords: Table = {
  ...none("UserError", "applyCuts", "cutFlow", "factsOf", "kept", "limitInfo", "localWork", "mergeCutFlows"),
  ...none("runSearch", "searches", "see"),
  seedOf: [{ args: [1, "signal", 2], choices: [[1]] }],
  testWindow: [
    {
      args: [
        { background: 3, uncertainty: 0.1, observed: 3 },
        { method: "cls", level: 0.9, toys: 0, seed: 1 },
      ],
      options: [[1]],
      choices: [[1, "method"]],
    },
  ],
};
