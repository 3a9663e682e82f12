import { describe, expect, it } from "vitest";
import {
  add,
  C_CM_PER_NS,
  chainEvents,
  columns,
  decayChain,
  decayProbability,
  eventParticles,
  fromPThetaPhi,
  p,
  phaseSpaceVolume,
  type DecayNode,
  type FourVector,
} from "../src/index.js";
import { relativeError } from "./reference.js";
import { stream } from "./streams.js";

const photon: DecayNode = { pdgId: 22, mass: 0 };
const pion: DecayNode = { pdgId: 211, mass: 0.13957 };
const kaon: DecayNode = { pdgId: 321, mass: 0.493677 };
const kStar: DecayNode = { pdgId: 313, mass: 0.8955, width: 0.0473, daughters: [kaon, pion] };
const scalar: DecayNode = { pdgId: 9000025, mass: 1, ctau: 10, daughters: [pion, pion] };
const b: DecayNode = { pdgId: 511, mass: 5.27972, daughters: [kStar, scalar] };

describe("decayChain", () => {
  const n = 20_000;
  const parent = fromPThetaPhi(3, 0.5, 1, b.mass);
  const { weight, particles } = decayChain(b, stream(21), n, parent);
  const index = (pdgId: number): number => particles.findIndex(({ node }) => node.pdgId === pdgId);
  const at = (k: number, i: number): FourVector => columns.fourVectorAt(particles[k].momenta, i);

  it("lists mothers before daughters", () => {
    expect(particles.map(({ node, mother }) => [node.pdgId, mother])).toEqual([
      [511, -1],
      [313, 0],
      [321, 1],
      [211, 1],
      [9000025, 0],
      [211, 4],
      [211, 4],
    ]);
  });

  it("conserves momentum at every vertex, with every mass as stated or drawn", () => {
    for (let i = 0; i < 500; i++) {
      particles.forEach(({ node }, k) => {
        const daughters = particles.flatMap(({ mother }, j) => (mother === k ? [at(j, i)] : []));
        if (daughters.length > 0) {
          const [sum, mother] = [add(...daughters), at(k, i)];
          for (const key of ["px", "py", "pz", "e"] as const) {
            expect(Math.abs(sum[key] - mother[key])).toBeLessThan(1e-14 * mother.e);
          }
          expect(Math.abs(sum.m - mother.m)).toBeLessThan(1e-13 * mother.m);
        }
        if (node.width === undefined) expect(at(k, i).m).toBe(node.mass);
      });
    }
  });

  it("gives a resonance its line shape times the phase space on both sides", () => {
    // Weighted histogram of m against the density, bin by bin.
    const { momenta } = particles[index(313)];
    const edges = [0.65, 0.8, 0.86, 0.88, 0.8955, 0.91, 0.95, 1.1, 2];
    const density = (m: number): number => {
      const shape = (2 * m * 0.8955 * 0.0473) / ((m * m - 0.8955 ** 2) ** 2 + (0.8955 * 0.0473) ** 2) / Math.PI;
      const decay = phaseSpaceVolume(m, [0.493677, 0.13957]) / phaseSpaceVolume(0.8955, [0.493677, 0.13957]);
      return (shape * decay * phaseSpaceVolume(b.mass, [m, 1])) / phaseSpaceVolume(b.mass, [0.8955, 1]);
    };
    for (let j = 0; j + 1 < edges.length; j++) {
      const [low, high] = [edges[j], edges[j + 1]];
      let expected = 0;
      for (let k = 0; k < 200; k++) expected += (density(low + ((k + 0.5) * (high - low)) / 200) * (high - low)) / 200;
      let sum = 0;
      let squares = 0;
      for (let i = 0; i < n; i++) {
        const w = momenta.m[i] >= low && momenta.m[i] < high ? weight[i] : 0;
        sum += w;
        squares += w * w;
      }
      const error = Math.sqrt(squares / n - (sum / n) ** 2) / Math.sqrt(n);
      expect(Math.abs(sum / n - expected)).toBeLessThan(4 * error + 1e-4);
    }
  });

  it("displaces the daughters of what lives along its flight, by exponential proper times", () => {
    const s = index(9000025);
    const [daughter, other] = [particles[s + 1], particles[s + 2]];
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const v = at(s, i);
      const [x, y, z] = [daughter.vx[i], daughter.vy[i], daughter.vz[i]];
      const length = Math.hypot(x, y, z);
      if (i < 200) {
        expect([other.vx[i], other.vy[i], other.vz[i], other.vt[i]]).toEqual([x, y, z, daughter.vt[i]]);
        expect(relativeError((x * v.px + y * v.py + z * v.pz) / (length * p(v)), 1)).toBeLessThan(1e-14);
        expect(relativeError(daughter.vt[i], (length * v.e) / p(v) / C_CM_PER_NS)).toBeLessThan(1e-13);
      }
      const proper = length / (p(v) / v.m) / 10 - 1;
      sum += proper;
      squares += proper * proper;
    }
    expect(Math.abs(sum / n)).toBeLessThan(4 / Math.sqrt(n));
    // Variance of an exponential is 1, of its square's estimate 8.
    expect(Math.abs(squares / n - 1)).toBeLessThan(4 * Math.sqrt(8 / n));
    expect(particles[index(313)].vx.every((v) => v === 0)).toBe(true);
  });

  it("has weights of mean 1 with fixed masses", () => {
    const fixed: DecayNode = {
      ...b,
      daughters: [{ pdgId: 223, mass: 0.78266, daughters: [pion, pion, photon] }, kaon],
    };
    const sample = decayChain(fixed, stream(22), n).weight;
    const mean = sample.reduce((a, w) => a + w) / n;
    const spread = Math.sqrt(sample.reduce((a, w) => a + (w - mean) ** 2, 0)) / n;
    expect(Math.abs(mean - 1)).toBeLessThan(4 * spread);
  });

  it("confines decays to a window and takes its probability as weight", () => {
    const window = { from: 1, to: 3 };
    const confined: DecayNode = { pdgId: 511, mass: 5.27972, daughters: [{ ...scalar, window }, kaon] };
    const sample = decayChain(confined, stream(23), 200);
    for (let i = 0; i < 200; i++) {
      const v = columns.fourVectorAt(sample.particles[1].momenta, i);
      const { vx, vy, vz } = sample.particles[2];
      const length = Math.hypot(vx[i], vy[i], vz[i]);
      expect(length).toBeGreaterThanOrEqual(1 - 1e-12);
      expect(length).toBeLessThanOrEqual(3 + 1e-12);
      const probability = decayProbability({ betaGamma: p(v) / v.m, ctau: 10, ...window });
      expect(relativeError(sample.weight[i], probability)).toBeLessThan(1e-12);
    }
  });

  it("event i does not depend on how many are made", () => {
    const few = decayChain(b, stream(21), 300, parent);
    expect(few.weight).toEqual(weight.slice(0, 300));
    expect(few.particles[6].momenta.px).toEqual(particles[6].momenta.px.slice(0, 300));
  });

  it("takes a momentum each, and becomes an event table", () => {
    const parents = columns.fromObjects([parent, fromPThetaPhi(1, 1, 1, b.mass)]);
    const sample = decayChain(b, stream(24), 2, parents);
    expect(columns.fourVectorAt(sample.particles[0].momenta, 1)).toEqual(columns.fourVectorAt(parents, 1));
    const table = chainEvents(sample);
    expect(table.weights).toEqual(sample.weight);
    const second = eventParticles(table, 1);
    expect(second.map((q) => q.status)).toEqual([2, 2, 1, 1, 2, 1, 1]);
    expect(second.map((q) => q.mother)).toEqual([-1, 0, 1, 1, 0, 4, 4]);
    expect(second[5]).toMatchObject(columns.fourVectorAt(sample.particles[5].momenta, 1));
    expect(second[5].vz).toBe(sample.particles[5].vz[1]);
  });

  it("refuses closed decays", () => {
    expect(() => decayChain({ ...b, mass: 1.8 }, stream(1), 1)).toThrow("decayChain: 511 of mass 1.8 must be above");
    expect(() => decayChain({ pdgId: 1, mass: 1, daughters: [pion] }, stream(1), 1)).toThrow(RangeError);
    expect(() => decayChain({ ...b, daughters: [{ ...pion, width: 1 }, pion] }, stream(1), 1)).toThrow("has a width");
  });
});
