// pT, eta and phi of a million rows by columns and by WebAssembly, copies included, in the same run: milliseconds of processor
// time, the best of fifteen, and the first call, which compiles.
//   npm run build -w packages/numerics -w packages/kinematics && node packages/kinematics/bench/compiled.mjs
import process from "node:process";
import { random } from "@belladonna/numerics";
import { columns } from "../dist/index.js";
import { ptEtaPhi } from "../dist/compiled.js";

const N = 1_000_000;
const vs = columns.fourVectors(N);
const stream = random(1);
for (const column of [vs.px, vs.py, vs.pz]) stream.fillNormal(column);
const out = { pt: new Float64Array(N), eta: new Float64Array(N), phi: new Float64Array(N) };

const milliseconds = (run) => {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e3;
};

const first = milliseconds(() => ptEtaPhi(columns.slice(vs, 0, 400_000), out));
let [plain, compiled] = [Infinity, Infinity];
for (let round = 0; round < 15; round++) {
  plain = Math.min(
    plain,
    milliseconds(() => {
      columns.pt(vs, out.pt);
      columns.eta(vs, out.eta);
      columns.phi(vs, out.phi);
    }),
  );
  compiled = Math.min(
    compiled,
    milliseconds(() => ptEtaPhi(vs, out)),
  );
}
console.log(
  `columns ${plain.toFixed(1)} ms, compiled ${compiled.toFixed(1)} ms: ${(plain / compiled).toFixed(2)} times as fast`,
);
console.log(`first 400 000 rows ${first.toFixed(1)} ms`);
