// Random workspaces of every modifier, or files, against pyhf: values at points, minima, CLs, limits.
//
//   node --conditions=@belladonna/source --import tsx packages/histfactory/bench/against-pyhf.mjs [--count 100] [--seed 1]
//     [--seconds 60] [workspace.json ...]
//
// pyhf answers twice, with minuit and with minuit's ends polished by Newton steps until the gradient of jax is rounding:
// where it stops before the minimum, its own two answers differ. Of limits it says its CLs at ours, each at its own value.
import { readFileSync } from "node:fs";
import { fileURLToPath, URL } from "node:url";
import { parseArgs } from "node:util";
import { histFactory } from "@belladonna/histfactory";
import { random } from "@belladonna/numerics";
import { fit, hypothesisTest, upperLimit } from "@belladonna/stats";
import { askPeer } from "../../../bench/peers/python.mjs";
import { generatedWorkspace } from "../test/generated-workspace.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    seconds: { type: "string", default: "60" },
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
    // With one channel there would be nothing to tell signal from background by.
    freeShape: channels > 1 && s.uniform() < 0.3,
  });
}

const workspaces =
  positionals.length > 0
    ? positionals.map((file) => [file.replace(/^.*\//, ""), JSON.parse(readFileSync(file, "utf8"))])
    : Array.from({ length: Number(values.count) }, (_, k) => [`random ${k}`, drawn(k)]);

/** The likelihood; of a background whose signal comes with a patch, without its parameter of interest. */
function modelOf(workspace) {
  try {
    return histFactory(workspace);
  } catch (error) {
    if (!String(error).includes("the option poi can name another")) throw error;
    return histFactory(workspace, { poi: null });
  }
}

const found = new Map();
const request = workspaces.flatMap(([name, workspace], k) => {
  let model;
  try {
    model = modelOf(workspace);
  } catch (error) {
    console.log(`${name}: refused: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
  const stream = random(7).stream(k);
  const start = model.parameters.map((p) => p.start);
  // Between the start and a little inside the bounds.
  const near = model.parameters.map((p, i) => {
    const x = p.fixed === true ? p.start : start[i] + 0.2 * (stream.uniform() - 0.5);
    return Math.min(Math.max(x, p.min ?? x), p.max ?? x);
  });
  const points = [start, near];
  const { poi } = model;
  const free = poi !== undefined && model.parameters.find((p) => p.name === poi)?.fixed !== true;
  const limit = free ? upperLimit(model) : undefined;
  const mu = Math.min(model.parameters.find((p) => p.name === poi)?.max ?? 1, 1);
  found.set(name, {
    count: model.parameters.length,
    values: points.map((p) => model.value(Float64Array.from(p))),
    minimum: fit(model),
    held: free ? fit(model, { fix: { [poi]: mu } }) : undefined,
    test: free ? hypothesisTest(model, mu) : undefined,
    limit,
  });
  const limits = limit?.valid === true ? [limit.observed, ...limit.expected] : [];
  const { measurement } = model;
  return [{ name, workspace: model.workspace, measurement, poi, points, mu, test: free, limits }];
});

const script = fileURLToPath(new URL("against_pyhf.py", import.meta.url));
const seconds = Number(values.seconds);
const answers = askPeer(script, { seconds, cases: request }, 60 + 4 * seconds * request.length) ?? [];

const worst = {};
let [fitted, lower] = [0, 0];
for (const theirs of answers) {
  const own = found.get(theirs.name);
  const said = [`${theirs.name}: ${own.count} parameters`];
  const note = (what, off) => {
    if (!Number.isFinite(off)) return;
    if (!(worst[what]?.off >= off)) worst[what] = { off, of: theirs.name };
    said.push(`${what} ${off.toExponential(1)}`);
  };
  const relative = (got, want) => (got === want ? 0 : Math.abs(got / want - 1));
  theirs.values?.forEach((want, i) => {
    const got = own.values[i];
    note("value", got === want || want === null ? 0 : Math.abs(got - want) / Math.max(1, Math.abs(want)));
  });
  for (const [how, answer] of Object.entries({ "minuit's": theirs.minuit, "": theirs.polished })) {
    const named = (what) => (how === "" ? what : `${how} ${what}`);
    for (const what of ["minimum", "held"]) {
      const want = answer?.[what];
      if (want === undefined || own[what] === undefined) continue;
      const off = own[what].value - want;
      if (how === "") {
        fitted++;
        // A lower minimum than the other's is no fault.
        if (off < -1e-6) lower++;
      }
      note(named(what), off);
      if (how === "" && !own[what].valid) said.push(`(${own[what].reason})`);
    }
    if (answer?.cls !== undefined) {
      note(named("CLs"), relative(own.test.cls, answer.cls));
      note(named("band"), Math.max(...own.test.expected.map((x, i) => relative(x, answer.expected[i]))));
    }
  }
  // CLs falls as a power of 3 to 6 of the tested value there: this much or less is the limit off by.
  theirs.atLimits?.forEach((x, i) => note(i === 0 ? "CLs at limit" : "CLs at expected limits", Math.abs(x / 0.05 - 1)));
  if (own.limit?.valid === false) said.push(`no limit: ${own.limit.reason}`);
  if (theirs.reason !== undefined) said.push(`pyhf: ${theirs.reason}`);
  console.log(said.join(", "));
}
console.log(`worst of ${found.size}; ${fitted} minima, ${lower} of them lower than pyhf's`);
for (const [what, { off, of }] of Object.entries(worst)) console.log(`${what}: ${off.toExponential(1)} (${of})`);
