import { requireOptions } from "@belladonna/numerics";
import type { CustomModifier, CustomParameter, ModifiedSample } from "./custom-modifier.js";
import { checkDensity } from "./reweight.js";

/** A model's spectrum over that of the template, in bins of the true kinematics, as a function of parameters. */
export interface KinematicWeights {
  /** Parameters of the model: couplings, Wilson coefficients, form factors. */
  readonly parameters: readonly CustomParameter[];
  /** The ratio in each true bin, $\ge 0$. */
  readonly weights: (parameters: Float64Array) => ArrayLike<number>;
  /** Its derivatives, row-major true bins × parameters; by differences when absent. */
  readonly slopes?: (parameters: Float64Array) => ArrayLike<number>;
}

/**
 * A kind of modifier by which a sample follows a model's spectrum: with the number density $n_{bz}$ of the sample over
 * reconstructed bins $b$ and true kinematic bins $z$ (the modifier's `data` is `{ "density": [[…], …] }`), the factor of
 * bin $b$ is $$f_b(\varphi)=\frac{\sum_zn_{bz}w_z(\varphi)}{\sum_zn_{bz}}.$$
 * The density carries acceptance, efficiency and resolution, and holds whatever the model, as long as the true bins
 * resolve what they depend on.
 *
 * ```ts
 * // A signal whose hard half grows with a coefficient c; four fifths of either half are seen in a bin of its own.
 * const weights = ([c]) => [1, c];
 * const kinematic = kinematicModifier({ parameters: [{ name: "c", start: 1, min: 0, max: 5 }], weights });
 * const workspace = uncorrelatedBackground({ signal: [10, 10], background: [50, 50], observed: [62, 68] }, [1, 1]);
 * const data = { density: [[8, 2], [2, 8]] };
 * workspace.channels[0].samples[0].modifiers.push({ name: "spectrum", type: "kinematic", data });
 * fit(histFactory(workspace, { modifiers: { kinematic } })).parameters.c; // ≈ 2
 * ```
 * @param options - The model's parameters and weights.
 * @returns An entry of the option `modifiers` of `histFactory`.
 * @throws RangeError (when a workspace is loaded) where a density does not fit the sample.
 * @see L. Gärtner et al., [Eur. Phys. J. C 84 (2024) 693](https://arxiv.org/abs/2402.08417)
 */
export function kinematicModifier(options: KinematicWeights): CustomModifier {
  requireOptions("kinematicModifier", options, ["parameters", "weights", "slopes"]);
  const { parameters, weights, slopes } = options;
  return {
    parameters: () => parameters,
    factors({ channel, sample, nominal, data }: ModifiedSample) {
      const where = `kinematicModifier: ${sample} of ${channel}`;
      const given = (data as { readonly density?: unknown } | null)?.density;
      const density = checkDensity(where, given, nominal.length);
      // Rows of the density as parts of one; a bin without events stays without.
      const parts = density.map((row) => {
        const sum = row.reduce((a, x) => a + x, 0);
        return row.map((x) => (sum > 0 ? x / sum : 0));
      });
      const trueBins = parts[0].length;
      const fold = (w: ArrayLike<number>, width: number): Float64Array => {
        if (w.length !== trueBins * width) {
          throw new RangeError(`${where}: need ${trueBins * width} weights, one a true bin, got ${w.length}`);
        }
        const out = new Float64Array(parts.length * width);
        parts.forEach((row, b) => {
          row.forEach((part, z) => {
            for (let k = 0; k < width; k++) out[b * width + k] += part * w[z * width + k];
          });
        });
        return out;
      };
      return {
        value: (x) => fold(weights(x), 1),
        ...(slopes === undefined ? {} : { slopes: (x: Float64Array) => fold(slopes(x), parameters.length) }),
      };
    },
  };
}
