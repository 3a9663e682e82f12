// Random numbers one by one, in bulk, and in bulk by WebAssembly, beside the engine's own generator.
//   npm run bench -- numerics
import { random } from "@belladonna/numerics";
import { bestInTurn } from "../../../bench/timing.mjs";
import { report } from "../../../bench/report.mjs";

const N = 1_000_000;
const out = new Float64Array(N);
const stream = random(1);
const each = (draw) => () => {
  for (let i = 0; i < N; i++) out[i] = draw();
};
const times = bestInTurn(
  {
    "uniform, one by one": each(() => stream.uniform()),
    "uniform, in bulk": () => stream.fill(out),
    "normal, one by one": each(() => stream.normal()),
    "Poisson of mean 3": each(() => stream.poisson(3)),
    engine: each(Math.random),
  },
  15,
);
const nanoseconds = ({ engine, ...ours }) =>
  Object.entries(ours).map(([work, time]) => ({
    work,
    unit: "ns",
    ours: (1e6 * time) / N,
    peers: work.startsWith("uniform") ? { "Math.random": (1e6 * engine) / N } : {},
  }));
report(nanoseconds(times));
