import type { Answer, Question } from "./answers.js";
import { sigmaAt } from "./sigma.js";
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
    if (question.ask === "sigma") {
      const { portal, mass, coupling } = question;
      return { id, sigma: sigmaAt(portal, mass, coupling) };
    }
    if (last === undefined) return { id, failed: "no sample yet" };
    if (question.ask === "lhe") return { id, lhe: last.lhe() };
    const { wish } = question;
    return { id, event: last.event({ ...wish, index: Math.min(wish.index, last.sample.events - 1) }) };
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  self.postMessage(answer(data));
});
