import { svgToPng } from "@belladonna/plot/png";
import { describe, expect, it } from "vitest";
import { exclusionPlot } from "../../src/plot/exclusion-plot.js";
import { curve } from "../helpers.js";

describe("svgToPng", () => {
  it("makes a picture of the size asked for", () => {
    const png = svgToPng(exclusionPlot(curve([1, 2], [1, 2]), { width: 300, height: 200 }), { scale: 3 });
    const view = new DataView(png.buffer, png.byteOffset);
    expect(String.fromCharCode(...png.slice(1, 4))).toBe("PNG");
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([900, 600]);
  });
});
