import { expect } from "vitest";
import type { Limit } from "@belladonna/limits";
import { searches } from "../src/searches.js";
import type { SearchOptions } from "../src/search.js";
import { exclusionsOf } from "../src/report/agreement.js";
import { NotDone, rememberingWork } from "./remembering-work.js";

/** Masses, GeV, and events that a search does in half a minute at most. */
export const small: Readonly<Record<string, Pick<SearchOptions, "masses" | "events">>> = {
  "alp-to-photons": { masses: { from: 2, to: 2.2, step: 0.1 }, events: 4000 },
  "zprime-to-invisible": { masses: { from: 1, to: 2, step: 0.5 }, events: 8000 },
  "lfv-zprime-to-invisible": { masses: { from: 2, to: 2.5, step: 0.5 }, events: 2000 },
  "zprime-to-taus": { masses: { from: 5, to: 5.1, step: 0.05 }, events: 4000 },
  "zprime-to-muons": { masses: { from: 3, to: 3.1, step: 0.05 }, events: 2000 },
  "dark-higgsstrahlung": { masses: { from: 4, to: 4.5, step: 0.5 }, events: 4000 },
  "b-to-long-lived-scalar": { masses: { from: 2, to: 2.1, step: 0.1 }, events: 2000 },
  "b-to-kaon-invisible": { masses: { from: 1, to: 2, step: 0.5 }, events: 2000 },
  "tau-to-lepton-alpha": { masses: { from: 0.5, to: 1, step: 0.5 }, events: 8000 },
  "dark-photon-to-invisible": { masses: { from: 3, to: 4, step: 1 }, events: 4000 },
  "heavy-neutral-lepton": { masses: { from: 0.5, to: 0.6, step: 0.1 }, events: 2000 },
  "long-lived-dark-photon": { masses: { from: 0.3, to: 0.4, step: 0.1 }, events: 1000 },
};

/** The numbers of a limit, to twelve digits. */
function numbersOf(limit: Limit): unknown {
  const { id, unit } = limit;
  const twelve = (values: readonly number[] | undefined): (number | string)[] =>
    (values ?? []).map((x) => (Number.isFinite(x) ? Number(x.toPrecision(12)) : String(x)));
  if (limit.shape === "curve") {
    const expected = Object.fromEntries(
      Object.entries(limit.expected ?? {}).map(([k, v]) => [k, twelve(v as number[])]),
    );
    return { id, unit, mass: twelve(limit.mass), value: twelve(limit.value), expected };
  }
  if (limit.shape === "interval") {
    return { id, unit, mass: twelve(limit.mass), lower: twelve(limit.lower), upper: twelve(limit.upper) };
  }
  return { id, unit, shape: limit.shape };
}

/** Every number of two trees is the same to 1e-9, everything else equal. */
function expectClose(got: unknown, kept: unknown, path: string): void {
  if (typeof got === "number" && typeof kept === "number") {
    expect(Math.abs(got - kept), `${path}: ${got}, kept ${kept}`).toBeLessThanOrEqual(1e-9 * Math.abs(kept));
  } else if (typeof got === "object" && got !== null && typeof kept === "object" && kept !== null) {
    expect(Object.keys(got), path).toEqual(Object.keys(kept));
    for (const [key, value] of Object.entries(got))
      expectClose(value, (kept as Record<string, unknown>)[key], `${path}/${key}`);
  } else expect(got, path).toEqual(kept);
}

const kept = import.meta.glob<unknown>("./golden/*.json", { eager: true, import: "default" });

/** Searches whose simulation takes longer; the slow tests hold them. */
export const long: readonly string[] = [
  "zprime-to-invisible",
  "zprime-to-taus",
  "dark-higgsstrahlung",
  "b-to-long-lived-scalar",
];

/** Searches that simulate fewer of their masses anew: of the first, masses share tau pairs; of the second, one is left alone. */
const own: ReadonlySet<string> = new Set(["tau-to-lepton-alpha", "b-to-long-lived-scalar"]);

/**
 * Runs a search small, seed 1, and holds its limits to those that are kept; where none are, keeps them. Another level, and
 * masses among those of the run, then need nothing but tests of hypotheses; nor do other methods before the first of them.
 */
export async function expectGolden(name: string): Promise<void> {
  const search = searches.find((one) => one.name === name);
  if (search === undefined) throw new Error(`no search ${name}`);
  const work = rememberingWork();
  const options = { ...search.defaults, ...small[name], seed: 1, toys: 0 };
  const result = await search.run(options, work);
  const limits = exclusionsOf(result).map(({ limit }) => numbersOf(limit));
  const before = kept[`./golden/${name}.json`];
  if (before !== undefined) expectClose(limits, before, name);
  else {
    const file = new URL(`golden/${name}.json`, import.meta.url).pathname;
    await expect(`${JSON.stringify(limits, null, 1)}\n`).toMatchFileSnapshot(file);
  }
  work.done();
  const { from, to, step } = options.masses;
  const fewer = { ...options, masses: { from: from + (step ?? 0), to, ...(step === undefined ? {} : { step }) } };
  for (const other of [{ ...options, level: 0.8 }, ...(own.has(name) ? [] : [fewer])]) {
    await search.run(other, work);
    expect(work.done().filter((task) => !task.startsWith("test"))).toEqual([]);
  }
  for (const other of [{ method: "bayesian" }, { method: "cls", toys: 100 }] as const) {
    const first = await search.run({ ...options, ...other }, work.onlyFound).catch((error: unknown) => error);
    if (first instanceof Error) expect(first).toBeInstanceOf(NotDone);
    if (first instanceof NotDone) expect(first.task).toMatch(/^test/);
  }
}
