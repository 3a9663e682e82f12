import { axis, type Axis, axisLayout, chartLayout } from "@belladonna/plot";
import { call, plain, type Table } from "./walk.js";

const frame = { x0: 0, y0: 0, x1: 100, y1: 100 };

const line = { kind: "line", x: [1, 2, 3], y: [1, 2, 4], name: "a line" };
const options = { title: "a title", width: 300, height: 200, fontSize: 12 };
const layout = chartLayout({ label: "x" }, [{ y: { label: "y" }, marks: [{ kind: "line", x: [1, 2], y: [1, 2] }] }]);
const one: Axis = axis([1, 10], "log", 0, 100);

const map = {
  x: { label: "x" },
  y: { label: "y" },
  cells: { left: [1, 2], right: [2, 3], bottom: [1, 1], top: [2, 2], value: [0.3, 12] },
  label: "z",
};

export const plot: Table = {
  ...plain("BASELINE", "SVG", "brazil", "contrast", "element", "palette", "plainText", "readable", "textPieces"),
  axis: call([[1, 10], "log", 0, 100], [], [[1]]),
  axisLayout: [{ args: [one, "x"], made: [0] }],
  chart: call([{ label: "x" }, [{ y: { label: "y" }, marks: [line] }], options], [[0], [1, 0], [1, 0, "y"], [2]]),
  chartLayout: call(
    [{ label: "x", scale: "linear" }, [{ y: { label: "y" }, marks: [line], share: 1 }], options],
    [[0], [1, 0], [1, 0, "y"], [2]],
    [[1, 0, "marks", 0, "kind"]],
    // A value that is not finite breaks a line: documented.
    { open: true },
  ),
  couplingPlanePlot: call(
    [
      {
        x: { label: "x", domain: [1e-4, 1] },
        y: { label: "y", domain: [1e-3, 3] },
        regions: { a: { x: [8e-3, 1, 1], y: [1e-3, 1e-3, 3] } },
        bands: { b: { x: [4e-4, 1e-3], low: [1e-3, 1e-3], high: [3, 3] } },
        lines: { c: { x: [1e-4, 1], y: [2, 2e-3] } },
      },
      options,
    ],
    [[0, "x"], [1]],
  ),
  cutFlowPlot: call([{ cuts: ["a", "b"], kept: { signal: [0.9, 0.5] } }, options], [[1]]),
  // A coordinate that is no number stays none: documented.
  clipLine: [
    {
      args: [
        [
          [0, 0],
          [200, 50],
        ],
        frame,
      ],
      open: true,
    },
  ],
  clipPolygon: [
    {
      args: [
        [
          [0, 0],
          [200, 50],
          [0, 90],
        ],
        frame,
      ],
      open: true,
    },
  ],
  distanceToSegment: [
    {
      args: [
        [0, 0],
        [1, 1],
        [2, 0],
      ],
      open: true,
    },
  ],
  drawChart: [{ args: [layout], made: [0] }],
  page: [{ args: [{ width: 100, height: 50, fontSize: 10, fontFamily: "serif" }, ""], open: true }],
  efficiencyPlot: call([[{ name: "a", x: [1, 2], value: [0.5, 0.6], low: [0.4, 0.5] }], "x", options], [[2]]),
  f: [{ args: [1.234] }],
  fitPlot: call(
    [{ edges: [1, 2, 3], counts: [3, 4], fitted: [3.5, 3.6], parts: { a: [1, 1] }, label: "x" }, options],
    [[1]],
  ),
  fractionPlot: call([{ mass: [1, 2, 3], curves: { a: [0.5, 0.6, 0.7] }, particle: "X" }, options], [[1]]),
  frameBox: [{ args: [300, 200, 12, ["0.1"]], open: true }],
  freeBox: [
    {
      args: [
        { width: 20, height: 10 },
        frame,
        {
          lines: [
            [
              [0, 0],
              [90, 80],
            ],
          ],
          fills: [],
        },
      ],
    },
  ],
  correlationPlot: call(
    [
      {
        names: ["a", "b"],
        rows: [
          [1, 0.5],
          [0.5, 1],
        ],
      },
      options,
    ],
    [[1]],
  ),
  impactPlot: call([{ names: ["a", "b"], up: [1, 0.5], down: [-1, -0.4], parameter: "mu" }, options], [[0], [1]]),
  mapLayout: call([map, options], [[0], [1]]),
  mapPlot: call([map, options], [[0], [1]]),
  pullPlot: call([{ names: ["a", "b"], pull: [0.5, -1], error: [1, 0.9] }, options], [[0], [1]]),
  journalSize: call(["one-column"], [], [[0]]),
  lifetimePlot: call([{ mass: [1, 2, 3], curves: { a: [0.5, 0.6, 0.7] }, particle: "X" }, options], [[1]]),
  pValuePlot: call([{ x: [1, 2, 3], local: [0.1, 0.2, 0.01], label: "x" }, options], [[1]]),
  paintAxes: [{ args: [{ box: frame, fontSize: 10, x: axisLayout(one, "x"), y: axisLayout(one, "y") }], made: [0] }],
  placeLegend: [{ args: [["a line"], 12, frame, { lines: [], fills: [] }] }],
  verticalAxis: call([[1, 10], "log", frame, 20], [], [[1]]),
  placeLabels: [
    {
      args: [
        [
          {
            text: "a",
            lines: [
              [
                [0, 0],
                [90, 80],
              ],
            ],
            inside: [],
          },
        ],
        frame,
        10,
      ],
    },
  ],
  scanPlot: call(
    [{ tested: [0, 1, 2], observed: [1, 0.5, 0.1], thresholds: { a: 0.05 }, label: "x", statistic: "s" }, options],
    [[1]],
  ),
  simplify: [
    {
      args: [
        [
          [0, 0],
          [1, 0.01],
          [2, 0],
        ],
        0.1,
      ],
      open: true,
    },
  ],
  stackPlot: call(
    [{ edges: [1, 2, 3], backgrounds: { a: [3, 4] }, signals: { b: [1, 0] }, data: [4, 3], label: "x" }, options],
    [[1]],
  ),
  text: call(["x", 0, 0, 10, { anchor: "start", fill: "red", halo: true }], [[4]]),
  textSize: [{ args: ["abc", 10] }],
  tickText: [{ args: [0.01] }],
  tickTexts: [{ args: [[0.01, 0.1]] }],
};
