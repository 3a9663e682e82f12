import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cellPhiId,
  cellThetaId,
  cellX,
  cellY,
  cellZ,
  lutEnergy,
  lutPhi,
  lutTheta,
} from "../../src/l1/trigger-cells.js";
import {
  addShower,
  cellAt,
  cellGeometry,
  clearCells,
  digitize,
  GEV_PER_COUNT,
  newCellEnergies,
  ringAt,
} from "../../src/l1/cells.js";
import { findClusters, newTriggerClusters } from "../../src/l1/ecl-clusters.js";
import reference from "../data/ecl-trigger-cells.json";

const g = cellGeometry();

describe("the trigger cells", () => {
  it("are those of the firmware: position, identifiers and look-up table of all 576", () => {
    expect(reference.cells).toHaveLength(576);
    reference.cells.forEach((c, i) => {
      expect([i + 1, [cellX[i], cellY[i], cellZ[i]], cellThetaId[i], cellPhiId[i]]).toEqual([
        c.tc,
        c.pos,
        c.thetaId,
        c.phiId,
      ]);
      expect([lutEnergy[i], lutPhi[i], lutTheta[i]]).toEqual([c.lutE, c.lutPhi, c.lutTheta]);
    });
  });

  it("are found at their own centres", () => {
    for (let tc = 1; tc <= 576; tc++) {
      expect(ringAt(g.theta[tc], g)).toBe(g.ring[tc]);
      expect(cellAt(g.ring[tc], g.phi[tc], g)).toBe(tc);
    }
  });

  it("have neighbours that have them as neighbours, none across the gaps", () => {
    const of = (tc: number): number[] => [...g.neighbours.subarray(9 * tc + 1, 9 * tc + 9)].filter((n) => n !== 0);
    const part = (tc: number): number => (g.ring[tc] <= 3 ? 0 : g.ring[tc] <= 15 ? 1 : 2);
    for (let tc = 1; tc <= 576; tc++) {
      expect(new Set(of(tc)).size).toBe(of(tc).length);
      for (const other of of(tc)) {
        expect(of(other)).toContain(tc);
        expect(Math.abs(g.ring[tc] - g.ring[other])).toBeLessThanOrEqual(1);
        expect(part(other)).toBe(part(tc));
      }
    }
    expect(of(301)).toHaveLength(8);
    // Before, after and four of the next ring.
    expect(of(1)).toHaveLength(6);
  });
});

const place = fc.record({
  theta: fc.double({ min: 0.23, max: 2.69, noNaN: true }),
  phi: fc.double({ min: -3.14, max: 3.14, noNaN: true }),
  energy: fc.double({ min: 0.5, max: 7, noNaN: true }),
});

describe("addShower", () => {
  it("never makes energy, loses little away from the gaps, and leaves most in the cell it points to", () => {
    fc.assert(
      fc.property(place, ({ theta, phi, energy }) => {
        const cells = newCellEnergies();
        addShower(cells, g, theta, phi, 130, energy, 1.19);
        const sum = cells.energy.reduce((a, b) => a + b, 0);
        expect(sum).toBeLessThanOrEqual(energy * (1 + 1e-12));
        const main = cellAt(ringAt(theta, g), phi, g);
        expect(cells.energy[main]).toBeGreaterThanOrEqual(0.249 * energy);
        const ring = ringAt(theta, g);
        if (![1, 3, 4, 15, 16, 17].includes(ring)) expect(sum).toBeGreaterThan(energy - 0.003);
        clearCells(cells);
        expect(cells.energy.every((e) => e === 0)).toBe(true);
      }),
    );
  });
});

describe("findClusters", () => {
  it("makes one cluster of one shower above threshold, with most of its energy, wherever it is", () => {
    fc.assert(
      fc.property(place, ({ theta, phi, energy }) => {
        const cells = newCellEnergies();
        addShower(cells, g, theta, phi, 130, energy, 1.19);
        const before = cells.energy.reduce((a, b) => a + b, 0);
        digitize(cells, 0.1);
        const clusters = newTriggerClusters();
        findClusters(cells, g, clusters);
        expect(clusters.count).toBe(1);
        // Up to three cells may fall below threshold, and counts are truncated.
        expect(clusters.energy[0]).toBeGreaterThan(before - 0.3 - 4 * GEV_PER_COUNT);
        expect(clusters.energy[0]).toBeLessThanOrEqual(before + 1e-9);
      }),
    );
  });

  it("separates showers that are two cells apart and merges adjacent cells", () => {
    const fire = (...tcs: number[]): number[] => {
      const cells = newCellEnergies();
      tcs.forEach((tc, i) => {
        cells.hits[cells.count++] = tc;
        cells.energy[tc] = 1 + i / 10;
      });
      const clusters = newTriggerClusters();
      findClusters(cells, g, clusters);
      return [...clusters.cell.subarray(0, clusters.count)];
    };
    // Barrel cells are numbered along z first, twelve to a column.
    expect(fire(301, 303)).toEqual([301, 303]);
    expect(fire(301, 302)).toEqual([302]);
    expect(fire(301, 313)).toEqual([313]);
    expect(fire(301, 302, 313, 314)).toEqual([314]);
    // Across the seam at azimuth zero.
    expect(fire(85, 505)).toEqual([505]);
    // Barrel first, then forward, then backward.
    expect(fire(10, 301, 540)).toEqual([301, 10, 540]);
  });

  it("keeps six clusters and says that there were more", () => {
    const cells = newCellEnergies();
    for (let k = 0; k < 8; k++) {
      const tc = 85 + 36 * k;
      cells.hits[cells.count++] = tc;
      cells.energy[tc] = 0.5;
    }
    const clusters = newTriggerClusters();
    findClusters(cells, g, clusters);
    expect([clusters.count, clusters.overflow, clusters.isolated]).toEqual([6, true, 8]);
  });
});
