import { DEGREE } from "@belladonna/kinematics";
/** Sectors of ten degrees in which level 1 compares azimuths. */
const SECTORS = 36;

/** Sector 0-35 of an azimuth, rad, of any turn. */
export function sectorOf(phi: number): number {
  const turn = phi < 0 ? phi + 2 * Math.PI : phi >= 2 * Math.PI ? phi - 2 * Math.PI : phi;
  return Math.min(SECTORS - 1, Math.trunc((turn * (1 / DEGREE)) / 10));
}

/** Distance of two sectors the short way round, 0-18. */
export function sectorDistance(a: number, b: number): number {
  const d = Math.abs(a - b);
  return d > SECTORS / 2 ? SECTORS - d : d;
}

/** Angles between pairs, as five bits: back to back within 3, 5, 7, 9 sectors, open by 90 and by 30 degrees. */
export const B2B3 = 1;
/** Sectors 16-20 apart. */
export const B2B5 = 2;
/** Sectors 15-21 apart. */
export const B2B7 = 4;
/** Sectors 14-22 apart. */
export const B2B9 = 8;
/** Sectors 9-27 apart. */
export const OPEN90 = 16;
/** Sectors 3-33 apart. */
export const OPEN30 = 32;

const CLASSES = Uint8Array.from({ length: SECTORS }, (_, d) => {
  const short = d > 18 ? 36 - d : d;
  let c = 0;
  if (short >= 17) c |= B2B3;
  if (short >= 16) c |= B2B5;
  if (short >= 15) c |= B2B7;
  if (short >= 14) c |= B2B9;
  if (short >= 9) c |= OPEN90;
  if (short >= 3) c |= OPEN30;
  return c;
});

/** Which of the classes of angle the pair of sectors belongs to. */
export function pairClasses(a: number, b: number): number {
  return CLASSES[Math.abs(a - b)];
}
