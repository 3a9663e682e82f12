import type { Workspace } from "../src/index.js";

const lumi = { name: "lumi", auxdata: [1], inits: [1], bounds: [[0.5, 1.5]], sigmas: [0.02] };

/** Two channels whose first has a sample with every kind of modifier, one parameter shared by two kinds. */
export const everyModifier: Workspace = {
  channels: [
    {
      name: "signal region",
      samples: [
        {
          name: "signal",
          data: [8, 12, 5],
          modifiers: [
            { name: "mu", type: "normfactor", data: null },
            { name: "lumi", type: "lumi", data: null },
            { name: "scale", type: "normsys", data: { lo: 0.8, hi: 1.3 } },
            { name: "scale", type: "histosys", data: { lo_data: [7, 11, 4.5], hi_data: [9.5, 12.5, 5.2] } },
            { name: "eff", type: "normsys", data: { lo: 0.95, hi: 1.04 } },
            { name: "shape", type: "histosys", data: { lo_data: [8.5, 11, 5], hi_data: [7.7, 13.5, 5.1] } },
            { name: "stat", type: "staterror", data: [1, 1.5, 0.8] },
            { name: "free", type: "shapefactor", data: null },
          ],
        },
        {
          name: "background",
          data: [50, 40, 30],
          modifiers: [
            { name: "lumi", type: "lumi", data: null },
            { name: "stat", type: "staterror", data: [3, 2, 4] },
            { name: "count", type: "shapesys", data: [5, 4, 6] },
            { name: "shape", type: "histosys", data: { lo_data: [48, 41, 28], hi_data: [53, 37, 33] } },
          ],
        },
        { name: "other", data: [6, 7, 8], modifiers: [] },
      ],
    },
    {
      name: "control region",
      samples: [
        {
          name: "background",
          data: [200, 150],
          modifiers: [{ name: "eff", type: "normsys", data: { lo: 0.9, hi: 1.15 } }],
        },
      ],
    },
  ],
  observations: [
    { name: "control region", data: [190, 160] },
    { name: "signal region", data: [62, 50, 33] },
  ],
  measurements: [{ name: "fit", config: { poi: "mu", parameters: [lumi] } }],
  version: "1.0.0",
};
