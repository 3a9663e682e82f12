// Uniforms and normal deviates one by one, in bulk, and in bulk by WebAssembly, in the same run: nanoseconds of processor
// time a number, and the time of the first call, which compiles.
//   npm run build -w packages/numerics && node packages/numerics/bench/compiled.mjs
import process from "node:process";
import { compiledRandom } from "../dist/compiled.js";
import { random } from "../dist/index.js";

const N = 1_000_000;
const out = new Float64Array(N);

const microseconds = (run) => {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return user + system;
};

const first = microseconds(() => compiledRandom(1).fillNormal(out));
const [plain, compiled] = [random(1), compiledRandom(1)];
const ways = {
  "uniform one by one": () => {
    for (let i = 0; i < N; i++) out[i] = plain.uniform();
  },
  "uniform fill": () => plain.fill(out),
  "uniform fill, compiled": () => compiled.fill(out),
  "normal one by one": () => {
    for (let i = 0; i < N; i++) out[i] = plain.normal();
  },
  "normal fill": () => plain.fillNormal(out),
  "normal fill, compiled": () => compiled.fillNormal(out),
};
const best = Object.fromEntries(Object.keys(ways).map((name) => [name, Infinity]));
for (let round = 0; round < 15; round++) {
  for (const [name, run] of Object.entries(ways)) best[name] = Math.min(best[name], microseconds(run));
}
for (const [name, time] of Object.entries(best)) {
  const peer = best[`${name.split(" ")[0]} one by one`];
  const ns = ((1e3 * time) / N).toFixed(1).padStart(6);
  console.log(`${name.padEnd(24)} ${ns} ns  ${(peer / time).toFixed(1).padStart(5)} times as fast as one by one`);
}
console.log(`${"first million normal".padEnd(24)} ${(first / 1e3).toFixed(1).padStart(6)} ms`);
