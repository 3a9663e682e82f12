import { exp } from "@belladonna/numerics/elementary";

/** The peak of a signal in the plane of (dimuon mass, squared recoil mass). */
export interface Ellipse {
  /** Mean of the dimuon mass, GeV. */
  readonly mass: number;
  /** Mean of the squared recoil mass, GeV². */
  readonly recoilSquared: number;
  /** Width of the dimuon mass, GeV. */
  readonly sigmaMass: number;
  /** Width of the squared recoil mass, GeV². */
  readonly sigmaRecoil: number;
  /** Correlation of the two. */
  readonly correlation: number;
}

/** Squared distance beyond which entries are taken for tails, and the variance that a Gaussian keeps within it. */
const TRIM = 9;
const KEPT = (1 - (1 + TRIM / 2) * exp(-TRIM / 2)) / (1 - exp(-TRIM / 2));

/** Rounds of trimming; the widths have settled to 1e-3 after six. */
const ROUNDS = 12;

/** How far from the true masses entries may belong to the core: dimuon mass, GeV, and squared recoil mass, GeV². */
const NEAR = [0.3, 3] as const;

/** Fewest entries whose ellipse is worth anything: a width to 10 %. */
export const FEWEST = 50;

/** Squared distance of a point from the centre, in units of the covariance. */
export function distanceSquared(e: Ellipse, mass: number, recoilSquared: number): number {
  const x = (mass - e.mass) / e.sigmaMass;
  const y = (recoilSquared - e.recoilSquared) / e.sigmaRecoil;
  return (x * x - 2 * e.correlation * x * y + y * y) / (1 - e.correlation * e.correlation);
}

/**
 * Mean and covariance of the core of a cloud of points: those within three standard deviations, again and again, starting
 * from medians near the true masses; the variance is corrected for what a Gaussian loses by that. What is left out is the
 * tail of radiation.
 *
 * @param truth - True dimuon mass, GeV, and squared recoil mass, GeV².
 * @returns The ellipse, or nothing when there are fewer than {@link FEWEST} points near the truth.
 */
export function coreEllipse(
  allMass: Float64Array,
  allRecoil: Float64Array,
  truth: readonly [mass: number, recoilSquared: number],
): Ellipse | undefined {
  const near = (_: number, i: number): boolean =>
    Math.abs(allMass[i] - truth[0]) < NEAR[0] && Math.abs(allRecoil[i] - truth[1]) < NEAR[1];
  const mass = allMass.filter(near);
  const recoilSquared = allRecoil.filter(near);
  if (mass.length < FEWEST) return undefined;
  const [m, sigmaMass] = medianAndWidth(mass);
  const [r, sigmaRecoil] = medianAndWidth(recoilSquared);
  let ellipse: Ellipse = { mass: m, recoilSquared: r, sigmaMass, sigmaRecoil, correlation: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    let n = 0;
    let [sx, sy, sxx, sxy, syy] = [0, 0, 0, 0, 0];
    for (let i = 0; i < mass.length; i++) {
      if (distanceSquared(ellipse, mass[i], recoilSquared[i]) > TRIM) continue;
      const x = mass[i] - ellipse.mass;
      const y = recoilSquared[i] - ellipse.recoilSquared;
      n++;
      sx += x;
      sy += y;
      sxx += x * x;
      sxy += x * y;
      syy += y * y;
    }
    const [mx, my] = [sx / n, sy / n];
    const vx = (sxx / n - mx * mx) / KEPT;
    const vy = (syy / n - my * my) / KEPT;
    ellipse = {
      mass: ellipse.mass + mx,
      recoilSquared: ellipse.recoilSquared + my,
      sigmaMass: Math.sqrt(vx),
      sigmaRecoil: Math.sqrt(vy),
      correlation: (sxy / n - mx * my) / KEPT / Math.sqrt(vx * vy),
    };
  }
  return ellipse;
}

/** Median, and half of the interval that holds the middle 68 %. */
function medianAndWidth(values: Float64Array): [median: number, width: number] {
  const sorted = values.slice().sort();
  const at = (q: number): number => sorted[Math.floor(q * (sorted.length - 1))];
  return [at(0.5), 0.5 * (at(0.841) - at(0.159))];
}
