import { describe, expect, it } from "vitest";
import { fit, upperLimit } from "@belladonna/stats";
import { histFactory, smooth353QH, uncorrelatedBackground, workspaceFrom } from "../src/index.js";
import type { Modifier, SampleHistograms, Systematic, WorkspaceParts } from "../src/index.js";

const signal: SampleHistograms = { name: "signal", data: [1, 5], factors: ["mu"] };
const made = (background: Partial<SampleHistograms>, more: Partial<WorkspaceParts> = {}) =>
  workspaceFrom({
    poi: "mu",
    channels: [
      {
        name: "region",
        observed: [51, 44],
        samples: [signal, { name: "background", data: [50, 40], ...background }],
      },
    ],
    ...more,
  });
const modifiers = (s: Systematic, more: Partial<WorkspaceParts> = {}): readonly Modifier[] =>
  made({ systematics: [s] }, more).channels[0].samples[1].modifiers;

describe("workspaceFrom", () => {
  it("makes scales of factors, the other side being one over it when not given", () => {
    expect(modifiers({ name: "s", up: 1.1, down: 0.8 })).toEqual([
      { name: "s", type: "normsys", data: { lo: 0.8, hi: 1.1 } },
    ]);
    expect(modifiers({ name: "s", up: 1.25 })).toEqual([{ name: "s", type: "normsys", data: { lo: 0.8, hi: 1.25 } }]);
    const [even] = modifiers({ name: "s", up: 1.5, down: 1 / 1.1, symmetrise: true });
    const { lo, hi } = even.data as { lo: number; hi: number };
    expect(lo * hi).toBeCloseTo(1, 12);
    expect(hi ** 2).toBeCloseTo(1.65, 12);
  });

  it("parts histograms into a scale and a shape of one parameter", () => {
    const [scale, shape] = modifiers({ name: "s", up: [60, 39], down: [45, 36] });
    expect(scale).toEqual({ name: "s", type: "normsys", data: { lo: 0.9, hi: 1.1 } });
    expect(shape.type).toBe("histosys");
    const { lo_data, hi_data } = shape.data as { lo_data: number[]; hi_data: number[] };
    [60 / 1.1, 39 / 1.1].forEach((x, b) => {
      expect(hi_data[b]).toBeCloseTo(x, 12);
    });
    // Down is a scale alone.
    [50, 40].forEach((x, b) => {
      expect(lo_data[b]).toBeCloseTo(x, 12);
    });
    // At one deviation the rates are the histograms given.
    const model = histFactory(made({ systematics: [{ name: "s", up: [60, 39], down: [45, 36] }] }));
    const theta = model.parameters.map((p) => (p.name === "s" ? 1 : 0));
    expect(
      [...model.sampleYields(Float64Array.from(theta), "region")[0]].map((x) => Math.round(1e9 * x) / 1e9),
    ).toEqual([60, 39]);
  });

  it("mirrors one side, and symmetrises two", () => {
    const [, mirrored] =
      modifiers({ name: "s", up: [55, 35] }).length === 1 ? [0, ...modifiers({ name: "s", up: [55, 35] })] : [];
    expect((mirrored as Modifier).data).toEqual({ lo_data: [45, 45], hi_data: [55, 35] });
    const [both] = modifiers({ name: "s", up: [56, 34], down: [52, 38], symmetrise: true });
    expect(both).toEqual({ name: "s", type: "histosys", data: { lo_data: [48, 42], hi_data: [52, 38] } });
  });

  it("prunes by size, scale and shape apart", () => {
    const s: Systematic = { name: "s", up: [51.5, 40.3], down: [48.5, 39.7] };
    expect(modifiers(s).map((m) => m.type)).toEqual(["normsys", "histosys"]);
    expect(modifiers(s, { prune: { scale: 0.03 } }).map((m) => m.type)).toEqual(["histosys"]);
    expect(modifiers(s, { prune: { shape: 0.02 } }).map((m) => m.type)).toEqual(["normsys"]);
    expect(modifiers(s, { prune: { shape: 0.02, scale: 0.03 } })).toEqual([]);
    expect(modifiers({ name: "s", up: 1.01 }, { prune: { scale: 0.02 } })).toEqual([]);
    // A histogram that scales alone has no shape but for rounding.
    expect(modifiers({ name: "s", up: [50 * 1.07, 40 * 1.07] }).map((m) => m.type)).toEqual(["normsys"]);
  });

  it("has the statistics of the simulation and the luminosity", () => {
    const workspace = made({ errors: [2, 3], luminosity: true }, { luminosityError: 0.02, measurement: "mine" });
    expect(workspace.channels[0].samples[1].modifiers).toEqual([
      { name: "lumi", type: "lumi", data: null },
      { name: "staterror_region", type: "staterror", data: [2, 3] },
    ]);
    const model = histFactory(workspace);
    expect(model.measurement).toBe("mine");
    expect(fit(model).errors["lumi"]).toBeCloseTo(0.02, 3);
    expect(() => made({ luminosity: true })).toThrow("luminosityError must be a finite number > 0");
  });

  it("gives the limit of the same workspace written by hand", () => {
    const by = workspaceFrom({
      poi: "mu",
      channels: [
        {
          name: "singlechannel",
          observed: [51, 48],
          samples: [
            { name: "signal", data: [12, 11], factors: ["mu"] },
            { name: "background", data: [50, 52], errors: [3, 7] },
          ],
        },
      ],
    });
    const hand = uncorrelatedBackground({ signal: [12, 11], background: [50, 52], observed: [51, 48] }, [3, 7]);
    // A Gaussian in place of the Poisson constraint: near, not equal.
    expect(upperLimit(histFactory(by)).observed / upperLimit(histFactory(hand)).observed).toBeCloseTo(1, 1);
  });

  it("refuses histograms that do not fit, and words it does not know", () => {
    expect(() => modifiers({ name: "s", up: [1, 2, 3] })).toThrow(
      "the systematic s of background up must have 2 bins, got 3",
    );
    expect(() => modifiers({ name: "s", up: [1, Number.NaN] })).toThrow("bin 1 of the systematic s of background up");
    expect(() => modifiers({ name: "s", up: [1, 2], down: 0.9 })).toThrow("two histograms or two factors");
    expect(() => modifiers({ name: "s", up: -1 })).toThrow("must be factors > 0");
    expect(() => modifiers({ name: "s", up: 1.1, dwon: 0.9 } as Systematic)).toThrow('got "dwon"');
    expect(() => histFactory(made({}, { poi: "nu" }))).toThrow("names no parameter");
  });
});

describe("smoothing", () => {
  it("leaves straight lines and parabolas' flanks, and takes single spikes away", () => {
    const line = Array.from({ length: 12 }, (_, i) => 3 + 0.5 * i);
    smooth353QH(line).forEach((x, i) => {
      expect(x).toBeCloseTo(line[i], 12);
    });
    expect(smooth353QH([1, 1, 1, 9, 1, 1, 1, 1])).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(smooth353QH([4, 2])).toEqual([4, 2]);
  });

  // Made with cabinetry 0.6.0, `smooth_353qh_twice`, numpy 2.4.6.
  it.each([
    [
      [1, 2, 9, 4, 5, 3, 7, 8, 2, 10],
      [1, 2.25, 3.5, 4.3125, 4.9375, 5.75, 6.75, 7.4375, 8.3125, 10],
    ],
    [
      [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9],
      [3, 3, 3.3125, 4.1875, 5, 5.25, 5.1875, 5.0625, 5, 5, 5.75, 7.25, 8.25, 8.75, 9],
    ],
    [
      [1, 1, 2, 5, 5, 5, 9, 9, 4, 2, 2, 2, 1],
      [0.75, 1, 2.3125, 4.1875, 5, 5.0625, 5.208333333333333, 5.041666666666667, 3.9583333333333335, 2.5625, 2, 2, 2],
    ],
  ])("gives the numbers of another program for %j", (x, wanted) => {
    smooth353QH(x).forEach((y, i) => {
      expect(y).toBeCloseTo(wanted[i], 13);
    });
  });

  it("keeps the total of a smoothed systematic", () => {
    const nominal = [100, 90, 80, 70, 60, 50, 40, 30];
    const up = [104, 88, 85, 70, 66, 47, 43, 35];
    const workspace = workspaceFrom({
      poi: "mu",
      channels: [
        {
          name: "region",
          observed: nominal,
          samples: [
            { name: "signal", data: nominal, factors: ["mu"] },
            { name: "background", data: nominal, systematics: [{ name: "s", up, smooth: true }] },
          ],
        },
      ],
    });
    const [scale, shape] = workspace.channels[0].samples[1].modifiers;
    const sum = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0);
    const { hi } = scale.data as { hi: number };
    const { hi_data } = shape.data as unknown as { hi_data: number[] };
    expect(hi).toBeCloseTo(sum(up) / sum(nominal), 12);
    expect(sum(hi_data)).toBeCloseTo(sum(nominal), 9);
    const rough = (x: readonly number[]): number =>
      x.slice(1).reduce((a, y, i) => a + Math.abs(y / nominal[i + 1] - x[i] / nominal[i]), 0);
    expect(rough(hi_data)).toBeLessThan(0.5 * rough(up));
  });

  it("keeps histograms as they are where they are not to be separated, and the name given to the statistics", () => {
    const varied = { name: "s", up: [60, 38], down: [45, 41], separate: false };
    expect(modifiers(varied)).toEqual([
      { name: "s", type: "histosys", data: { hi_data: [60, 38], lo_data: [45, 41] } },
    ]);
    expect(modifiers(varied, { prune: { shape: 0.3 } })).toEqual([]);
    // Nothing is pruned unasked, not even what changes nothing.
    expect(modifiers({ ...varied, up: [50, 40], down: [50, 40] })).toHaveLength(1);
    const { channels } = workspaceFrom({
      poi: "mu",
      channels: [{ name: "r", observed: [6], statistics: "mc", samples: [{ ...signal, data: [5], errors: [1] }] }],
    });
    expect(channels[0].samples[0].modifiers[1]).toEqual({ name: "mc", type: "staterror", data: [1] });
  });
});
