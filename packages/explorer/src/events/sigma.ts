import { effect, signal } from "@preact/signals";
import { massesOver } from "../answers/curves.js";
import { layout } from "../plane/layout.js";
import { portalName } from "../point/answers.js";
import { coupling } from "../state/store.js";
import type { Answer, Question } from "../worker/answers.js";
import { startWorker } from "./start-worker.js";

/** Cross sections against the mass, as far as they have come. */
interface SigmaCurve {
  /** Masses, GeV. */
  readonly x: readonly number[];
  /** Cross sections, fb; `NaN` where nothing is made, or not yet known. */
  readonly y: readonly number[];
  /** How many are known. */
  readonly done: number;
}

/** Masses of the curve. */
const POINTS = 60;

/** Time the coupling must rest before it is made, ms. */
const REST = 300;

/** Whether the curve is looked at: it is not made before. */
export const sigmaWanted = signal(false);

/** The curve; undefined where nobody asked. */
export const sigmaCurve = signal<SigmaCurve | undefined>(undefined);

/** Make the curve whenever it is looked at, mass by mass in a worker of its own; a change begins it anew. */
export function keepSigma(): void {
  let worker: Worker | undefined;
  let timer: number | undefined;
  effect(() => {
    const [portal, axis, g] = [portalName.value, layout.value?.x, coupling.value];
    const [low, high] = axis?.domain ?? [0, 0];
    const linear = axis?.scale === "linear";
    clearTimeout(timer);
    worker?.terminate();
    worker = undefined;
    sigmaCurve.value = undefined;
    if (!sigmaWanted.value || portal === undefined || axis === undefined) return;
    timer = window.setTimeout(() => {
      const x = massesOver([low, high], POINTS, linear);
      const y = x.map(() => Number.NaN);
      const fresh = startWorker();
      worker = fresh;
      const ask = (i: number): void => {
        const question: Question = { id: i, ask: "sigma", portal, mass: x[i], coupling: g };
        if (i < POINTS) fresh.postMessage(question);
      };
      fresh.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
        if (worker !== fresh) return;
        if ("sigma" in data) y[data.id] = data.sigma;
        sigmaCurve.value = { x, y: [...y], done: data.id + 1 };
        ask(data.id + 1);
      });
      sigmaCurve.value = { x, y, done: 0 };
      ask(0);
    }, REST);
  });
}
