/** A band or a set of lines that is no limit, as a link names it. */
export type Band = "mu2020" | "mu2025" | "relic0.1" | "relic0.5";

/** All of them. */
export const bandNames: readonly Band[] = ["mu2020", "mu2025", "relic0.1", "relic0.5"];

/** The planes of dark matter a vector decays to, by what their vertical axis is. */
export const relicAxes: Readonly<Record<string, "coupling" | "y">> = {
  "dark-photon-invisible": "coupling",
  "dark-matter-y": "y",
};

/** The planes of a vector that couples to muons; on that of L_μ − L_τ the band of 2020 is drawn as it is. */
const muonPlanes: Readonly<Record<string, readonly Band[]>> = {
  "dark-photon-visible": ["mu2020", "mu2025"],
  "dark-photon-invisible": ["mu2020", "mu2025"],
  "b-minus-l": ["mu2020", "mu2025"],
  "z-prime": ["mu2025"],
};

/** The bands that mean something on a plane. */
export function bandsOn(plane: string): readonly Band[] {
  const relic: readonly Band[] = plane in relicAxes ? ["relic0.1", "relic0.5"] : [];
  return [...(muonPlanes[plane] ?? []), ...relic];
}
