import { computed, effect, signal } from "@preact/signals";
import { luminosity, mass, plane, seed } from "../state/store.js";
import type { About, Found, SearchAnswer, SearchQuestion, SearchWish } from "./ask.js";
import { searchesOn } from "./searches-on.js";
import { startSearch } from "./start-search.js";

/** How a run stands. */
type Here =
  | { readonly state: "none" }
  | { readonly state: "running"; readonly wish: SearchWish; readonly since: number; readonly step: Step | undefined }
  | { readonly state: "failed"; readonly why: string }
  | { readonly state: "ready"; readonly found: Found };

/** The stage a run is in. */
interface Step {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/** One in so many events is generated for a first look. */
const QUICK = 10;

/** Time between two looks at the clock while a search runs, ms. */
const TICK = 250;

const now = signal<Here>({ state: "none" });
const known = signal<ReadonlyMap<string, About>>(new Map());

/** The search asked for by its button, where a plane has several. */
export const picked = signal("");

/** Whether a tenth of the events is enough: a first look. */
export const quick = signal(false);

/** How the run stands. */
export const here = computed(() => now.value);

/** Seconds the run has taken so far. */
export const elapsed = signal(0);

/** The search that is shown: the one picked, or the first of the plane; `""`: none looks there. */
export const current = computed(() => {
  const names = searchesOn(plane.value);
  return names.find((name) => name === picked.value) ?? names.at(0) ?? "";
});

/** What the search says of itself; undefined until it is loaded. */
export const about = computed(() => known.value.get(current.value));

let worker: Worker | undefined;
let clock: number | undefined;

/** Stop whatever runs. */
export function cancelSearch(): void {
  stop();
  if (now.value.state === "running") now.value = { state: "none" };
}

function stop(): void {
  worker?.terminate();
  worker = undefined;
  clearInterval(clock);
}

/** Ask the search what it is: its code is loaded with that, not before. */
export function loadAbout(): void {
  const search = current.value;
  if (search !== "" && about.value === undefined && now.value.state !== "running") ask({ ask: "about", search });
}

/** Run the search at the point; a run that goes on is stopped. */
export function runHere(): void {
  const found = about.value;
  if (found === undefined) return;
  if (now.value.state === "running") stop();
  const wish = {
    search: found.name,
    mass: mass.value,
    luminosity: luminosity.value > 0 ? luminosity.value : found.luminosity,
    events: quick.value ? Math.ceil(found.events / QUICK) : found.events,
    seed: seed.value,
  };
  const since = performance.now();
  now.value = { state: "running", wish, since, step: undefined };
  elapsed.value = 0;
  clock = window.setInterval(() => (elapsed.value = (performance.now() - since) / 1000), TICK);
  ask({ ask: "run", wish });
}

function ask(question: SearchQuestion): void {
  worker ??= started();
  worker.postMessage(question);
}

function started(): Worker {
  const fresh = startSearch();
  fresh.addEventListener("message", ({ data }: MessageEvent<SearchAnswer>) => {
    take(data);
  });
  fresh.addEventListener("error", (e) => {
    take({ failed: e.message || "the worker could not start" });
  });
  return fresh;
}

function take(answer: SearchAnswer): void {
  if ("about" in answer) known.value = new Map([...known.value, [answer.about.name, answer.about]]);
  else if ("stage" in answer) {
    if (now.value.state === "running") now.value = { ...now.value, step: answer };
  } else {
    clearInterval(clock);
    now.value = "found" in answer ? { state: "ready", ...answer } : { state: "failed", why: answer.failed };
  }
}

/** A run of another plane's search is stopped, and what it gave is put away. */
export function keepSearch(): void {
  effect(() => {
    const name = current.value;
    const of = now.peek();
    const ran = of.state === "running" ? of.wish.search : of.state === "ready" ? of.found.wish.search : name;
    if (ran === name && of.state !== "failed") return;
    cancelSearch();
    now.value = { state: "none" };
  });
}
