import { linearInterpolate } from "@belladonna/numerics";
import { log } from "@belladonna/numerics/elementary";
import data from "../data/degrees-of-freedom.json";

let logarithms: readonly number[] | undefined;

/** A column of the file, by straight lines in $\ln T$. */
const at = (column: "root" | "entropy", temperature: number): number => {
  const { root } = data.tables;
  return linearInterpolate((logarithms ??= root.x.map(log)), data.tables[column].y, log(temperature));
};

/** $g_*^{1/2}=\frac{h}{\sqrt g}\bigl(1+\frac T{3h}\frac{dh}{dT}\bigr)$ at a temperature in GeV; source in the file. */
export function rootOfDegrees(temperature: number): number {
  return at("root", temperature);
}

/** Degrees of freedom $h_{\rm eff}$ of the entropy $\frac{2\pi^2}{45}h_{\rm eff}T^3$ at a temperature in GeV. */
export function entropyDegrees(temperature: number): number {
  return at("entropy", temperature);
}
