import { limit } from "@belladonna/limits";
import type { CurveLimit, IntervalLimit } from "@belladonna/limits";
import type { LimitEntry } from "@belladonna/limits/plot";
import { gMinus2Band, muonAnomaly } from "@belladonna/models";
import type { Portal } from "@belladonna/models";
import { messages } from "../text/messages.js";
import { relicAxes } from "../state/band-names.js";
import type { Band } from "../state/band-names.js";
import relic from "./relic-lines.json";

/** Masses of a band, evenly in the logarithm. */
const POINTS = 61;

const over = ([low, high]: readonly [number, number], n: number): number[] =>
  Array.from({ length: n }, (_, i) => low * (high / low) ** (i / (n - 1)));

/** What all lines say: they are no limits and have no level; the one given is that of two standard deviations. */
const info = { observable: "coupling", unit: "1", cl: 0.954, kind: "derived" } as const;

/**
 * A band as entries of a plot; none of them is asked whether it excludes the point.
 * @param band - Which.
 * @param plane - Identifier of the plane.
 * @param portal - The portal of the plane; on that of scattering, the dark photon.
 * @param masses - Lowest and highest mass shown, GeV.
 */
export function bandEntries(
  band: Band,
  plane: string,
  portal: Portal,
  masses: readonly [number, number],
): readonly LimitEntry[] {
  return band.startsWith("mu")
    ? [muonBand(band === "mu2020" ? "theory2020" : "theory2025", band, portal, masses)]
    : relicLines(Number(band.slice("relic".length)), band, relicAxes[plane] ?? "coupling");
}

/** Couplings that explain the muon's anomaly within two standard deviations. */
function muonBand(
  theory: keyof typeof muonAnomaly,
  id: string,
  { make, typical }: Portal,
  masses: readonly [number, number],
): LimitEntry {
  const rows = over(masses, POINTS).map((mass) => {
    const unit = (make(mass, typical).couplings.vector?.mu ?? 0) / typical;
    const [lower, upper] = gMinus2Band("vector", mass, "mu", muonAnomaly[theory]) ?? [0, 0];
    return { mass, lower: lower / Math.abs(unit), upper: upper / Math.abs(unit) };
  });
  const column = (name: "mass" | "lower" | "upper"): number[] => rows.map((r) => r[name]);
  const band: IntervalLimit = {
    ...info,
    id,
    shape: "interval",
    mass: column("mass"),
    lower: column("lower"),
    upper: column("upper"),
  };
  return { limit: limit(band), style: "preferred", label: messages.bands.short[theory], color: "#7a5195" };
}

/** Couplings that leave the relic density, for three kinds of dark matter; tabulated, since a freeze-out takes its time. */
function relicLines(alphaD: number, id: string, axis: "coupling" | "y"): LimitEntry[] {
  const { massRatio } = relic;
  return relic.lines
    .filter((line) => line.alphaD === alphaD)
    .map(({ kind, mass, coupling }) => {
      const line: CurveLimit = {
        ...info,
        id: `${id}-${kind}`,
        shape: "curve",
        mass: axis === "y" ? mass.map((m) => m / massRatio) : mass,
        value: axis === "y" ? coupling.map((g) => (g * g * alphaD) / massRatio ** 4) : coupling,
      };
      return { limit: limit(line), style: "line", label: messages.bands.relicKind(kind, alphaD), color: "#444444" };
    });
}
