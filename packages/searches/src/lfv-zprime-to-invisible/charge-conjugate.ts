import { type Beams, type EventTable, fourVector, type ParticleColumns } from "@belladonna/kinematics";

/**
 * Every other event with particles for antiparticles and all momenta turned round in the centre of mass, which is as likely
 * where amplitudes conserve CP: of $e^-\mu^+Z'$ it makes $e^+\mu^-Z'$. The beams go into each other.
 *
 * @param events - Events in the lab, the two beams first.
 * @param beams - The beams.
 */
export function everyOtherConjugated<T extends EventTable>(events: T, beams: Beams): T {
  const { offsets, length, particles } = events;
  const [px, py, pz, e] = [particles.px.slice(), particles.py.slice(), particles.pz.slice(), particles.e.slice()];
  const pdgId = particles.pdgId.slice();
  for (let i = 1; i < length; i += 2) {
    const first = offsets[i];
    for (let k = first; k < offsets[i + 1]; k++) {
      // Beams keep their places: what was made of one stands where the other was.
      const to = k < first + 2 ? first + first + 1 - k : k;
      const v = beams.toCms(
        fourVector({ px: particles.px[k], py: particles.py[k], pz: particles.pz[k], m: particles.m[k] }),
      );
      const turned = beams.toLab({ ...v, px: -v.px, py: -v.py, pz: -v.pz });
      [px[to], py[to], pz[to], e[to]] = [turned.px, turned.py, turned.pz, turned.e];
      const id = particles.pdgId[k];
      pdgId[to] = Math.abs(id) === 11 || Math.abs(id) === 13 ? -id : id;
    }
  }
  const turnedColumns: ParticleColumns = { ...particles, px, py, pz, e, pdgId };
  return { ...events, particles: turnedColumns };
}
