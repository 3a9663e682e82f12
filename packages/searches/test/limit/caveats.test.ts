import { describe, expect, it } from "vitest";
import { runSearch, type Search, searches, testWindow, type Tested, type TestOptions } from "../../src/index.js";

const options: TestOptions = { method: "profile", level: 0.9, toys: 0, seed: 1 };
const windowOf = (background: number, how: Partial<TestOptions> = {}): Tested =>
  testWindow({ background, uncertainty: 0, observed: background }, { ...options, ...how }) as Tested;

describe("a limit by asymptotic formulae", () => {
  it("says so where events are few, and nothing where they are many or the limit is exact", () => {
    expect(windowOf(3).caveat).toContain("asymptotic formulae");
    expect(windowOf(200).caveat).toBeUndefined();
    expect(windowOf(3, { toys: 50 }).caveat).toBeUndefined();
    for (const method of ["cls", "feldman-cousins", "bayesian"] as const) {
      expect(windowOf(3, { method }).caveat).toBeUndefined();
    }
  });

  it("is a note of the run, with how many there are", async () => {
    const search: Search = {
      ...searches[0],
      name: "windows",
      run: async (_options, work) => {
        const task = { module: import.meta.url, name: "test", run: (background: number) => [windowOf(background)] };
        await work.each("test", task, [3, 200, 5]);
        return { measured: [] as never, interpreted: [], notes: ["own"] };
      },
    };
    const { notes } = await runSearch(search);
    expect(notes).toHaveLength(2);
    expect(notes[1]).toMatch(/^2 of 3 limits: asymptotic formulae, for a likelihood as skewed as that of /);
  });
});
