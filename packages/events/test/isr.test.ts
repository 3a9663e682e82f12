import { describe, expect, it } from "vitest";
import { alp, darkPhoton } from "@belladonna/models";
import { crossSection, gammaX, generate, radiationStrength, structureRatio, treeProcess, qed } from "../src/index.js";

const beta = radiationStrength(10.58);

/** $\int_0^{y_1} f(y)\,\frac{\beta}{2} y^{\beta/2-1}\,dy$ by the midpoint rule in $v = y^{\beta/2}$, fine at both ends. */
function average(f: (y: number) => number, n = 20000): number {
  let sum = 0;
  for (let k = 0; k < n; k++) {
    // v = 1 − (1 − t)²: many points near y = 1, where the first-order term is.
    const t = (k + 0.5) / n;
    const v = 1 - (1 - t) ** 2;
    sum += f(v ** (2 / beta)) * 2 * (1 - t);
  }
  return sum / n;
}

describe("structureRatio", () => {
  it("has the strength that the literature quotes at 10.58 GeV", () => {
    expect(Math.abs(beta - 0.0877)).toBeLessThan(5e-5);
  });

  it("conserves the electron: its integral is 1 to third order in beta", () => {
    expect(Math.abs(average((y) => structureRatio(beta, y)) - 1)).toBeLessThan(0.1 * beta ** 3);
  });

  it("is the splitting function at first order: D − soft = −β(1 + x)/4 for hard photons", () => {
    // β → 0: D(x) → (β/4)(1 + x²)/(1 − x).
    const small = 1e-6;
    for (const y of [0.1, 0.5, 0.9]) {
      const D = structureRatio(small, y) * (small / 2) * y ** (small / 2 - 1);
      const splitting = ((small / 4) * (1 + (1 - y) ** 2)) / y;
      expect(Math.abs(D / splitting - 1)).toBeLessThan(1e-4);
    }
  });
});

describe("initial-state radiation", () => {
  const process = gammaX(alp({ mass: 5, gPhoton: 1e-3 }), { vacuumPolarisation: false });

  it("gives the convolution of the closed form with the structure functions", () => {
    const found = crossSection(process, { sqrtS: 10.58, isr: true, relativeError: 1e-3 });
    expect(found.method).toBe("monte carlo");
    const sigma = (z: number): number => {
      const sqrtS = 10.58 * Math.sqrt(z);
      return sqrtS > 5 ? crossSection(process, { sqrtS }).value : 0;
    };
    // The two fractions at n points each: z = x₁ x₂.
    const exact = average(
      (y1) => structureRatio(beta, y1) * average((y2) => structureRatio(beta, y2) * sigma((1 - y1) * (1 - y2)), 300),
      300,
    );
    expect(Math.abs(found.value / exact - 1)).toBeLessThan(4e-3);
    expect(found.value).toBeLessThan(crossSection(process, { sqrtS: 10.58 }).value);
  });

  it.each([
    [3, 0.045],
    [8, 0.025],
    [10, 0.015],
  ])("counts no photon of γA' twice: all of it is the resonance at %s GeV with radiation, to %s", (mass, tolerance) => {
    // σ = π g² δ(x₁x₂s − M²) with a structure function on either side: ∫ dx/x D(x) D(z/x), symmetric about √z.
    const A = darkPhoton({ mass, epsilon: 1e-3 });
    const s = 10.58 ** 2;
    const z = (mass * mass) / s;
    const D = (y: number): number => structureRatio(beta, y) * (beta / 2) * y ** (beta / 2 - 1);
    const edge = (1 - Math.sqrt(z)) ** (beta / 2);
    const n = 5000;
    let sum = 0;
    for (let k = 0; k < n; k++) {
      const t = (k + 0.5) / n;
      const y = (edge * (1 - (1 - t) ** 2)) ** (2 / beta);
      sum += (4 * edge * (1 - t) * structureRatio(beta, y) * D(1 - z / (1 - y))) / ((1 - y) * n);
    }
    const coupling = A.couplings.vector?.e ?? 0;
    const resonance = (3.893793721e11 * Math.PI * coupling * coupling * sum) / s;
    const found = crossSection(gammaX(A), { sqrtS: 10.58, isr: true, relativeError: 3e-3 });
    expect(found.valid).toBe(true);
    expect(Math.abs(found.value / resonance - 1)).toBeLessThan(tolerance);
  });

  it("keeps the photon of γA' harder than all radiation in its events", () => {
    const events = generate(gammaX(darkPhoton({ mass: 5, epsilon: 1e-3 })), {
      sqrtS: 10.58,
      isr: true,
      seed: 4,
      events: 1000,
    });
    const { offsets, particles: p } = events;
    for (let k = 0; k < events.length; k++) {
      for (let i = offsets[k] + 4; i < offsets[k + 1]; i++) {
        expect(p.e[i]).toBeLessThanOrEqual(p.e[offsets[k] + 2] * (1 + 1e-9));
      }
    }
  });

  it("raises the cross section of muon pairs, which grows towards low energy", () => {
    const pair = treeProcess({ model: qed(), outgoing: [13, -13] });
    const without = crossSection(pair, { sqrtS: 10.58, relativeError: 2e-3 }).value;
    const withIsr = crossSection(pair, { sqrtS: 10.58, isr: true, relativeError: 4e-3 }).value;
    expect(withIsr / without).toBeGreaterThan(1.1);
    expect(withIsr / without).toBeLessThan(1.6);
  });

  it("keeps energy and momentum with the photons along the beams", () => {
    const events = generate(process, { sqrtS: 10.58, isr: true, seed: 4, events: 2000, decay: "gamma gamma" });
    const { offsets, particles: p } = events;
    let radiated = 0;
    for (let k = 0; k < events.length; k++) {
      const sum = [0, 0, 0, 0];
      for (let i = offsets[k]; i < offsets[k + 1]; i++) {
        if (p.status[i] === 2) continue;
        const sign = p.status[i];
        sum[0] += sign * p.e[i];
        sum[1] += sign * p.px[i];
        sum[2] += sign * p.py[i];
        sum[3] += sign * p.pz[i];
        if (p.pdgId[i] === 22 && p.px[i] === 0 && p.py[i] === 0) radiated += p.e[i];
      }
      // An electron that radiates collinearly stays on its shell to m_e² / 2E = 1e-7 GeV over x.
      for (const rest of sum) expect(Math.abs(rest)).toBeLessThan(1e-6);
    }
    expect(radiated / events.length).toBeGreaterThan(0.05);
  });
});
