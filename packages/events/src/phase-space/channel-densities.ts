import type { MassLimits } from "./mass-limits.js";
import { massDensity } from "./mass-map.js";
import type { MassMap } from "./mass-map.js";
import { breakup } from "./two-body-step.js";
import type { TwoBodyStep } from "./two-body-step.js";

const TWO_PI = 2 * Math.PI;

/** A factor of a density. */
interface Factor {
  /** What it is of: the mass of the first part of a step, that of the second, or the angle. */
  readonly kind: "a" | "b" | "angle";
  /** A step that has it. */
  readonly step: TwoBodyStep;
}

/**
 * Densities of phase-space points that channels throw, where the table of squared masses says the event is. Channels have
 * many factors in common, each of which is evaluated once an event.
 * @param channels - Steps of each channel.
 * @param squares - The table of squared masses, GeV².
 * @param limits - Limits of the masses.
 * @returns Evaluates the densities at a centre-of-mass energy, GeV: `out` receives that of each channel, 0 where the channel
 * throws none or its density is no number.
 */
export function channelDensities(
  channels: readonly (readonly TwoBodyStep[])[],
  squares: Float64Array,
  limits: MassLimits,
): (sqrtS: number, out: Float64Array) => void {
  const factors: Factor[] = [];
  const indices = new Map<string, number>();
  const indexOf = (kind: Factor["kind"], key: string, step: TwoBodyStep): number => {
    const index = indices.get(`${kind} ${key}`) ?? factors.push({ kind, step }) - 1;
    indices.set(`${kind} ${key}`, index);
    return index;
  };
  // Indices of the factors of each channel, step after step, -1 at the end of each.
  const lists = channels.map((steps) =>
    Int32Array.from(
      steps.flatMap((step) => {
        const { whole, a, b, massA, massB, angleKey } = step;
        const mass = (map: MassMap): string => [whole, a, b, map.kind, map.pole, map.width].join(" ");
        return [
          ...(massA === undefined ? [] : [indexOf("a", mass(massA), step)]),
          ...(massB === undefined ? [] : [indexOf("b", mass(massB), step)]),
          indexOf("angle", angleKey, step),
          -1,
        ];
      }),
    ),
  );
  const values = new Float64Array(factors.length);
  const isKnown = new Uint8Array(factors.length);

  const valueOf = ({ kind, step }: Factor, sqrtS: number): number => {
    const { whole, a, b, massA, massB } = step;
    if (kind === "a" && massA !== undefined) {
      limits.find(a, whole, b, limits.least[b], sqrtS);
      return TWO_PI * densityWithin(massA, squares[a], limits.range);
    }
    if (kind === "b" && massB !== undefined) {
      limits.find(b, whole, a, Math.sqrt(squares[a]), sqrtS);
      return TWO_PI * densityWithin(massB, squares[b], limits.range);
    }
    const p = breakup(step, squares);
    // dΦ₂ = p dΩ / (16π² M), azimuth flat.
    return (step.angle.density(p) * 8 * Math.PI * Math.sqrt(squares[whole])) / p;
  };

  return (sqrtS, out) => {
    isKnown.fill(0);
    for (let c = 0; c < lists.length; c++) {
      const list = lists[c];
      let density = 1;
      for (let k = 0; k < list.length; k++) {
        const index = list[k];
        if (index < 0) {
          if (density > 0) continue;
          break;
        }
        if (isKnown[index] === 0) {
          isKnown[index] = 1;
          values[index] = valueOf(factors[index], sqrtS);
        }
        density *= values[index];
      }
      out[c] = density > 0 && density < Infinity ? density : 0;
    }
  };
}

/** Density of a squared mass between its limits; 0 outside. */
function densityWithin(map: MassMap, s: number, range: Float64Array): number {
  return s >= range[0] && s <= range[1] ? massDensity(map, s, range[0], range[1], range[2]) : 0;
}
