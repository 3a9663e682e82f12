import type { Limit } from "@belladonna/limits";
import type { Portal } from "@belladonna/models";
import type { Pin } from "../state/state.js";
import { particleAt } from "./particle.js";
import { verdict } from "./verdict.js";

/** One kept point and what is said of it. */
export interface PinRow extends Pin {
  /** Names of the measured limits that exclude it, the strongest first. */
  readonly excludedBy: readonly string[];
  /** Largest factor by which it lies above one of them; `NaN` where none excludes it. */
  readonly factor: number;
  /** Width, GeV; `NaN` where no portal says it. */
  readonly width: number;
  /** Decay length, cm; `NaN` where no portal says it. */
  readonly ctau: number;
}

/**
 * The benchmark table: each pin with its verdict, width and lifetime.
 * @param pins - Kept points.
 * @param limitsAt - Limits that are asked at a mass, GeV.
 * @param portal - The portal, where the plane has one.
 */
export function pinTable(
  pins: readonly Pin[],
  limitsAt: (mass: number) => readonly Limit[],
  portal: Portal | undefined,
): PinRow[] {
  return pins.map((pin) => {
    const by = verdict(limitsAt(pin.mass), pin.mass, pin.coupling).filter((j) => j.measured && j.says === "excluded");
    const particle = portal === undefined ? undefined : particleAt(portal, pin.mass, pin.coupling);
    const known = particle?.known === true ? particle.mediator : undefined;
    return {
      ...pin,
      excludedBy: by.map(({ limit }) => limit.label ?? limit.id),
      factor: by[0]?.factor ?? Number.NaN,
      width: known?.width() ?? Number.NaN,
      ctau: known?.ctau ?? Number.NaN,
    };
  });
}

/** The table as CSV. */
export function pinCsv(rows: readonly PinRow[], coupling: string): string {
  const head = ["mass_GeV", coupling, "excluded_by", "factor", "width_GeV", "ctau_cm"];
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map((r) =>
    [r.mass, r.coupling, quoted(r.excludedBy.join("; ")), r.factor, r.width, r.ctau].join(","),
  );
  return `${[head.map(quoted).join(","), ...lines].join("\n")}\n`;
}
