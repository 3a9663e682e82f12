import { random } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import type { DecayDynamics } from "@belladonna/models";
import { drawAtRest } from "../src/decays/rest-frame.js";
import {
  chargedCurrentDynamics,
  neutralCurrentDynamics,
  pseudoscalarDynamics,
  twoPionDynamics,
  vectorMesonDynamics,
} from "@belladonna/models/dynamics";
import { pionPairR } from "@belladonna/models/widths";
import { hnl } from "@belladonna/models";
import { mediatorDecays } from "../src/index.js";
import { MASS } from "@belladonna/models/constants";
import { neutralCurrent, threeBodyIntegral } from "@belladonna/models/widths";
import { rootLambda } from "@belladonna/models/widths";
import { decaySample, pValue } from "./decay-sample.js";

const none = new Float64Array(3);

/** Integral of a matrix element over the phase space of a mass of 1, and its error; the same draws for all. */
function integral(dynamics: DecayDynamics, masses: readonly number[], draws = 40_000) {
  const stream = random(3);
  const p = new Float64Array(4 * masses.length);
  // dΦ₃ goes with the two breakup momenta and dm₁₂, over the range of which the drawing is uniform.
  const range = 1 - masses.reduce((sum, m) => sum + m, 0);
  let [sum, squares] = [0, 0];
  for (let i = 0; i < draws; i++) {
    const w = range * drawAtRest(1, masses, undefined, stream, p) * dynamics.value(p, none);
    sum += w;
    squares += w * w;
  }
  const mean = sum / draws;
  return { mean, error: Math.sqrt((squares / draws - mean * mean) / draws) };
}

describe("leptons of a heavy neutral lepton", () => {
  const s2 = 0.23;
  const neutral = (x: number, left: number) =>
    integral(neutralCurrentDynamics(x, [{ mixing: 1, left, right: s2 }], false), [0, x, x]);

  it.each([0.02, 0.1, 0.25, 0.4])("beside a neutrino integrate to the width at m/M = %d", (x) => {
    for (const [pair, left] of [
      ["same lepton", s2 + 0.5],
      ["other lepton", s2 - 0.5],
    ] as const) {
      const massive = neutral(x, left);
      const light = neutral(1e-6, left);
      const ratio = massive.mean / light.mean;
      const error = ratio * Math.hypot(massive.error / massive.mean, light.error / light.mean);
      const width = neutralCurrent(x, pair, s2) / neutralCurrent(1e-6, pair, s2);
      expect(Math.abs(ratio - width), pair).toBeLessThan(4 * error);
      expect(error / ratio).toBeLessThan(0.01);
    }
    const [same, other] = [neutral(x, s2 + 0.5), neutral(x, s2 - 0.5)];
    const width = neutralCurrent(x, "same lepton", s2) / neutralCurrent(x, "other lepton", s2);
    expect(Math.abs(same.mean / other.mean / width - 1)).toBeLessThan(0.02);
  });

  it.each([
    [0.1, 0.3],
    [0.5, 0.1],
  ])("of two flavours integrate to the width at %d, %d", (a, b) => {
    const massive = integral(chargedCurrentDynamics(1), [a, b, 0]);
    const light = integral(chargedCurrentDynamics(1), [1e-6, 1e-6, 0]);
    const width = threeBodyIntegral(b, 0, a) / threeBodyIntegral(1e-6, 0, 1e-6);
    expect(Math.abs(massive.mean / light.mean / width - 1)).toBeLessThan(0.02);
  });

  it("of a Majorana N have no preference for a charge, of a Dirac N have one", () => {
    const spectra = (nature: "majorana" | "dirac") => {
      const n = hnl({ mass: 1, mixing: { mu: 1e-3 }, nature });
      const { offsets, particles, length } = decaySample(
        [mediatorDecays(n, { channels: ["nu mu- mu+"], pdgId: 18 })],
        18,
        1,
        20_000,
      );
      let difference = 0;
      let squares = 0;
      for (let i = 0; i < length; i++) {
        const d = particles.e[offsets[i] + 2] - particles.e[offsets[i] + 3];
        difference += d;
        squares += d * d;
      }
      return difference / Math.sqrt(squares);
    };
    expect(Math.abs(spectra("majorana"))).toBeLessThan(4);
    expect(Math.abs(spectra("dirac"))).toBeGreaterThan(10);
  });
});

describe("a polarised heavy neutral lepton", () => {
  const currents = [{ mixing: 1, left: -0.27, right: 0.23 }];
  it.each([
    ["nu l l of a Dirac N", neutralCurrentDynamics(0.1, currents, false), [0, 0.1, 0.1]],
    ["nu l l of a Majorana N", neutralCurrentDynamics(0.1, currents, true), [0, 0.1, 0.1]],
    ["l l nu", chargedCurrentDynamics(-1), [0.1, 0.3, 0]],
    ["l P", pseudoscalarDynamics(1), [0.1, 0.5]],
    ["l V", vectorMesonDynamics(-1), [0.1, 0.5]],
    ["pi pi l", twoPionDynamics(1, () => 1), [0.14, 0.135, 0.1]],
  ] as const)("decays to %s at no negative rate, whatever the momenta and the spin", (_name, dynamics, masses) => {
    const stream = random(5);
    const p = new Float64Array(4 * masses.length);
    let asymmetry = 0;
    for (let i = 0; i < 2000; i++) {
      drawAtRest(1, masses, undefined, stream, p);
      const z = 2 * stream.uniform() - 1;
      const phi = 2 * Math.PI * stream.uniform();
      const t = Math.sqrt(1 - z * z);
      const spin = Float64Array.of(t * Math.cos(phi), t * Math.sin(phi), z);
      const [rate, mean] = [dynamics.value(p, spin), dynamics.value(p, none)];
      expect(rate).toBeGreaterThan(-1e-12 * mean);
      asymmetry = Math.max(asymmetry, Math.abs(rate / mean - 1));
    }
    // The spin matters; to a Majorana N less, whose two lepton numbers nearly cancel.
    expect(asymmetry).toBeGreaterThan(0.1);
  });
});

describe("mesons of a polarised heavy neutral lepton", () => {
  /** A two-body decay of a mass of 1 with the lepton along +z or −z. */
  const along = (sign: 1 | -1, lepton: number, meson: number): Float64Array => {
    const p = (sign * Math.sqrt((1 - (lepton + meson) ** 2) * (1 - (lepton - meson) ** 2))) / 2;
    return Float64Array.of(0, 0, p, Math.hypot(p, lepton), 0, 0, -p, Math.hypot(p, meson));
  };
  const up = Float64Array.of(0, 0, 1);

  it("leave a massless lepton with a pseudoscalar against the spin, its antilepton along it", () => {
    const [with_, against] = [along(1, 0, 0.4), along(-1, 0, 0.4)];
    const dirac = pseudoscalarDynamics(1);
    expect(dirac.value(with_, up) / dirac.value(against, up)).toBeCloseTo(0, 12);
    const other = pseudoscalarDynamics(-1);
    expect(other.value(against, up) / other.value(with_, up)).toBeCloseTo(0, 12);
  });

  it("and with a vector by its longitudinal and transverse parts, m² : 2 m_V²", () => {
    const mV = 0.6;
    const dynamics = vectorMesonDynamics(1);
    const [longitudinal, transverse] = [along(-1, 0, mV), along(1, 0, mV)].map((p) => dynamics.value(p, up));
    expect(longitudinal * 2 * mV * mV).toBeCloseTo(transverse, 12);
  });
});

describe("two pions of a heavy neutral lepton", () => {
  const m = 1.5;

  it.each([
    ["mu- pi+ pi0", MASS["pi+"] + MASS.pi0, MASS.mu],
    ["nu pi+ pi-", 2 * MASS["pi+"], 0],
  ])("%s have the masses of the width: the peak of the rho", (name, threshold, lepton) => {
    const n = hnl({ mass: m, mixing: { mu: 1e-6 }, nature: "dirac" });
    const sample = decaySample([mediatorDecays(n, { channels: [name], pdgId: 18 })], 18, m, 20_000);
    const masses = Array.from({ length: sample.length }, (_, i) => sample.particles.m[sample.offsets[i] + 1]);
    const l = (lepton / m) ** 2;
    const density = (q: number): number => {
      const x = (q / m) ** 2;
      const phase = ((1 - l) ** 2 + x * (1 + l) - 2 * x * x) * rootLambda(q / m, lepton / m);
      return q * phase * pionPairR(q, threshold);
    };
    expect(pValue(masses, threshold, 1.3, 40, density)).toBeGreaterThan(1e-3);
  });
});
