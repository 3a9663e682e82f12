import { computed, effect, signal } from "@preact/signals";
import { portalName } from "../point/answers.js";
import { coupling, eventIndex, expression, line, mass, seed } from "../state/store.js";
import type { Answer, EventView, Question, Sample } from "../worker/answers.js";
import { newest } from "./newest.js";
import { startWorker } from "./start-worker.js";

/** Events of a sample. */
const EVENTS = 1000;

/** Time the point must rest before its events are made, ms. */
const REST = 150;

/** What is known of the events of the point. */
type SampleState =
  | { readonly state: "none" }
  | { readonly state: "working" }
  | { readonly state: "failed"; readonly why: string }
  | { readonly state: "ready"; readonly sample: Sample; readonly milliseconds: number };

const now = signal<SampleState>({ state: "none" });
const shownEvent = signal<EventView | undefined>(undefined);

/** Whether anybody looks at the events: none are made before. */
export const wanted = signal(false);

/** The sample of the point. */
export const sample = computed(() => now.value);

/** The event shown; undefined until it is there. */
export const event = computed(() => shownEvent.value);

/** Number of the question that is asked for a file, and not by the point. */
const FILE = 0;

let worker: Worker | undefined;
let takeFile: ((answer: Answer) => void) | undefined;

/**
 * The events of the sample as a Les Houches file.
 * @returns The text; rejects where no sample was made, or its file cannot be written.
 */
export function lheOfSample(): Promise<string> {
  return new Promise((resolve, reject) => {
    takeFile = (answer) => {
      takeFile = undefined;
      if ("lhe" in answer) resolve(answer.lhe);
      else reject(new Error("failed" in answer ? answer.failed : "no events were written"));
    };
    if (worker === undefined) takeFile({ id: FILE, failed: "no events were made yet" });
    else worker.postMessage({ id: FILE, ask: "lhe" } satisfies Question);
  });
}

/** Make events whenever the point has come to rest and they are looked at, in a worker that starts with the first. */
export function keepSample(): void {
  let id = FILE;
  const samples = newest<Question, Answer>(
    (q) => {
      post(q);
    },
    (a) => {
      useSample(a);
    },
  );
  const events = newest<Question, Answer>(
    (q) => {
      post(q);
    },
    (a) => {
      if ("event" in a) shownEvent.value = a.event;
    },
  );
  const sent = new Map<number, Question["ask"]>();
  function post(question: Question): void {
    worker ??= started();
    sent.set(question.id, question.ask);
    worker.postMessage(question);
  }
  function started(): Worker {
    const fresh = startWorker();
    fresh.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      if (data.id === FILE) {
        takeFile?.(data);
        return;
      }
      const of = sent.get(data.id);
      sent.delete(data.id);
      (of === "sample" ? samples : events).take(data);
    });
    fresh.addEventListener("error", (e) => {
      const failed = e.message || "the worker could not start";
      now.value = { state: "failed", why: failed };
      takeFile?.({ id: FILE, failed });
    });
    return fresh;
  }
  function useSample(answer: Answer): void {
    shownEvent.value = undefined;
    if ("failed" in answer) now.value = { state: "failed", why: answer.failed };
    else if ("sample" in answer) now.value = { state: "ready", ...answer };
  }
  let timer: number | undefined;
  effect(() => {
    const [portal, m, g, from] = [portalName.value, mass.value, coupling.value, seed.value];
    clearTimeout(timer);
    if (portal === undefined) {
      now.value = { state: "none" };
      return;
    }
    now.value = { state: "working" };
    if (!wanted.value) return;
    timer = window.setTimeout(() => {
      samples.ask({ id: ++id, ask: "sample", wish: { portal, mass: m, coupling: g, seed: from, events: EVENTS } });
    }, REST);
  });
  effect(() => {
    if (now.value.state !== "ready") return;
    const wish = { index: eventIndex.value, line: line.value, expression: expression.value };
    events.ask({ id: ++id, ask: "event", wish });
  });
}
