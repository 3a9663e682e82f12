import type { MuonColumns } from "../detector/detected.js";

/** Least number of layers hit for the muon trigger (basf2 trg/klm KLMTriggerModule.cc). */
const LAYERS = 8;

/** What the muon trigger says of one event: sectors hit, as bit masks. */
export interface MuonDecision {
  /** Barrel sectors of 45 degrees, sector $k$ centred at $45k$ degrees: bits 0-7 for $z \ge 0$, bits 8-15 for $z < 0$. */
  barrel: number;
  /** Endcap sectors of 90 degrees, sector $k$ from $90k$ degrees: bits 0-3 forward, bits 4-7 backward. */
  endcap: number;
}

/** Sectors hit by the muon-system tracks in rows `first` to `last − 1`, those with eight layers or more. */
export function decideMuons(
  muons: MuonColumns,
  first: number,
  last: number,
  barrel: readonly [number, number],
  out: MuonDecision,
): void {
  out.barrel = 0;
  out.endcap = 0;
  for (let m = first; m < last; m++) {
    if (muons.layers[m] < LAYERS) continue;
    const theta = muons.theta[m];
    const phi = muons.phi[m] < 0 ? muons.phi[m] + 2 * Math.PI : muons.phi[m];
    if (theta >= barrel[0] && theta <= barrel[1]) {
      const sector = Math.round(phi / (Math.PI / 4)) & 7;
      out.barrel |= 1 << (theta <= Math.PI / 2 ? sector : 8 + sector);
    } else {
      const sector = Math.floor(phi / (Math.PI / 2)) & 3;
      out.endcap |= 1 << (theta < Math.PI / 2 ? sector : 4 + sector);
    }
  }
}

/** Whether two barrel sectors lie opposite each other. */
export function barrelBackToBack(barrel: number): boolean {
  const either = (barrel | (barrel >>> 8)) & 0xff;
  return (either & (either >>> 4) & 0xf) !== 0;
}

/** Whether two endcap sectors lie opposite each other in azimuth. */
export function endcapBackToBack(endcap: number): boolean {
  const either = (endcap | (endcap >>> 4)) & 0xf;
  return (either & (either >>> 2) & 0x3) !== 0;
}

/** Whether a barrel sector lies within 32.5 degrees of an azimuth, rad (basf2 TRGGRLMatchModule.cc). */
export function matchesBarrel(barrel: number, phi: number): boolean {
  const either = (barrel | (barrel >>> 8)) & 0xff;
  for (let sector = 0; sector < 8; sector++) {
    if (((either >>> sector) & 1) === 0) continue;
    const d = Math.abs(phi - (sector * Math.PI) / 4) % (2 * Math.PI);
    if (Math.min(d, 2 * Math.PI - d) < (32.5 * Math.PI) / 180) return true;
  }
  return false;
}

/** Whether an endcap sector on the side of `forward` contains an azimuth, rad. */
export function matchesEndcap(endcap: number, phi: number, forward: boolean): boolean {
  const side = forward ? endcap & 0xf : (endcap >>> 4) & 0xf;
  const turn = phi < 0 ? phi + 2 * Math.PI : phi;
  return ((side >>> (Math.floor(turn / (Math.PI / 2)) & 3)) & 1) === 1;
}
