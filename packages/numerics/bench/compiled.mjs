// Uniforms and normal deviates in bulk by WebAssembly beside those one by one and in bulk without it, in the same run.
//   npm run bench -- numerics
import { random } from "@belladonna/numerics";
import { compiledRandom } from "@belladonna/numerics/compiled";
import { report } from "../../../bench/report.mjs";
import { best, bestInTurn } from "../../../bench/timing.mjs";

const N = 1_000_000;
const ROUNDS = 15;
const out = new Float64Array(N);
const first = best(() => compiledRandom(1).fillNormal(out), 1);
const [plain, compiled] = [random(1), compiledRandom(1)];
const each = (draw) => () => {
  for (let i = 0; i < N; i++) out[i] = draw();
};
const ways = {
  uniform: {
    ours: () => compiled.fill(out),
    "one by one": each(() => plain.uniform()),
    "in bulk": () => plain.fill(out),
  },
  normal: {
    ours: () => compiled.fillNormal(out),
    "one by one": each(() => plain.normal()),
    "in bulk": () => plain.fillNormal(out),
  },
};
const aims = { uniform: "5 ns", normal: "10 ns" };
const rows = Object.entries(ways).map(([name, three]) => {
  const times = bestInTurn(three, ROUNDS);
  const { ours, ...peers } = Object.fromEntries(Object.entries(times).map(([way, time]) => [way, (1e6 * time) / N]));
  return { work: `${name}, compiled`, unit: "ns", ours, peers, aim: aims[name] };
});
report([...rows, { work: "first million normal, compiled", unit: "ms", ours: first }]);
