import { describe, expect, it } from "vitest";
import {
  concatEvents,
  eventMask,
  eventParticles,
  particleMask,
  selectedRows,
  sliceEvents,
  takeEvents,
  takeParticles,
  type EventTable,
} from "../src/index.js";
import { randomEvents } from "./events.js";

const table = randomEvents(200);
const listed = (t: EventTable): unknown[] =>
  Array.from({ length: t.length }, (_, i) => [t.weights[i], eventParticles(t, i)]);

describe("masks", () => {
  it("ask once an event or a row", () => {
    const heavy = eventMask(table, ({ weight }) => weight > 0.5);
    expect([...heavy]).toEqual([...table.weights].map((w) => (w > 0.5 ? 1 : 0)));
    const photons = particleMask(table, ({ pdgId }, i) => pdgId[i] === 22);
    expect([...photons]).toEqual([...table.particles.pdgId].map((id) => (id === 22 ? 1 : 0)));
  });

  it("become lists of rows", () => {
    expect([...selectedRows(Uint8Array.of(0, 1, 0, 1, 1))]).toEqual([1, 3, 4]);
    const list = Int32Array.of(3, 1);
    expect(selectedRows(list)).toBe(list);
  });
});

describe("slices", () => {
  it("copy nothing", () => {
    const slice = sliceEvents(table, 20, 40);
    expect(slice.particles.px.buffer).toBe(table.particles.px.buffer);
    expect(slice.offsets.buffer).toBe(table.offsets.buffer);
    expect(slice.weights.buffer).toBe(table.weights.buffer);
  });

  it("hold the events of the table, and slice again", () => {
    expect(listed(sliceEvents(table, 20, 40))).toEqual(listed(table).slice(20, 40));
    expect(listed(sliceEvents(sliceEvents(table, 20), 5, 6))).toEqual(listed(table).slice(25, 26));
    expect(sliceEvents(table, 200).length).toBe(0);
  });

  it("behave as tables under every verb", () => {
    const slice = sliceEvents(table, 50, 90);
    const light = takeEvents(
      slice,
      eventMask(slice, ({ weight }) => weight < 0.3),
    );
    expect(listed(light)).toEqual(listed(slice).filter((row) => (row as [number])[0] < 0.3));
    const copied = takeEvents(
      table,
      Int32Array.from({ length: 40 }, (_, i) => i + 50),
    );
    const some = (t: EventTable): EventTable =>
      takeParticles(
        t,
        particleMask(t, ({ e }, i) => e[i] > 2),
      );
    expect(listed(some(slice))).toEqual(listed(some(copied)));
    expect(listed(concatEvents(slice, copied))).toEqual([...listed(slice), ...listed(slice)]);
  });

  it("stay inside the table", () => {
    expect(() => sliceEvents(table, 3, 201)).toThrow("0 <= from <= to <= 200, got 3, 201");
    expect(() => sliceEvents(table, 3, 2)).toThrow(RangeError);
  });
});

describe("takeEvents", () => {
  it("copies chosen events in the order of the list, with repeats", () => {
    const all = listed(table);
    expect(listed(takeEvents(table, Int32Array.of(7, 3, 7)))).toEqual([all[7], all[3], all[7]]);
  });

  it("refuses what does not fit", () => {
    expect(() => takeEvents(table, new Uint8Array(3))).toThrow("one entry an event, 200, got 3");
    expect(() => takeEvents(table, Int32Array.of(200))).toThrow("events must be in 0 ... 199, got 200");
  });
});

describe("takeParticles", () => {
  const mask = particleMask(table, ({ status }, i) => status[i] === 1);
  const taken = takeParticles(table, mask);

  it("keeps every event and weight, with the chosen particles in order", () => {
    expect([...taken.weights]).toEqual([...table.weights]);
    for (let i = 0; i < table.length; i++) {
      const chosen = eventParticles(table, i).filter((q) => q.status === 1);
      expect(eventParticles(taken, i).map((q) => q.px)).toEqual(chosen.map((q) => q.px));
    }
  });

  it("renumbers mothers, and forgets those that are gone", () => {
    for (let i = 0; i < table.length; i++) {
      const before = eventParticles(table, i);
      const chosen = before.filter((q) => q.status === 1);
      const after = eventParticles(taken, i);
      chosen.forEach((q, j) => {
        const mother = before.at(q.mother);
        const kept = q.mother >= 0 && mother?.status === 1;
        expect(after[j].mother < 0).toBe(!kept);
        if (kept) expect(after[after[j].mother].px).toBe(mother.px);
      });
    }
  });

  it("refuses a mask of another length", () => {
    expect(() => takeParticles(table, new Uint8Array(1))).toThrow("one entry a particle");
  });
});
