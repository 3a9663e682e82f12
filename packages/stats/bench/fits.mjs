// Fit times against iminuit with numba-stats in the same run: minimum and covariance on both sides (MIGRAD and HESSE there).
//   npm run bench -- stats
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { URL, fileURLToPath } from "node:url";
import { random } from "@belladonna/numerics";
import { exponential, fit, gaussian, parameter, sum, templates, unbinned } from "@belladonna/stats";
import { peerPython } from "../../../bench/peers/python.mjs";
import { report } from "../../../bench/report.mjs";
import { best, spent } from "../../../bench/timing.mjs";

const folder = mkdtempSync(join(tmpdir(), "fits-"));
const range = [0, 1];
const truth = { ns: 0.3, nb: 0.7, mu: 0.5, sigma: 0.08, lambda: 1.5 };

const components = () => [
  gaussian({
    mean: parameter("mu", 0.45, { min: 0, max: 1 }),
    sigma: parameter("sigma", 0.1, { min: 0.01, max: 0.5 }),
    range,
  }),
  exponential({ lambda: parameter("lambda", 1, { min: 0.1, max: 10 }), range }),
];
const shape = sum(components(), { fractions: [parameter("z", 0.5, { min: 0, max: 1 })] });
const rate = (n) =>
  sum(components(), { yields: [parameter("ns", 0.4 * n, { min: 0 }), parameter("nb", 0.6 * n, { min: 0 })] });

/** The least time of a fit that ends well, ms. */
const bestOfFits = (run, rounds) =>
  best(() => {
    const result = run();
    if (!result.valid) throw new Error(result.reason);
  }, rounds);
const write = (name, array) => {
  writeFileSync(join(folder, name), new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
};

const ours = {};
for (const [n, repeats] of [
  [10_000, 40],
  [100_000, 10],
  [1_000_000, 3],
]) {
  const x = shape.sample(Float64Array.of(truth.ns, truth.mu, truth.sigma, truth.lambda), n, random(n));
  write(`events-${n}.f64`, x);
  const extended = rate(n);
  ours[`unbinned ${n}`] = bestOfFits(() => fit(unbinned(shape, x)), repeats);
  ours[`extended ${n}`] = bestOfFits(() => fit(unbinned(extended, x)), repeats);
}

const stream = random(5);
const expected = (k, total) =>
  Array.from({ length: 15 }, (_, b) =>
    stream.poisson(
      total * components()[k].integral(k === 0 ? Float64Array.of(0.5, 0.1) : Float64Array.of(1), b / 15, (b + 1) / 15),
    ),
  );
const shapes = [expected(0, 300), expected(1, 300)];
const signal = expected(0, 200);
const counts = expected(1, 800).map((n, b) => n + signal[b]);
writeFileSync(join(folder, "templates.json"), JSON.stringify({ counts, templates: shapes }));
const total = counts.reduce((a, b) => a + b, 0);
const yields = [parameter("y0", total / 2), parameter("y1", total / 2)];
const template = () =>
  fit(
    templates(
      counts,
      shapes.map((c, k) => ({ counts: c, yield: yields[k] })),
    ),
  );
bestOfFits(template, 200);
ours.templates = bestOfFits(template, 200);

// 1000 pseudo-experiments of 2000 events: drawing and fitting, from the values they were drawn at.
const model = rate(2000);
const theta = Float64Array.of(600, 1400, truth.mu, truth.sigma, truth.lambda);
const first = unbinned(model, model.sample(theta, 2000, random(1)));
const run = (k) => fit(first.sample(theta, random(7).stream(k)), { start: theta });
for (let k = 0; k < 50; k++) run(k);
const start = spent();
for (let k = 0; k < 1000; k++) if (!run(k).valid) throw new Error(`toy ${k} is not valid`);
ours.toys = spent() - start;
const drawn = Array.from({ length: 200 }, (_, k) => {
  const s = random(7).stream(k);
  return model.sample(theta, s.poisson(2000), s);
});
write(
  "toy-sizes.f64",
  Float64Array.from(drawn, (d) => d.length),
);
write("toys.f64", Float64Array.from(drawn.flatMap((d) => [...d])));

const python = peerPython();
let theirs = {};
try {
  const script = fileURLToPath(new URL("fits.py", import.meta.url));
  // Keep freed arrays: where page faults are dear, numpy's temporaries would cost the peer more than its arithmetic.
  const env = { ...process.env, MALLOC_MMAP_THRESHOLD_: "1000000000", MALLOC_TRIM_THRESHOLD_: "10000000000" };
  if (python !== undefined) theirs = JSON.parse(execFileSync(python, [script, folder], { encoding: "utf8", env }));
} catch (error) {
  console.error(`no peer: ${error.message}`);
}
rmSync(folder, { recursive: true });

/** Ours draws the pseudo-experiments too; the peer fits them without HESSE. */
const words = { toys: "1000 pseudo-experiments of 2000 events", templates: "templates" };
report(
  Object.entries(ours).map(([name, time]) => ({
    work: `fit, ${words[name] ?? name}`,
    unit: "ms",
    ours: time,
    peers: { "iminuit, numba-stats": theirs[name] },
  })),
);
