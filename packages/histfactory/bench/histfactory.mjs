// HistFactory against pyhf (NumPy backend, SciPy and minuit optimisers): fit, hypothesis test, upper limit with bands.
// Processor time of one call on one thread, in the same run; relative deviation from the reference beside it.
//
//   npm run build && node packages/histfactory/bench/histfactory.mjs [--budget seconds] [name ...]
import { readFileSync } from "node:fs";
import { fileURLToPath, URL } from "node:url";
import { parseArgs } from "node:util";
import { histFactory } from "@belladonna/histfactory";
import { fit, hypothesisTest, upperLimit } from "@belladonna/stats";
import { askPeer } from "../../../bench/peers/python.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { budget: { type: "string", default: "60" } },
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
  return [
    { name, operation: "build", ...timed(() => histFactory(workspace, { interpolation }).binCount) },
    { name, operation: "fit", ...timed(() => fit(likelihood).value) },
    { name, operation: "test", ...timed(() => hypothesisTest(likelihood, mu).cls) },
    { name, operation: "limit", ...timed(() => upperLimit(likelihood).observed) },
  ];
});
const asked = cases.map(({ name, workspace, modifierSettings, mu }) => ({ name, workspace, modifierSettings, mu }));
const request = { cases: asked, budget, least };
const theirs = askPeer(fileURLToPath(new URL("histfactory_peer.py", import.meta.url)), request, 3600) ?? [];

const ms = (s) => (s === null || s === undefined ? "-" : (1e3 * s).toPrecision(3));
const off = (value, truth) => (value === undefined ? "-" : Math.abs(value / truth - 1).toExponential(0));
console.log(
  "| workspace | operation | ours, ms | off by | pyhf scipy, ms | off by | ratio | pyhf minuit, ms | off by | ratio |",
);
console.log("|---|---|---|---|---|---|---|---|---|---|");
for (const { name, operation, seconds, value } of ours) {
  const truth = cases.find((c) => c.name === name).truth[operation];
  const peers = ["scipy", "minuit"].flatMap((optimiser) => {
    const peer = theirs.find((t) => t.name === name && t.operation === operation && t.optimiser === optimiser);
    if (peer === undefined) return ["-", "-", "-"];
    if (peer.seconds === null) return [peer.why, "-", "-"];
    return [ms(peer.seconds), off(peer.value, truth), (peer.seconds / seconds).toFixed(0)];
  });
  const own = operation === "build" ? "-" : off(value, truth);
  console.log(`| ${[name, operation, ms(seconds), own, ...peers].join(" | ")} |`);
}
