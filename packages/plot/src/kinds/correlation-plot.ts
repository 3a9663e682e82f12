import { mapPlot } from "../map/map-plot.js";
import type { MapOptions } from "../map/map-input.js";
import { namesAxis } from "./names-axis.js";

/** Most parameters for which the numbers are written in the cells. */
const WRITTEN = 16;

/**
 * A correlation matrix: rows named at the left with their numbers, columns by number, blue below 0 and orange above; values
 * are written in the cells of up to 16 parameters.
 *
 * ```ts
 * const svg = correlationPlot({ names: ["mu", "luminosity"], rows: [[1, -0.4], [-0.4, 1]] });
 * ```
 * @param given - Names, and the rows of the matrix, each as long as the names.
 * @param options - Size, fonts, texts. Width and height follow the number of parameters when they are not given.
 * @returns SVG as text.
 * @throws RangeError when a row is not as long as the names, an entry is not in [-1, 1], or an option is not known.
 */
export function correlationPlot(
  { names, rows }: { readonly names: readonly string[]; readonly rows: readonly (readonly number[])[] },
  options: MapOptions = {},
): string {
  const n = names.length;
  const wrong = [rows, ...rows].find((row) => row.length !== n);
  if (wrong || n === 0)
    throw new RangeError(`correlationPlot: rows must be ${n} by ${n}, > 0, got ${wrong?.length ?? 0}`);
  const value = rows.flat();
  const outside = value.find((v) => !(v >= -1 - 1e-9 && v <= 1 + 1e-9));
  if (outside !== undefined) throw new RangeError(`correlationPlot: entries must be in [-1, 1], got ${outside}`);
  const columns = value.map((_, k) => (k % n) + 1);
  const down = value.map((_, k) => -Math.floor(k / n));
  const cells = {
    left: columns.map((c) => c - 0.5),
    right: columns.map((c) => c + 0.5),
    bottom: down.map((r) => r - 0.5),
    top: down.map((r) => r + 0.5),
    value,
  };
  const every = Math.ceil(n / 25);
  const numbered = names.flatMap((_, i) => (i % every === 0 ? [{ value: i + 1, text: String(i + 1) }] : []));
  const written = n <= WRITTEN;
  const side = (written ? 44 : 24) * n;
  return mapPlot(
    {
      x: { label: "", words: numbered },
      y: namesAxis(names.map((name, i) => `${name}  ${i + 1}`)),
      cells,
      label: "correlation",
      domain: [-1, 1],
      colors: "diverging",
      numbers: written,
    },
    { width: Math.max(520, side + 440), height: Math.max(300, side + 100), fontSize: 15, ...options },
  );
}
