import {
  boostFromRestOf,
  decayChain,
  eventTable,
  fourVector,
  particle,
  unweight,
  type ChainSample,
  type DecayNode,
  type EventTable,
} from "@belladonna/kinematics";
import { random, type RandomStream } from "@belladonna/numerics";

const node = (pdgId: number, daughters?: readonly DecayNode[]): DecayNode => ({
  pdgId,
  mass: particle(pdgId).mass,
  ...(daughters === undefined ? {} : { daughters }),
});
const pi0 = node(111, [node(22), node(22)]);
const neutrino: DecayNode = { pdgId: 16, mass: 0 };
const rho: DecayNode = { pdgId: -213, mass: 0.775, width: 0.149, daughters: [node(-211), pi0] };
const antineutrino = (pdgId: number): DecayNode => ({ pdgId, mass: 0 });

/** A way a tau decays: its daughters and the branching fraction (PDG 2024). */
type Mode = readonly [daughters: readonly DecayNode[], fraction: number];

/** The largest decays to one charged particle: 0.81 of all. */
export const onePronged: readonly Mode[] = [
  [[node(11), antineutrino(-12), neutrino], 0.1782],
  [[node(13), antineutrino(-14), neutrino], 0.1739],
  [[node(-211), neutrino], 0.1082],
  [[rho, neutrino], 0.2549],
  [[node(-211), pi0, pi0, neutrino], 0.0926],
];

/** $\tau^- \to \pi^-\pi^-\pi^+\nu$. */
export const threePronged: readonly Mode[] = [[[node(-211), node(-211), node(211), neutrino], 1]];

/** $\tau^- \to \mu^- \alpha$ with an unseen $\alpha$ of the given mass, GeV. */
export function muonAndAlpha(mass: number): readonly Mode[] {
  return [[[node(13), { pdgId: 9000006, mass }], 1]];
}

/** Unweighted decays of a mode at rest, to be drawn from. */
interface Stock {
  readonly sample: ChainSample;
  readonly rows: Int32Array;
  readonly fraction: number;
}

function stock(modes: readonly Mode[], r: RandomStream): Stock[] {
  const sum = modes.reduce((total, [, fraction]) => total + fraction, 0);
  return modes.map(([daughters, fraction]) => {
    const sample = decayChain(node(15, daughters), r, 30_000);
    const most = sample.weight.reduce((a, b) => Math.max(a, b), 0);
    return { sample, rows: unweight(sample.weight, most, r), fraction: fraction / sum };
  });
}

/**
 * Events in which each tau has decayed, by flat phase space and without polarisation, where it was made.
 * @param table - Events with taus of status 1.
 * @param minus - Decays of $\tau^-$.
 * @param plus - Decays of the other, written as those of $\tau^-$; the same when absent.
 */
export function decayTaus(table: EventTable, minus: readonly Mode[], plus: readonly Mode[] = minus): EventTable {
  const r = random(77).stream(0);
  const stocks = { minus: stock(minus, r), plus: stock(plus, r) };
  const { particles: p, offsets } = table;
  return eventTable((builder) => {
    for (let i = 0; i < table.length; i++) {
      builder.event(table.weights[i]);
      for (let k = offsets[i]; k < offsets[i + 1]; k++) {
        const tau = Math.abs(p.pdgId[k]) === 15 && p.status[k] === 1;
        const v = fourVector({ px: p.px[k], py: p.py[k], pz: p.pz[k], m: p.m[k] });
        const at = { vx: p.vx[k], vy: p.vy[k], vz: p.vz[k], vt: p.vt[k] };
        builder.particle({ ...v, ...at, pdgId: p.pdgId[k], status: tau ? 2 : p.status[k], mother: p.mother[k] });
        if (!tau) continue;
        const sign = p.pdgId[k] > 0 ? 1 : -1;
        const { sample, rows } = choose(sign > 0 ? stocks.minus : stocks.plus, r);
        const row = rows[Math.floor(r.uniform() * rows.length)];
        for (const { node: n, momenta: m } of sample.particles) {
          if (n.pdgId === 15 || n.daughters !== undefined) continue;
          const daughter = boostFromRestOf(fourVector({ px: m.px[row], py: m.py[row], pz: m.pz[row], m: n.mass }), v);
          builder.particle({ ...daughter, ...at, pdgId: n.pdgId === 22 ? 22 : sign * n.pdgId });
        }
      }
    }
  });
}

function choose(stocks: readonly Stock[], r: RandomStream): Stock {
  let u = r.uniform();
  return stocks.find(({ fraction }) => (u -= fraction) < 0) ?? stocks[stocks.length - 1];
}
