import type { Answer, Question } from "./answers.js";
import { simulate } from "./simulation.js";
import type { Simulation } from "./simulation.js";

let last: Simulation | undefined;

function answer(question: Question): Answer {
  const { id } = question;
  try {
    if (question.ask === "sample") {
      const start = performance.now();
      last = simulate(question.wish);
      return { id, sample: last.sample, milliseconds: performance.now() - start };
    }
    if (last === undefined) return { id, failed: "no sample yet" };
    const { index, line } = question;
    return { id, event: last.event(Math.min(index, last.sample.events - 1), line) };
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  self.postMessage(answer(data));
});
