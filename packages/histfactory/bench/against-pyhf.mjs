// Random workspaces of every modifier, or files, against pyhf with minuit and SciPy: values at points, minima, CLs.
//
//   node --conditions=@belladonna/source --import tsx packages/histfactory/bench/against-pyhf.mjs [--count 100] [--seed 1]
//     [--python path] [--seconds 60] [--most 60] [workspace.json ...]
//
// `--most`: the parameters up to which pyhf fits too; its gradients are by differences.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath, URL } from "node:url";
import { parseArgs } from "node:util";
import { histFactory } from "@belladonna/histfactory";
import { random } from "@belladonna/numerics";
import { fit, hypothesisTest } from "@belladonna/stats";
import { generatedWorkspace } from "../test/generated-workspace.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    python: { type: "string", default: "python3" },
    seconds: { type: "string", default: "60" },
    most: { type: "string", default: "60" },
  },
});

/** A workspace of 1 to about 300 parameters. */
function drawn(k) {
  const s = random(Number(values.seed)).stream(k);
  const size = Math.exp(s.uniform() * Math.log(250));
  const pick = (most) => 1 + Math.floor(s.uniform() * most);
  const [channels, bins] = [pick(4), pick(5)];
  return generatedWorkspace(1000 * Number(values.seed) + k, {
    channels,
    bins,
    samples: 1 + pick(4),
    scales: Math.floor(0.5 * size),
    shapes: Math.floor(0.4 * size),
    oneSided: s.uniform() < 0.3 ? 0.3 : 0,
    factors: Math.floor(2 * s.uniform()),
    alike: 0,
    lumi: s.uniform() < 0.5 ? 0.02 : 0,
    perBin: ["none", "staterror", "shapesys"][Math.floor(3 * s.uniform())],
    size: 0.03,
    mu: 2 * s.uniform(),
  });
}

const workspaces =
  positionals.length > 0
    ? positionals.map((file) => [file.replace(/^.*\//, ""), JSON.parse(readFileSync(file, "utf8"))])
    : Array.from({ length: Number(values.count) }, (_, k) => [`random ${k}`, drawn(k)]);

const models = new Map();
const request = workspaces.flatMap(([name, workspace], k) => {
  let model;
  try {
    model = histFactory(workspace);
  } catch (error) {
    console.log(`${name}: refused: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
  models.set(name, model);
  const stream = random(7).stream(k);
  const start = model.parameters.map((p) => p.start);
  // Between the start and a little inside the bounds.
  const near = model.parameters.map((p) => (p.fixed === true ? p.start : p.start + 0.2 * (stream.uniform() - 0.5)));
  const poi = model.parameters.find((p) => p.name === model.poi);
  return [
    {
      name,
      workspace: model.workspace,
      measurement: model.measurement,
      points: [
        start,
        near.map((x, i) => Math.min(Math.max(x, model.parameters[i].min ?? x), model.parameters[i].max ?? x)),
      ],
      fit: model.parameters.length <= Number(values.most),
      mu: Math.min(poi?.max ?? 1, 1),
      seconds: Number(values.seconds),
    },
  ];
});

const script = fileURLToPath(new URL("against_pyhf.py", import.meta.url));
const { stdout, stderr } = spawnSync(values.python, [script], {
  input: JSON.stringify(request),
  encoding: "utf8",
  maxBuffer: 1 << 28,
});
if (stdout === "") throw new Error(`pyhf gave no answer: ${stderr}`);

const worst = { value: 0, minimum: 0, held: 0, cls: 0, expected: 0 };
let [fitted, lower] = [0, 0];
for (const line of stdout.split("\n").filter((x) => x !== "")) {
  const theirs = JSON.parse(line);
  const model = models.get(theirs.name);
  const asked = request.find((r) => r.name === theirs.name);
  if (model === undefined || asked === undefined) continue;
  const said = [`${theirs.name}: ${model.parameters.length} parameters`];
  // pyhf may call a parameter of one bin by another name, but the order is the same.
  theirs.values?.forEach((want, i) => {
    const got = model.value(Float64Array.from(asked.points[i]));
    const off = want === got ? 0 : Math.abs(got - want) / Math.max(1, Math.abs(want));
    worst.value = Math.max(worst.value, Number.isNaN(off) ? 0 : off);
    said.push(`value ${off.toExponential(1)}`);
  });
  const compare = (what, want, fix) => {
    if (want === undefined || want === null) return;
    const own = fit(model, fix === undefined ? {} : { fix });
    const off = own.value - want;
    fitted++;
    // A lower minimum than the other's is no fault.
    if (off < -1e-6) lower++;
    worst[what] = Math.max(worst[what], off);
    said.push(`${what} ${off.toExponential(1)}${own.minimum.valid ? "" : ` (${own.reason})`}`);
  };
  compare("minimum", theirs.minimum);
  if (model.poi !== undefined) compare("held", theirs.held, { [model.poi]: asked.mu });
  if (theirs.cls !== undefined) {
    const own = hypothesisTest(model, asked.mu);
    const off = Math.abs(own.cls - theirs.cls);
    const band = Math.max(...own.expected.map((x, i) => Math.abs(x - (theirs.expected?.[i] ?? x))));
    worst.cls = Math.max(worst.cls, off);
    worst.expected = Math.max(worst.expected, band);
    said.push(`CLs ${off.toExponential(1)}, band ${band.toExponential(1)}`);
  }
  if (theirs.reason !== undefined) said.push(`pyhf: ${theirs.reason}`);
  console.log(said.join(", "));
}
console.log(`worst of ${models.size}: ${JSON.stringify(worst)}; ${fitted} minima, ${lower} of them lower than pyhf's`);
