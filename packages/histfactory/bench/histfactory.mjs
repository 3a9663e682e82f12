// HistFactory against pyhf (NumPy and jax), cabinetry and pyhs3: fit, hypothesis test, upper limit with bands, ranking, reading
// of HS3. Processor time of one call on one thread, in the same run, of a peer its first call too (jax compiles then);
// relative deviation from the reference beside it.
//
//   npm run bench -- histfactory
//   npm run build && node packages/histfactory/bench/histfactory.mjs [--budget seconds] [--peers list] [name ...]
import { readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath, URL } from "node:url";
import { parseArgs } from "node:util";
import { histFactory, impacts, readHs3, writeHs3 } from "@belladonna/histfactory";
import { fit, hypothesisTest, upperLimit } from "@belladonna/stats";
import { askPeer } from "../../../bench/peers/python.mjs";
import { report } from "../../../bench/report.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    budget: { type: "string", default: "60" },
    peers: { type: "string", default: "numpy-scipy,numpy-minuit,jax-scipy,jax-minuit,cabinetry,pyhs3" },
  },
});
const names =
  positionals.length > 0
    ? positionals
    : [
        "uncorr_2bin_readme",
        "val_2bin_2channel",
        "atlas_2018_31_sbottomA_simplified",
        "belle_20bin",
        "atlas_2018_06_3LeRJR_100_20",
        "atlas-ttz-4l",
      ];
const budget = Number(values.budget);
const least = 0.5;

function timed(run) {
  // Warm, as in any program that does more than one.
  for (let i = 0; i < 6; i++) run();
  const start = process.cpuUsage();
  for (let calls = 1; ; calls++) {
    const value = run();
    const { user, system } = process.cpuUsage(start);
    const spent = (user + system) / 1e6;
    if (spent > least) return { seconds: spent / calls, value };
  }
}

const cases = names.map((name) => {
  const c = JSON.parse(readFileSync(fileURLToPath(new URL(`../test/data/workspaces/${name}.json`, import.meta.url))));
  const { normsys, histosys } = c.modifier_settings;
  const interpolation = { normsys: normsys.interpcode, histosys: histosys.interpcode };
  const last = c.hypotests[c.hypotests.length - 1];
  const truth = { fit: c.fit.twice_nll, test: last.CLs_obs, limit: c.upper_limits.cl95.obs };
  return { name, workspace: c.workspace, modifierSettings: c.modifier_settings, interpolation, mu: last.mu, truth };
});

const ours = cases.flatMap(({ name, workspace, interpolation, mu }) => {
  const likelihood = histFactory(workspace, { interpolation });
  const document = writeHs3(workspace);
  return [
    { name, operation: "build", ...timed(() => histFactory(workspace, { interpolation }).binCount) },
    { name, operation: "fit", ...timed(() => fit(likelihood).value) },
    { name, operation: "test", ...timed(() => hypothesisTest(likelihood, mu).cls) },
    { name, operation: "limit", ...timed(() => upperLimit(likelihood).observed) },
    { name, operation: "ranking", ...timed(() => impacts(likelihood, fit(likelihood)).length) },
    { name, operation: "read HS3", ...timed(() => readHs3(document).channels.length) },
  ];
});
const asked = cases.map(({ name, workspace, modifierSettings, mu }) => ({
  name,
  workspace,
  modifierSettings,
  mu,
  hs3: writeHs3(workspace),
}));
const peers = values.peers.split(",");
const request = { cases: asked, budget, least, peers };
const theirs = askPeer(fileURLToPath(new URL("histfactory_peer.py", import.meta.url)), request, 3600) ?? [];

const ms = (s) => (s === null || s === undefined ? "-" : (1e3 * s).toPrecision(3));
const off = (value, truth) =>
  value === undefined || truth === undefined ? "-" : Math.abs(value / truth - 1).toExponential(0);
console.log("| workspace | operation | ours, ms | off by | peer | cold, ms | warm, ms | off by | warm / ours |");
console.log("|---|---|---|---|---|---|---|---|---|");
for (const { name, operation, seconds, value } of ours) {
  const truth = cases.find((c) => c.name === name).truth[operation];
  const own = [name, operation, ms(seconds), off(value, truth)];
  const rows = theirs.filter((t) => t.name === name && t.operation === operation);
  if (rows.length === 0) console.log(`| ${[...own, "-", "-", "-", "-", "-"].join(" | ")} |`);
  for (const t of rows) {
    const other =
      t.seconds === null
        ? [t.peer, t.why, "-", "-", "-"]
        : [t.peer, ms(t.cold), ms(t.seconds), off(t.value, truth), (t.seconds / seconds).toPrecision(2)];
    console.log(`| ${[...own, ...other].join(" | ")} |`);
  }
}
if (process.env.BENCH_ROWS !== undefined) {
  report(
    ours.map(({ name, operation, seconds }) => {
      const rows = theirs.filter((t) => t.name === name && t.operation === operation && t.seconds !== null);
      const peers = Object.fromEntries(rows.map((t) => [t.peer, 1e3 * t.seconds]));
      return { work: `${name}: ${operation}`, unit: "ms", ours: 1e3 * seconds, peers, aim: aimOf(operation) };
    }),
  );
}

/** A fifth of the time of warm jax. */
function aimOf(operation) {
  return ["fit", "test", "limit", "ranking"].includes(operation) ? "5 times jax" : undefined;
}
