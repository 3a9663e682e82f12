import { describe, expect, it } from "vitest";
import { eventParticles, forEachEvent, particleAt, type EventView } from "../src/index.js";
import { randomEvents } from "./events.js";

describe("forEachEvent", () => {
  const table = randomEvents(50);

  it("visits every event once, in order, with its rows and weight", () => {
    const seen: number[] = [];
    let rows = 0;
    forEachEvent(table, ({ index, weight, start, end, particles }) => {
      seen.push(index);
      expect(weight).toBe(table.weights[index]);
      expect(particles).toBe(table.particles);
      expect(start).toBe(rows);
      rows = end;
    });
    expect(seen).toEqual([...Array(50).keys()]);
    expect(rows).toBe(table.particles.px.length);
  });

  it("moves one view instead of making many", () => {
    const views = new Set<EventView>();
    forEachEvent(table, (view) => views.add(view));
    expect(views.size).toBe(1);
  });

  it("sees what eventParticles lists", () => {
    forEachEvent(table, ({ index, start, end, particles }) => {
      const rows = Array.from({ length: end - start }, (_, j) => particleAt(particles, start + j));
      expect(eventParticles(table, index)).toEqual(rows);
    });
    expect(() => eventParticles(table, 50)).toThrow("eventParticles: event must be in 0 ... 49, got 50");
  });
});
