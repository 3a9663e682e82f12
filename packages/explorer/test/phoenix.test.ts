import { describe, expect, it } from "vitest";
import { sceneOf } from "../src/events/scene.js";
import { phoenixText } from "../src/exports/phoenix.js";
import { simulate } from "../src/worker/simulation.js";

/**
 * What Phoenix's guide asks of each type of object (guides/developers/event_data_format.md of HSF/phoenix, commit
 * 227dd38): required attributes, and those it reads when they are there.
 */
const format = {
  Tracks: {
    required: ["pos"],
    optional: ["dparams", "color", "linewidth", "phi", "eta", "d0", "z0", "chi2", "dof", "pT", "charge", "mom"],
  },
  CaloClusters: {
    required: ["energy", "phi", "eta"],
    optional: ["theta", "radius", "z", "side", "length", "color", "opacity"],
  },
  Hits: { required: [], optional: [] },
} as const;

type Collections = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

const { sample, event } = simulate({ portal: "dark photon", mass: 0.3, coupling: 5e-4, seed: 1, events: 60 });
const views = Array.from({ length: 60 }, (_, i) => event({ index: i, line: "", expression: "" }));
const written = views.map((view) => {
  const text = phoenixText(view, sceneOf(view, sample.detector), sample.process);
  return { view, file: JSON.parse(text) as Record<string, Record<string, unknown>> };
});

/** Throws what is no triple of finite numbers. */
function requireTriple(place: unknown): asserts place is [number, number, number] {
  expect(place).toHaveLength(3);
  expect((place as number[]).every(Number.isFinite)).toBe(true);
}

describe("an event for Phoenix", () => {
  it("is one event of numbers and of collections of the types its guide knows, none of them empty", () => {
    for (const { view, file } of written) {
      expect(Object.keys(file)).toEqual([`event ${view.index + 1}`]);
      const { "event number": number, "run number": run, ...types } = Object.values(file)[0];
      expect([number, run]).toEqual([view.index + 1, 1]);
      for (const [type, collections] of Object.entries(types)) {
        expect(Object.keys(format)).toContain(type);
        const known = format[type as keyof typeof format];
        for (const objects of Object.values(collections as Collections)) {
          expect(objects.length).toBeGreaterThan(0);
          if (type === "Hits") continue;
          for (const one of objects) {
            for (const name of known.required) expect(one).toHaveProperty(name);
            const numbers = [...known.required, ...known.optional].filter((n) => n !== "pos" && n in one);
            for (const name of numbers) expect(Number.isFinite(one[name])).toBe(true);
          }
        }
      }
    }
  });

  it("has tracks of three places or more, in mm, which Phoenix does not extrapolate, and their momenta in MeV", () => {
    for (const { view, file } of written) {
      const { Tracks: collections = {} } = Object.values(file)[0] as { Tracks?: Collections };
      const tracks = Object.values(collections).flat();
      expect(tracks).toHaveLength(view.tracks.length);
      tracks.forEach(({ pos, mom, pT, charge }, i) => {
        const places = pos as unknown[];
        expect(places.length).toBeGreaterThan(2);
        places.forEach(requireTriple);
        const { path, momentum } = view.tracks[i];
        expect((places[0] as number[])[2]).toBeCloseTo(10 * path.z[0], 9);
        expect((mom as number) / (1000 * Math.hypot(...momentum))).toBeCloseTo(1, 12);
        expect((pT as number) / (1000 * Math.hypot(momentum[0], momentum[1]))).toBeCloseTo(1, 12);
        expect(Math.abs(charge as number)).toBe(1);
      });
      expect(tracks.reduce((sum, t) => sum + (t.charge as number), 0)).toBe(
        view.tracks.reduce((sum, t) => sum + t.charge, 0),
      );
    }
  });

  it("has clusters where the calorimeter is, which is not where Phoenix would draw them by itself", () => {
    const [radius, back, front] = sample.detector.calorimeter.map((v) => 10 * v);
    let seen = 0;
    for (const { view, file } of written) {
      const { CaloClusters: collections = {} } = Object.values(file)[0] as { CaloClusters?: Collections };
      const clusters = Object.values(collections).flat() as Record<string, number>[];
      expect(clusters).toHaveLength(view.clusters.length);
      for (const { energy, eta, theta, phi, radius: r, z, length } of clusters) {
        seen++;
        expect(energy).toBeGreaterThan(1);
        expect(Math.tanh(eta)).toBeCloseTo(Math.cos(theta), 12);
        expect(Math.abs(phi)).toBeLessThanOrEqual(Math.PI);
        // The distance is that of the true place, the direction is measured: to some per cent on the front.
        expect(r).toBeLessThanOrEqual(radius * 1.03);
        expect(z).toBeLessThanOrEqual(Math.max(-back, front) * 1.03);
        expect(z / r).toBeCloseTo(Math.abs(1 / Math.tan(theta)), 9);
        expect(length).toBeGreaterThan(0);
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  it("has the marks of the muon system as places on its outside", () => {
    const [radius, back, front] = sample.detector.muons.map((v) => 10 * v);
    let seen = 0;
    for (const { view, file } of written) {
      const { Hits: collections = {} } = Object.values(file)[0] as { Hits?: Readonly<Record<string, unknown[]>> };
      const hits = Object.values(collections).flat();
      expect(hits).toHaveLength(view.muons.length);
      for (const place of hits) {
        seen++;
        requireTriple(place);
        const [x, y, z] = place;
        const onBarrel = Math.abs(Math.hypot(x, y) / radius - 1) < 1e-9;
        expect(onBarrel || Math.abs(z / (z > 0 ? front : back) - 1) < 1e-9).toBe(true);
      }
    }
    expect(seen).toBeGreaterThan(0);
  });
});
