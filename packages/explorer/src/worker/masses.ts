import { fourVector, fromPThetaPhi, invariantMass, particle, recoil } from "@belladonna/kinematics";
import type { Beams, FourVector } from "@belladonna/kinematics";
import type { EventView, MassRow } from "./answers.js";

/** Most energetic objects that are combined. */
const MOST = 4;

/** Energy a cluster without a track needs to be taken for a photon, GeV. */
const PHOTON = 0.1;

/**
 * Invariant masses of what was seen, and the masses that recoil against it: of each object, each pair, and all together.
 * @param view - Tracks, with the mass of what they were taken for, and clusters without a track, as photons.
 * @param beams - What the recoil is taken from.
 */
export function massesOf({ tracks, clusters }: Pick<EventView, "tracks" | "clusters">, beams: Beams): MassRow[] {
  const objects: { name: string; p: FourVector }[] = [
    ...tracks.map(({ name, pdgId, momentum: [px, py, pz] }) => ({
      name,
      p: fourVector({ px, py, pz, m: particle(pdgId).mass }),
    })),
    ...clusters
      .filter(({ neutral, energy }) => neutral && energy > PHOTON)
      .map(({ energy, theta, phi }) => ({ name: "gamma", p: fromPThetaPhi(energy, theta, phi, 0) })),
  ]
    .sort((a, b) => b.p.e - a.p.e)
    .slice(0, MOST);
  const sets = [
    ...objects.map((one) => [one]),
    ...objects.flatMap((one, i) => objects.slice(i + 1).map((other) => [one, other])),
    ...(objects.length > 2 ? [objects] : []),
  ];
  return sets.map((set) => {
    const momenta = set.map(({ p }) => p);
    return {
      of: set.map(({ name }) => name),
      mass: set.length > 1 ? invariantMass(...momenta) : undefined,
      recoil: recoil(beams, ...momenta).m,
    };
  });
}
