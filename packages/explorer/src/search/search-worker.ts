import { runSearch } from "@belladonna/searches";
import type { Progress, Search } from "@belladonna/searches";
import type { About, Found, SearchAnswer, SearchQuestion, SearchWish } from "./ask.js";
import { hereRows } from "./here-rows.js";

/** A chunk each, so that one search does not load the others. */
const modules = import.meta.glob<{ readonly search: Search }>("./each/*.ts");

async function searchNamed(name: string): Promise<Search> {
  const module = modules[`./each/${name}.ts`] as (typeof modules)[string] | undefined;
  if (module === undefined) throw new RangeError(`no search "${name}" in this page`);
  return (await module()).search;
}

function say(answer: SearchAnswer): void {
  self.postMessage(answer);
}

/** Tells the page of each step. */
const progress: Progress = {
  stage(stage, total) {
    let done = 0;
    say({ stage, done, total });
    return {
      step(count = 1) {
        done += count;
        say({ stage, done, total });
      },
      done: () => undefined,
    };
  },
};

async function about(name: string): Promise<About> {
  const { title, reference, defaults, facts } = await searchNamed(name);
  return {
    name,
    title,
    reference,
    masses: defaults.masses,
    luminosity: defaults.luminosity,
    events: defaults.events,
    facts,
  };
}

async function run(wish: SearchWish): Promise<Found> {
  const { search, mass, ...rest } = wish;
  const start = performance.now();
  const options = { masses: { from: mass, to: mass }, ...rest };
  const result = await runSearch(await searchNamed(search), options, { progress });
  const limits = [...result.measured, ...result.interpreted].map((e) => e.limit);
  const { cutFlows = [], notes } = result;
  const seconds = (performance.now() - start) / 1000;
  return { wish, rows: hereRows(result), limits, flows: cutFlows, notes, seconds };
}

self.addEventListener("message", ({ data }: MessageEvent<SearchQuestion>) => {
  const answer =
    data.ask === "about"
      ? about(data.search).then((found): SearchAnswer => ({ about: found }))
      : run(data.wish).then((found): SearchAnswer => ({ found }));
  answer.then(say, (error: unknown) => {
    say({ failed: error instanceof Error ? error.message : String(error) });
  });
});
