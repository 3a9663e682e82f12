import { fromShape } from "./shape.js";
import type { Density, Range } from "./density.js";

/**
 * Constant density on a range.
 *
 * @param options - The range.
 * @returns The density; it has no parameter.
 * @throws RangeError when the range is empty.
 */
export function uniform({ range }: { readonly range: Range }): Density {
  return fromShape({
    name: "uniform",
    slots: [],
    range,
    fill(_p, _x, n, s) {
      s.fill(1, 0, n);
    },
    integral: (_p, a, b) => b - a,
    scale() {},
    second: "zero",
    draw: (_p, random) => range[0] + (range[1] - range[0]) * random.uniform(),
  });
}
