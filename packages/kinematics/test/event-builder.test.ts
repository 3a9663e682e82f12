import { describe, expect, it } from "vitest";
import { eventParticles, eventTable, eventTableBuilder, fromPtEtaPhi } from "../src/index.js";

const photon = fromPtEtaPhi(1, 0.5, 2, 0);

describe("eventTable", () => {
  const table = eventTable((b) => {
    b.event(0.5)
      .particle({ pdgId: 11, ...photon })
      .particle({ pdgId: 22, mother: 0, status: 2, ...photon, vz: 3 });
    b.event();
    b.event(2).row(13, 1, -1, 1, 2, 3, 4, 0.1, 5, 6, 7, 8);
  });

  it("keeps events of any multiplicity, empty ones too", () => {
    expect(table.length).toBe(3);
    expect([...table.offsets]).toEqual([0, 2, 2, 3]);
    expect([...table.weights]).toEqual([0.5, 1, 2]);
  });

  it("fills in a final-state particle at the origin without a mother", () => {
    const [first, second] = eventParticles(table, 0);
    expect(first).toEqual({ ...photon, pdgId: 11, status: 1, mother: -1, vx: 0, vy: 0, vz: 0, vt: 0 });
    expect(second).toEqual({ ...photon, pdgId: 22, status: 2, mother: 0, vx: 0, vy: 0, vz: 3, vt: 0 });
  });

  it("takes the same numbers without objects", () => {
    expect(eventParticles(table, 2)).toEqual([
      { pdgId: 13, status: 1, mother: -1, px: 1, py: 2, pz: 3, e: 4, m: 0.1, vx: 5, vy: 6, vz: 7, vt: 8 },
    ]);
  });

  it("has columns of its own size", () => {
    for (const column of Object.values(table.particles) as Float64Array[]) expect(column).toHaveLength(3);
  });

  it("takes a builder, which can go on afterwards", () => {
    const builder = eventTableBuilder(1, 1);
    for (let i = 0; i < 100; i++)
      builder
        .event()
        .particle({ pdgId: i, ...photon })
        .particle({ pdgId: -i, ...photon });
    const first = eventTable(builder);
    builder.event();
    expect(builder.events).toBe(101);
    expect(first.length).toBe(100);
    expect([...first.particles.pdgId].reduce((a, b) => a + Math.abs(b), 0)).toBe(9900);
    expect(first.offsets[100]).toBe(200);
    expect(builder.finish().length).toBe(101);
  });

  it("has no particle before its first event", () => {
    expect(() => eventTableBuilder().particle({ pdgId: 22, ...photon })).toThrow("event() must come before");
  });
});
