import { requireOptions } from "@belladonna/numerics";
import { fromShape } from "./shape.js";
import type { Density, Range } from "./density.js";

/**
 * Constant density on a range.
 *
 * ```ts
 * uniform({ range: [0, 4] }).integral(Float64Array.of(), 0, 1); // ≈ 0.25
 * ```
 * @param options - The range.
 * @returns The density; it has no parameter.
 * @throws RangeError when the range is empty, an option is unknown, or a value is no finite number or parameter.
 */
export function uniform(options: { readonly range: Range }): Density {
  requireOptions("uniform", options, ["range"]);
  const { range } = options;
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
