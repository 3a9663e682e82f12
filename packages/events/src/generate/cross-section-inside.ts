import { decayProbabilityInside, GEV2_FB } from "@belladonna/kinematics";
import type { Cylinder, FourVectors } from "@belladonna/kinematics";
import { findRoot, integrate, requireOptions, requireWithin } from "@belladonna/numerics";
import { atan2, cos, exp, sin } from "@belladonna/numerics/elementary";
import type { Process } from "../processes/process.js";
import { collisionsOf } from "./collisions.js";
import type { CollidingBeams } from "./collisions.js";
import { labMatrix } from "./lab-frame.js";

/** What {@link crossSectionInside} takes beside the process. */
export interface CrossSectionInsideOptions {
  /** Beams; their mean energies, without spread and radiation. */
  readonly beams: CollidingBeams;
  /** Where the mediator is to decay, cm, in the lab; the collision is at its origin. */
  readonly volume: Cylinder;
  /** Range of the polar angle of the mediator in the lab, rad; all when absent. */
  readonly polarAngle?: readonly [number, number];
  /** Proper decay length of the mediator, cm, > 0; its own when absent. */
  readonly ctau?: number;
}

const OPTIONS: readonly (keyof CrossSectionInsideOptions)[] = ["beams", "volume", "polarAngle", "ctau"];

/** Greatest $|\operatorname{artanh}\cos\theta^*|$: there the electron's mass has cut off its peaks by $10^{-9}$. */
const MOST = 20;
/** Steps in which edges of the volume are looked for along the polar angle. */
const STEPS = 128;

/**
 * Cross section of a process of two final particles with the mediator decaying in a hollow cylinder around the lab's $z$ axis,
 *
 * $$\sigma_V=\int\mathrm d\Omega^*\,\frac{\mathrm d\sigma}{\mathrm d\Omega^*}\,P(\Omega^*),\qquad
 *   P=\sum_{\rm stretches}\bigl(e^{-a/L}-e^{-b/L}\bigr),\quad L=\frac{p}{m}\,c\tau,$$
 *
 * by quadrature in the centre of mass, whose parts end where the mediator flies through an edge of the volume; to $10^{-6}$,
 * however small $P$ is. No cut acts on the other particle. With radiation, an energy spread or cuts take events
 * ({@link generate}) and the probability of each, `decayProbabilityInside` of the kinematics package.
 *
 * ```ts
 * const drift = { rMin: 1, rMax: 60, zMin: -55, zMax: 110 };
 * const polarAngle = [0.297, 2.618]; // 17 to 150 degrees
 * const photon = darkPhoton({ mass: 0.1, epsilon: 1e-5 });
 * crossSectionInside(gammaX(photon), { beams: superKekb, volume: drift, polarAngle }); // ≈ 4.33e-4
 * ```
 * @param process - A process of two final particles, one of them a mediator.
 * @param options - Beams, volume, angles, decay length.
 * @returns The cross section, fb; 0 where phase space is closed, and for a stable mediator.
 * @throws RangeError for another process, or a volume, a range of angles or a decay length that is none.
 */
export function crossSectionInside(process: Process, options: CrossSectionInsideOptions): number {
  requireOptions("crossSectionInside", options, OPTIONS);
  const { beams, volume, polarAngle = [0, Math.PI] } = options;
  const { outgoing } = process;
  const at = outgoing.findIndex(({ mediator }) => mediator !== undefined);
  const mediator = outgoing[at]?.mediator;
  if (mediator === undefined || outgoing.length !== 2) {
    throw new RangeError(`crossSectionInside: the process must be of a mediator and one more, got ${process.name}`);
  }
  const { ctau = mediator.ctau } = options;
  if (!(ctau > 0)) throw new RangeError(`crossSectionInside: ctau must be > 0 cm, got ${ctau}`);
  requireWithin("crossSectionInside: polarAngle[0]", polarAngle[0], 0, Math.PI);
  requireWithin("crossSectionInside: polarAngle[1]", polarAngle[1], polarAngle[0], Math.PI);
  const { nominal: sqrtS } = collisionsOf("crossSectionInside", { beams });
  const [electron, mass, other] = [process.incoming[0].mass, mediator.mass, outgoing[1 - at].mass];
  const lambda = (sqrtS - mass - other) * (sqrtS + mass + other) * (sqrtS - mass + other) * (sqrtS + mass - other);
  if (!(lambda > 0 && sqrtS > mass + other)) return 0;
  const k = Math.sqrt(lambda) / (2 * sqrtS);
  const beam = Math.sqrt(0.25 * sqrtS * sqrtS - electron * electron);
  const momenta = [...process.incoming, ...outgoing].map((particle) => momentum(particle.mass));
  setAlong(momenta[0], 0, 0, beam);
  setAlong(momenta[1], 0, 0, -beam);
  const lab = new Float64Array(16);
  labMatrix(beams, beams.electron.e, beams.positron.e, lab);
  const out = new Float64Array(1);
  const flying = { px: 0, py: 0, pz: 0, e: 0, m: mass };

  // Direction of the azimuth, and sin θ* = 1 / cosh u of the momenta as they are set.
  let [alongX, alongY, sine] = [1, 0, 1];

  /** Set all momenta for $\operatorname{artanh}\cos\theta^*$ of the mediator to the electron; returns its $\cos\theta$ in the lab. */
  const fly = (u: number): number => {
    const half = exp(-Math.abs(u));
    sine = (2 * half) / (1 + half * half);
    const x = k * sine * alongX;
    const y = k * sine * alongY;
    const z = (Math.sign(u) * k * (1 - half * half)) / (1 + half * half);
    setAlong(momenta[2 + at], x, y, z);
    setAlong(momenta[3 - at], -x, -y, -z);
    const e = Math.sqrt(mass * mass + k * k);
    flying.e = lab[0] * e + lab[1] * x + lab[2] * y + lab[3] * z;
    flying.px = lab[4] * e + lab[5] * x + lab[6] * y + lab[7] * z;
    flying.py = lab[8] * e + lab[9] * x + lab[10] * y + lab[11] * z;
    flying.pz = lab[12] * e + lab[13] * x + lab[14] * y + lab[15] * z;
    return flying.pz / Math.sqrt(flying.px * flying.px + flying.py * flying.py + flying.pz * flying.pz);
  };
  const [most, least] = polarAngle.map(cos);
  const edges = [most, least, ...corners(volume)].filter((edge) => Math.abs(edge) < 1);
  const atAzimuth = (phi: number): number => {
    alongX = cos(phi);
    alongY = sin(phi);
    const f = (u: number): number => {
      const direction = fly(u);
      if (direction > most || direction < least) return 0;
      const probability = decayProbabilityInside(volume, ORIGIN, flying, ctau);
      if (probability === 0) return 0;
      process.squaredAmplitude(momenta, out, 1);
      // d cos θ = sin² θ du: flat where electron exchange peaks as 1 / sin² θ.
      return out[0] * probability * sine * sine;
    };
    const breaks = crossings(fly, edges);
    return integrate(f, -MOST, MOST, { relative: 1e-7, breaks });
  };
  // Beams in the xz plane: both sides of it are alike.
  const range = beams.electron.py === 0 && beams.positron.py === 0 ? Math.PI : 2 * Math.PI;
  const mean = integrate(atAzimuth, 0, range, { relative: 1e-6 }) / range;
  // dΦ₂ = k dΩ / (16π² √s), flux 4 √s p.
  return (GEV2_FB * process.symmetryFactor * mean * k) / (32 * Math.PI * sqrtS * sqrtS * beam);
}

const ORIGIN = [0, 0, 0] as const;

/** Column of one momentum. */
function momentum(mass: number): FourVectors {
  const [px, py, pz, e] = Array.from({ length: 4 }, () => new Float64Array(1));
  return { px, py, pz, e, m: Float64Array.of(mass) };
}

function setAlong(p: FourVectors, x: number, y: number, z: number): void {
  p.px[0] = x;
  p.py[0] = y;
  p.pz[0] = z;
  p.e[0] = Math.sqrt(p.m[0] * p.m[0] + x * x + y * y + z * z);
}

/** Cosines of the polar angles at which the edges of a cylinder are seen from the origin. */
function corners({ rMin = 0, rMax, zMin, zMax }: Cylinder): number[] {
  return [rMin, rMax].flatMap((r) => [zMin, zMax].map((z) => cos(atan2(r, z))));
}

/** Where a function of $\operatorname{artanh}\cos\theta^*$ has one of the values, for crossings that lie apart. */
function crossings(f: (u: number) => number, values: readonly number[]): number[] {
  const found: number[] = [];
  let before = f(-MOST);
  for (let i = 1; i <= STEPS; i++) {
    const [from, to] = [MOST * ((2 * (i - 1)) / STEPS - 1), MOST * ((2 * i) / STEPS - 1)];
    const after = f(to);
    for (const value of values) {
      if ((before - value) * (after - value) < 0) found.push(findRoot((u) => f(u) - value, from, to));
    }
    before = after;
  }
  return found;
}
