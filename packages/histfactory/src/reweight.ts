import { requireOptions } from "@belladonna/numerics";
import { parseWorkspace } from "./validate.js";
import { shown } from "./workspace-error.js";
import type { Modifier, Sample, Workspace } from "./workspace.js";

/** A number density over reconstructed and true bins. */
export type NumberDensity = readonly (readonly number[])[];

/** The density, once its form is checked. */
export function checkDensity(where: string, density: unknown, bins: number): NumberDensity {
  if (!Array.isArray(density) || density.length !== bins) {
    throw new RangeError(
      `${where}: density must have ${bins} rows, one a reconstructed bin, got ${Array.isArray(density) ? density.length : shown(density)}`,
    );
  }
  const rows = density as readonly unknown[];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  rows.forEach((row, b) => {
    const fine =
      Array.isArray(row) && row.length === width && width > 0 && row.every((x) => Number.isFinite(x) && x >= 0);
    if (!fine) {
      throw new RangeError(
        `${where}: row ${b} of density must be ${width || "some"} finite numbers >= 0, got ${shown(row)}`,
      );
    }
  });
  return rows as NumberDensity;
}

/** How {@link reweightSample} changes a sample. */
export interface ReweightOptions {
  /** Name of the sample, the signal as a rule. */
  readonly sample: string;
  /** Number density of the sample by channel: rows are its bins, columns the bins of the true kinematics. */
  readonly density: Readonly<Record<string, NumberDensity>>;
  /** The new spectrum over that of the template in each true bin, $\ge 0$. */
  readonly weights: readonly number[];
}

/** A modifier of a sample whose bins are multiplied by factors. */
function scaledModifier(m: Modifier, factors: readonly number[]): Modifier {
  const times = (x: readonly number[]): number[] => x.map((y, b) => y * factors[b]);
  switch (m.type) {
    case "histosys":
      return { ...m, data: { lo_data: times(m.data.lo_data), hi_data: times(m.data.hi_data) } };
    case "shapesys":
    case "staterror":
      return { ...m, data: times(m.data) };
    default:
      return m;
  }
}

/**
 * A published workspace with a sample that follows another spectrum: bin $b$ is multiplied by
 * $\sum_zn_{bz}w_z/\sum_zn_{bz}$, with the number density $n_{bz}$ over reconstructed bins and bins of the true kinematics.
 *
 * Its uncertainties stay the same fractions. What depends on the spectrum itself (theory uncertainties of the old model)
 * must be pruned by the user; the statistical error of a template of which little is left is larger than its fraction says.
 * Limits on the parameter of interest are then in units of the new model's rate: the integral of `weights` times the old
 * spectrum.
 *
 * ```ts
 * // Bin 0 holds 8 of 10 events of the soft half of the spectrum; the new model doubles the hard half.
 * const published = uncorrelatedBackground({ signal: [10, 10], background: [50, 50], observed: [51, 48] }, [5, 5]);
 * const density = { singlechannel: [[8, 2], [2, 8]] };
 * const mine = reweightSample(published, { sample: "signal", density, weights: [1, 2] });
 * mine.channels[0].samples.find(({ name }) => name === "signal").data; // [12, 18]
 * ```
 * @param workspace - The workspace; it is not changed.
 * @param options - The sample, its density and the weights.
 * @throws RangeError when there is no such sample, or density and weights do not fit; WorkspaceError when it is no workspace.
 * @see L. Gärtner et al., [Eur. Phys. J. C 84 (2024) 693](https://arxiv.org/abs/2402.08417)
 */
export function reweightSample(workspace: Workspace, options: ReweightOptions): Workspace {
  requireOptions("reweightSample", options, ["sample", "density", "weights"]);
  const { sample: name, density, weights } = options;
  const checked = parseWorkspace(workspace);
  if (!checked.channels.some((c) => c.samples.some((s) => s.name === name))) {
    throw new RangeError(`reweightSample: sample must be in the workspace, got ${shown(name)}`);
  }
  weights.forEach((w, z) => {
    if (!(w >= 0 && w < Infinity))
      throw new RangeError(`reweightSample: weights[${z}] must be finite and >= 0, got ${w}`);
  });
  const channels = checked.channels.map((c) => ({
    ...c,
    samples: c.samples.map((s): Sample => {
      if (s.name !== name) return s;
      const where = `reweightSample: ${name} of ${c.name}`;
      const rows = checkDensity(where, Object.hasOwn(density, c.name) ? density[c.name] : undefined, s.data.length);
      if (rows[0].length !== weights.length) {
        throw new RangeError(`${where}: need ${rows[0].length} weights, one a true bin, got ${weights.length}`);
      }
      const factors = rows.map((row) => {
        const sum = row.reduce((a, x) => a + x, 0);
        return sum > 0 ? row.reduce((a, x, z) => a + x * weights[z], 0) / sum : 0;
      });
      return {
        ...s,
        data: s.data.map((x, b) => x * factors[b]),
        modifiers: s.modifiers.map((m) => scaledModifier(m, factors)),
      };
    }),
  }));
  return parseWorkspace({ ...checked, channels });
}
