// pT, eta and phi of a million rows by WebAssembly, copies included, beside the columns' functions in the same run, and the
// first call, which compiles.
//   npm run bench -- kinematics
import { columns } from "@belladonna/kinematics";
import { ptEtaPhi } from "@belladonna/kinematics/compiled";
import { random } from "@belladonna/numerics";
import { report } from "../../../bench/report.mjs";
import { best, bestInTurn } from "../../../bench/timing.mjs";

const N = 1_000_000;
const vs = columns.fourVectors(N);
const stream = random(1);
for (const column of [vs.px, vs.py, vs.pz]) stream.fillNormal(column);
const out = { pt: new Float64Array(N), eta: new Float64Array(N), phi: new Float64Array(N) };

const first = best(() => ptEtaPhi(columns.slice(vs, 0, 400_000), out), 1);
const { ours, plain } = bestInTurn(
  {
    ours: () => ptEtaPhi(vs, out),
    plain: () => {
      columns.pt(vs, out.pt);
      columns.eta(vs, out.eta);
      columns.phi(vs, out.phi);
    },
  },
  15,
);
report([
  { work: "pt, eta, phi, a million, compiled", unit: "ms", ours, peers: { columns: plain }, aim: "25 ms" },
  { work: "first 400 000 rows, compiled", unit: "ms", ours: first },
]);
