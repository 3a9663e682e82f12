// Closure: what is interpolated agrees with what is simulated; injected signal comes out at its rate; excesses of background
// alone are as rare as their significance says, window by window and for the plane as a whole.
import { counting, countingSignificance, fit } from "@belladonna/stats";
import { random } from "@belladonna/numerics";
import { beforeAll, describe, expect, it } from "vitest";
import {
  countIn,
  type Expectation,
  expectedIn,
  joined,
  type Sample,
} from "../../src/dark-higgsstrahlung/background.js";
import { candidates } from "../../src/dark-higgsstrahlung/candidates.js";
import { globalSignificance } from "../../src/dark-higgsstrahlung/look-elsewhere.js";
import { beams, generateSignal } from "../../src/dark-higgsstrahlung/samples.js";
import { darkHiggsstrahlungSearch } from "../../src/dark-higgsstrahlung/search.js";
import { insideWindow, preselection, trigger } from "../../src/dark-higgsstrahlung/selection.js";
import { signalGrid } from "../../src/dark-higgsstrahlung/signal-grid.js";
import { simulatedBackground } from "../../src/dark-higgsstrahlung/simulation.js";
import { windowAt, windowsOf, type Window } from "../../src/dark-higgsstrahlung/windows.js";
import { see } from "../../src/events/sample.js";
import { applyCuts } from "../../src/selection/cut.js";
import { quietWork } from "../../src/work.js";
import { expectCalibrated, expectUnbiased } from "../closure.js";

const options = {
  ...darkHiggsstrahlungSearch.defaults,
  masses: { from: 5.6, to: 7.5 },
  events: 200_000,
  seed: 3,
  toys: 0,
};

describe("dark-higgsstrahlung", () => {
  let background: Sample;
  let grid: Awaited<ReturnType<typeof signalGrid>>;
  let windows: Window[];
  let expected: Expectation[];
  beforeAll(async () => {
    ({ sample: background } = await simulatedBackground(options, quietWork));
    grid = await signalGrid(options, background, quietWork);
    windows = windowsOf(grid, options.masses);
    expected = windows.map(({ ellipse, cut }) => expectedIn(background, ellipse, cut));
  }, 900_000);

  it.each([
    [5.9, 2.4],
    [6.6, 0.8],
    [7.1, 2.9],
  ])("has windows at (%d, %d) GeV whose efficiency is that of signal simulated there", (mA, mH) => {
    const { ellipse, cut, efficiency } = windowAt(grid, mA, mH, 0);
    const events = 20_000;
    const columns = candidates(see(generateSignal(mA, mH, events, 8), 8), beams);
    const { mass, recoilSquared, helicity } = columns;
    const { mask } = applyCuts([...preselection, trigger], columns);
    let inside = 0;
    mask.forEach((kept, i) => {
      if (kept === 1 && helicity[i] <= cut && insideWindow(ellipse, mass[i], recoilSquared[i])) inside++;
    });
    // 4000 events at each of four nodes and 20 000 here, at 0.17: about 3 % together; another 3 % for the straight lines.
    expect(Math.abs(inside / events / efficiency - 1)).toBeLessThan(0.12);
  });

  it("counts an injected signal without bias, and excesses of background as rarely as their significance says", () => {
    const b = Math.max(...expected.map(({ value }) => value));
    const model = counting({ observed: 30 * b, background: 30 * b });
    const theta = fit(model).minimum.theta.slice();
    expectUnbiased(model, theta, 1000);
    expectCalibrated(model, theta, 1000);
  });

  it("has global p-values of background that are not too small", async () => {
    // Planes from simulation of their own, each event once at most: copies of an event would be excesses of their own.
    const { sample: own } = await simulatedBackground({ ...options, seed: 4 }, quietWork);
    const scale = 0.1 / Math.max(...own.weight);
    const thin = expected.map(({ value, uncertainty }) => ({ value: scale * value, uncertainty }));
    const planes = 60;
    let small = 0;
    for (let k = 0; k < planes; k++) {
      const r = random(11).stream(k);
      const plane = joined([{ ...own, weight: own.weight.map((w) => (r.uniform() < scale * w ? 1 : 0)) }]);
      const z = windows.reduce((largest, { ellipse, cut }, w) => {
        const { value, uncertainty } = thin[w];
        return Math.max(largest, countingSignificance(countIn(plane, ellipse, cut), value, uncertainty * value));
      }, 0);
      if (globalSignificance(thin, z).pValue < 0.1) small++;
    }
    // A tenth at most, within four standard errors.
    expect(small / planes).toBeLessThan(0.1 + 4 * Math.sqrt((0.1 * 0.9) / planes));
  }, 900_000);
});

it("finds a signal put into the pseudo-data, at its rate", async () => {
  const rate = 20;
  const { measured } = await darkHiggsstrahlungSearch.run(
    { ...options, luminosity: 2, masses: { from: 7, to: 7 }, inject: { mass: 7, rate } },
    quietWork,
  );
  const [{ significance, observed, expected: median }] = measured[0].masses;
  expect(significance).toBeGreaterThan(4);
  expect(observed).toBeGreaterThan(rate - 2 * median);
  expect(observed).toBeLessThan(rate + 5 * median);
}, 900_000);
