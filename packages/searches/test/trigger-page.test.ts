import { eventTable, fromPThetaPhi, particle, superKekb } from "@belladonna/kinematics";
import { photonSpectrum } from "@belladonna/events";
import { belle2, detect } from "@belladonna/trigger";
import { random } from "@belladonna/numerics";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { curvesPlot } from "../src/report/curves-plot.js";
import {
  curvesOf,
  efficienciesOf,
  twoBarrelTracks,
  withTracks,
  type Signal,
} from "../scripts/trigger-page/efficiencies.js";
import { measuredFrom } from "../scripts/trigger-page/measured.js";
import { triggerPage, triggerPictures } from "../scripts/trigger-page/text.js";
import { signals } from "../scripts/trigger-page/signals.js";
import { physicsMenu, ratesOf } from "../scripts/trigger-page/level1-rates.js";
import { decayTaus, onePronged, threePronged } from "../scripts/trigger-page/tau-decays.js";
import { twoPhotonPairs } from "../scripts/trigger-page/two-photon.js";

const TAU = particle(15).mass;
const MUON = particle(13).mass;

const taus = eventTable((builder) => {
  for (let i = 0; i < 500; i++) {
    builder.event();
    builder.particle({ pdgId: 15, ...fromPThetaPhi(5, 1, 0.3, TAU) });
    builder.particle({ pdgId: -15, ...fromPThetaPhi(4, 2, -2.5, TAU) });
  }
});

/** Muon pairs at 60 and 80 degrees, with a given angle between them in azimuth. */
const muons = (dphi: number) =>
  eventTable((builder) => {
    for (let i = 0; i < 400; i++) {
      builder.event();
      builder.particle({ pdgId: 13, ...fromPThetaPhi(3, Math.PI / 3, 0.1, MUON) });
      builder.particle({ pdgId: -13, ...fromPThetaPhi(2, 1.4, 0.1 + dphi, MUON) });
    }
  });

describe("tau decays", () => {
  it.each([
    ["one", onePronged, 1],
    ["three", threePronged, 3],
  ] as const)("to %s charged particles conserve momentum, energy and charge", (_name, modes, prongs) => {
    const { particles: p, offsets, length } = decayTaus(taus, modes);
    const charged = new Map([
      [11, -1],
      [13, -1],
      [211, 1],
    ]);
    for (let i = 0; i < length; i++) {
      const sum = { px: 0, py: 0, pz: 0, e: 0 };
      let charge = 0;
      let tracks = 0;
      for (let k = offsets[i]; k < offsets[i + 1]; k++) {
        const sign = p.status[k] === 1 ? 1 : -1;
        for (const key of ["px", "py", "pz", "e"] as const) sum[key] += sign * p[key][k];
        if (sign < 0) continue;
        const q = (charged.get(Math.abs(p.pdgId[k])) ?? 0) * Math.sign(p.pdgId[k]);
        charge += q;
        tracks += Math.abs(q);
      }
      for (const value of Object.values(sum)) expect(value).toBeCloseTo(0, 9);
      expect(charge).toBe(0);
      expect(tracks).toBe(2 * prongs);
    }
  });
});

describe("pairs from two photons", () => {
  // Total of the hard process: 4πα²/s ((1 + x − x²/2) 2 artanh β − β (1 + x)), x = 4m²/s; its integral over the spectra.
  it("have the cross section of the luminosity of equivalent photons times that of two photons", () => {
    const a = twoPhotonPairs(13, 2, 20_000).crossSection;
    const b = twoPhotonPairs(13, 2, 80_000).crossSection;
    expect(a / b).toBeCloseTo(1, 1);
    expect(b / twoPhotonTotal(2)).toBeCloseTo(1, 1.5);
  });
});

/** The same by the midpoint rule and the closed form of the hard process, fb. */
function twoPhotonTotal(least: number): number {
  const steps = 200;
  const s = superKekb.sqrtS ** 2;
  const span = Math.log(s / least ** 2);
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    const w2 = least ** 2 * Math.exp((span * (i + 0.5)) / steps);
    const x = (4 * MUON * MUON) / w2;
    const beta = Math.sqrt(1 - x);
    const alpha = 1 / 137.035999;
    const hard = ((4 * Math.PI * alpha ** 2) / w2) * ((1 + x - (x * x) / 2) * 2 * Math.atanh(beta) - beta * (1 + x));
    const reach = 0.5 * Math.log(s / w2);
    for (let j = 0; j < steps; j++) {
      const y = reach * ((2 * (j + 0.5)) / steps - 1);
      const [x1, x2] = [Math.exp(y - reach), Math.exp(-y - reach)];
      sum += x1 * photonSpectrum(x1, w2) * x2 * photonSpectrum(x2, w2) * hard * 2 * reach * span;
    }
  }
  return (sum / steps ** 2) * 3.893793721e11;
}

describe("efficiencies", () => {
  it("are measured on the events asked for, and drawn", () => {
    const signal: Signal = {
      key: "test",
      title: "μμ",
      particle: "X",
      about: "",
      masses: [1, 2.5],
      sample: muons,
      triggers: [
        { name: "ffo", line: "ffo" },
        { name: "ffo*", line: "ffo", among: withTracks(2) },
        { name: "track", line: "track", ofInputs: true },
      ],
    };
    const [close, apart] = efficienciesOf(signal);
    expect(close.level1[0].value).toBe(0);
    expect(apart.level1[0].value).toBeGreaterThan(0.7);
    expect(apart.level1[1].value).toBeGreaterThanOrEqual(apart.level1[0].value);
    expect(apart.level1[2].value).toBeGreaterThan(0.95);
    const svg = curvesPlot("angle", curvesOf(signal, [close, apart]), { title: signal.title });
    expect(svg).toMatch(/^<svg[^]*<\/svg>\n$/);
    for (const name of ["ffo", "ffo*", "track", "HLT"]) expect(svg).toContain(`>${name}<`);
  });

  it("select pairs that are apart in azimuth", () => {
    const count = (dphi: number): number =>
      twoBarrelTracks(detect(muons(dphi), belle2, random(1))).reduce((sum, x) => sum + x, 0);
    expect(count(1)).toBe(0);
    expect(count(2.5)).toBeGreaterThan(350);
  });
});

describe("rates", () => {
  it("of a sample that fires at every event are luminosity times cross section", () => {
    const source = { name: "μμ", about: "", crossSection: 1e6, events: muons(2.5) };
    const { total } = ratesOf(physicsMenu(), [source]);
    expect(total.value).toBeGreaterThan(0.95 * 600);
    expect(total.value).toBeLessThanOrEqual(600);
  });
});

describe("docs/trigger.md", () => {
  const docs = path.join(import.meta.dirname, "../../../docs");
  const read = (file: string): string => readFileSync(path.join(docs, file), "utf8");
  const kept = measuredFrom(read("trigger/measured.json"));

  it("is made of the kept numbers, as are its pictures", async () => {
    expect(await format(triggerPage(kept), { parser: "markdown", printWidth: 120 })).toBe(read("trigger.md"));
    const pictures = Object.entries(triggerPictures(kept));
    // But for the mark of what made them, which each has.
    const drawn = (key: string): string =>
      read(`trigger/${key}.svg`).replace(/<metadata>@belladonna\/searches [\d.]+<\/metadata>/, "");
    for (const [key, picture] of pictures) {
      expect(read(`trigger/${key}.svg`)).toContain("<metadata>");
      expect(picture === drawn(key), key).toBe(true);
    }
    expect(readdirSync(path.join(docs, "trigger")).filter((file) => file.endsWith(".svg"))).toHaveLength(
      pictures.length,
    );
  });

  // One mass of each signal whose events cost little; the whole page takes minutes.
  it.each(["alp", "dark-photon", "long-lived-scalar"])("has the efficiencies of %s that are measured today", (key) => {
    const [signal] = signals.filter((one) => one.key === key);
    const [today] = efficienciesOf({ ...signal, masses: signal.masses.slice(0, 1) });
    const [before] = kept.efficiencies[key];
    expect(today.highLevel).toBeCloseTo(before.highLevel, 12);
    expect(today.level1).toHaveLength(before.level1.length);
    for (const [k, { value }] of today.level1.entries()) expect(value).toBeCloseTo(before.level1[k].value, 12);
  });
});
