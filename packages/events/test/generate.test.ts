import { describe, expect, it } from "vitest";
import { alp } from "@belladonna/models";
import { EventColumns, eventGenerator, gammaX, generate, threePhotons } from "../src/index.js";
import type { CollidingBeams, GeneratedEvents } from "../src/index.js";

const ME = 0.51099895069e-3;

function beam(e: number, angle: number): CollidingBeams["electron"] {
  const p = Math.sqrt(e * e - ME * ME);
  return { px: p * Math.sin(angle), py: 0, pz: p * Math.cos(angle), e, m: ME };
}

const superKekb: CollidingBeams = {
  electron: beam(7.004, 0.0415),
  positron: beam(4.002, Math.PI - 0.0415),
  energySpread: { electron: 5.13e-3, positron: 2.375e-3 },
};

const process = gammaX(alp({ mass: 1, gPhoton: 1e-3 }));
const options = { beams: superKekb, seed: 5, decay: "gamma gamma" };

/** Sums of momenta over particles of an event with the given status. */
function total({ offsets, particles: p }: GeneratedEvents, event: number, status: (s: number) => boolean): number[] {
  const sum = [0, 0, 0, 0];
  for (let i = offsets[event]; i < offsets[event + 1]; i++) {
    if (!status(p.status[i])) continue;
    sum[0] += p.e[i];
    sum[1] += p.px[i];
    sum[2] += p.py[i];
    sum[3] += p.pz[i];
  }
  return sum;
}

describe("generate", () => {
  const events = generate(process, { ...options, events: 4000 });

  it("makes the number of events asked for", () => {
    expect(events.length).toBe(4000);
    expect(events.offsets).toHaveLength(4001);
    expect(events.valid).toBe(true);
    expect(events.branchingFraction).toBe(1);
  });

  it("conserves energy and momentum in the lab, before and after decays", () => {
    for (let k = 0; k < events.length; k++) {
      const before = total(events, k, (s) => s === -1);
      const after = total(events, k, (s) => s === 1);
      for (let c = 0; c < 4; c++) expect(Math.abs(before[c] - after[c])).toBeLessThan(1e-11);
    }
  });

  it("keeps every particle on its mass shell", () => {
    const { px, py, pz, e, m } = events.particles;
    for (let i = 0; i < px.length; i++) {
      const m2 = e[i] ** 2 - px[i] ** 2 - py[i] ** 2 - pz[i] ** 2;
      expect(Math.abs(m2 - m[i] ** 2)).toBeLessThan(1e-12 * Math.max(1, e[i] ** 2) * 10);
    }
  });

  it("spreads the centre-of-mass energy as the beams' energies do", () => {
    let sum = 0;
    let squares = 0;
    for (let k = 0; k < events.length; k++) {
      const [e, x, y, z] = total(events, k, (s) => s === -1);
      const sqrtS = Math.sqrt(e * e - x * x - y * y - z * z);
      sum += sqrtS;
      squares += sqrtS * sqrtS;
    }
    const mean = sum / events.length;
    const sigma = Math.sqrt(squares / events.length - mean * mean);
    // σ(√s)/√s is half the relative spreads in quadrature: 4.99 MeV; 4000 events know it to 1.1 %.
    expect(Math.abs(sigma / 4.99e-3 - 1)).toBeLessThan(0.04);
    expect(Math.abs(mean - 10.5796)).toBeLessThan((4 * 4.99e-3) / Math.sqrt(4000) + 5e-5);
  });

  it("lets the ALP fly by its lifetime, in its own direction", () => {
    const slow = generate(gammaX(alp({ mass: 0.2, gPhoton: 1e-4 })), { ...options, events: 4000 });
    const { px, py, pz, vx, vy, vz, m, status } = slow.particles;
    let sum = 0;
    for (let i = 0; i < m.length; i++) {
      if (status[i] !== 2) continue;
      const p = Math.sqrt(px[i] ** 2 + py[i] ** 2 + pz[i] ** 2);
      const l = Math.sqrt(vx[i + 1] ** 2 + vy[i + 1] ** 2 + vz[i + 1] ** 2);
      const along = (px[i] * vx[i + 1] + py[i] * vy[i + 1] + pz[i] * vz[i + 1]) / (p * l);
      expect(along).toBeGreaterThan(1 - 1e-12);
      sum += (l * m[i]) / p;
    }
    // cτ = ħc 64π / (g² m³): 1.973269804e-14 × 64π / (1e-8 × 8e-3) cm.
    const ctau = (1.973269804e-14 * 64 * Math.PI) / (1e-8 * 8e-3);
    expect(Math.abs(sum / 4000 / ctau - 1)).toBeLessThan(4 / Math.sqrt(4000));
  });

  it("gives the ALP's photon the angular distribution 1 + cos²θ*, and its decay a flat one (χ², 20 bins)", () => {
    const cms = generate(process, { sqrtS: 10.58, seed: 3, decay: "gamma gamma", events: 40000 });
    const { pz, e, px, py, m } = cms.particles;
    const angle = new Float64Array(20);
    const decay = new Float64Array(20);
    for (let k = 0; k < cms.length; k++) {
      const i = cms.offsets[k] + 2;
      const c = pz[i] / e[i];
      angle[Math.floor((c + 1) * 10)]++;
      // Energy of the first decay photon in the frame of the collision is flat between its end points.
      const p = Math.sqrt(px[i + 1] ** 2 + py[i + 1] ** 2 + pz[i + 1] ** 2);
      const x = (e[i + 2] - (e[i + 1] - p) / 2) / p;
      decay[Math.min(19, Math.floor(20 * x))]++;
      expect(m[i + 1]).toBe(1);
    }
    let chi2 = 0;
    let flat = 0;
    for (let b = 0; b < 20; b++) {
      const [low, high] = [b / 10 - 1, (b + 1) / 10 - 1];
      const share = (3 / 8) * (high - low + (high ** 3 - low ** 3) / 3);
      chi2 += (angle[b] - 40000 * share) ** 2 / (40000 * share);
      flat += (decay[b] - 2000) ** 2 / 2000;
    }
    // 19 degrees of freedom: 43.8 is exceeded in 1 of 1000.
    expect(chi2).toBeLessThan(43.8);
    expect(flat).toBeLessThan(43.8);
  });

  it("gives the same events whether blocks are made by one generator or shared between several", () => {
    const one = new EventColumns();
    const alone = eventGenerator(process, options);
    for (let b = 0; b < 4; b++) alone.fill(b, one);
    const workers = [eventGenerator(process, options), eventGenerator(process, options)];
    const two = new EventColumns();
    // The second worker is asked first: order of work does not matter, order of blocks does.
    const odd = [1, 3].map((b) => {
      const columns = new EventColumns();
      workers[1].fill(b, columns);
      return columns.table();
    });
    const even = [0, 2].map((b) => {
      const columns = new EventColumns();
      workers[0].fill(b, columns);
      return columns.table();
    });
    const tables = [even[0], odd[0], even[1], odd[1]];
    const e = tables.flatMap(({ particles }) => [...particles.e]);
    expect(two.events).toBe(0);
    expect(e).toEqual([...one.table().particles.e]);
    const whole = generate(process, { ...options, events: 3000 });
    expect([...whole.particles.px]).toEqual(
      tables.flatMap((t) => [...t.particles.px]).slice(0, whole.particles.px.length),
    );
  });

  it("names what is wrong", () => {
    expect(() => generate(process, { seed: 1, events: 1 })).toThrow("give either sqrtS or beams");
    expect(() => generate(process, { sqrtS: -1, seed: 1, events: 1 })).toThrow("sqrtS must be finite and > 0");
    expect(() => generate(process, { sqrtS: 10, seed: 1, events: 1.5 })).toThrow("events must be an integer");
    expect(() => generate(process, { sqrtS: 10, seed: 1, events: 1, decay: "mu+ mu-" })).toThrow(/mu\+ mu-/);
    const cuts = { energy: 0.2, cosTheta: 0.9 };
    expect(() => generate(threePhotons(), { sqrtS: 10, seed: 1, events: 1, cuts, decay: "gamma gamma" })).toThrow(
      "has no mediator",
    );
  });

  it("is empty, and says why, when cuts leave nothing", () => {
    const cuts = { energy: 0.2, cosTheta: 0.9, pairMass: 20 };
    const nothing = generate(threePhotons(), { sqrtS: 10.58, seed: 1, events: 10, cuts });
    expect(nothing.length).toBe(0);
    expect(nothing.valid).toBe(false);
    expect(nothing.reason).toContain("the cuts leave nothing: no trial passed");
  });
});

describe("the share of overweight events", () => {
  // Radiation and a photon near the beams: few trials have large weights.
  const radiative = { beams: superKekb, seed: 5, isr: true, cuts: { energy: 0.5, cosTheta: 0.99 }, events: 4000 };
  const few = generate(threePhotons(), radiative);
  const many = generate(threePhotons(), { ...radiative, overweight: 0.05 });

  it("makes events with fewer trials, for the same cross section", () => {
    expect(many.efficiency).toBeGreaterThan(1.3 * few.efficiency);
    const error = Math.sqrt(few.crossSection.error ** 2 + many.crossSection.error ** 2);
    expect(Math.abs(few.crossSection.value - many.crossSection.value)).toBeLessThan(4 * error);
  });

  it("keeps what is above the envelope as weight: about the share, in sum", () => {
    const total = many.weights.reduce((sum, w) => sum + w, 0);
    const excess = many.weights.reduce((sum, w) => sum + w - 1, 0) / total;
    expect(excess).toBeGreaterThan(0.005);
    expect(excess).toBeLessThan(0.15);
  });

  it("is a share", () => {
    expect(() => generate(threePhotons(), { ...radiative, overweight: 1 })).toThrow(/overweight must be in \[0, 1\)/);
  });
});
