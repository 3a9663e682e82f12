import { exclusion } from "@belladonna/limits";
import { planeEntries, planes } from "@belladonna/limits/plot";
import { portalNamed } from "@belladonna/models";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { particleAt } from "../src/answers/particle.js";
import { verdict } from "../src/answers/verdict.js";
import { axesOf, defaults } from "../src/state/state.js";

const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe.each(planes.map((p) => p.id))("%s", (id) => {
  it("excludes on the list what its limits exclude, wherever the point is", async () => {
    const { limits } = await planeEntries(id);
    const { x, y, linear } = axesOf(id);
    const at = ([low, high]: readonly [number, number], t: number, straight: boolean): number =>
      straight ? low + t * (high - low) : low * (high / low) ** t;
    fc.assert(
      fc.property(unit, unit, (s, t) => {
        const [mass, value] = [at(x, s, linear), at(y, t, false)];
        const judged = verdict(limits, mass, value);
        expect(judged.map((j) => j.limit.id).sort()).toEqual(limits.map((l) => l.id).sort());
        for (const { limit, says, factor, edge } of judged) {
          expect(says === "excluded").toBe(exclusion(limit).excludes(mass, value));
          if (says === "excluded") expect(factor).toBeGreaterThanOrEqual(1);
          if (says === "allowed" && factor !== undefined) expect(factor).toBeLessThan(1);
          if (says === "beyond") expect(factor).toBeGreaterThan(1);
          if (factor !== undefined) expect(factor * (edge ?? NaN)).toBeCloseTo(value, 12);
        }
        const order = judged.map((j) => j.says !== "excluded" || !j.measured);
        expect(order).toEqual([...order].sort());
      }),
      { numRuns: 60 },
    );
  });

  it("has a portal of the registry, or none, and its particle in the middle can be made", async () => {
    const { plane } = await planeEntries(id);
    if (plane.portal === undefined) return;
    const { mass, coupling } = defaults(id);
    const particle = particleAt(portalNamed(plane.portal), mass, coupling);
    if (!particle.known) throw new Error(particle.why);
    expect(particle.open.reduce((sum, c) => sum + c.fraction, 0)).toBeCloseTo(particle.open.length > 0 ? 1 : 0, 9);
  });
});

describe("a particle that cannot be", () => {
  it("is a sentence and no exception", () => {
    const massless = particleAt(portalNamed("dark photon"), 0, 1e-3);
    expect(massless.known ? "" : massless.why).toContain("mass");
    expect(particleAt(undefined, 1, 1e-3)).toMatchObject({ known: false });
  });
});
