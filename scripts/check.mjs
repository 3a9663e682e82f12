// What `npm test` runs: every check of the repository, and a closing line that counts the tests. The build and the unit tests
// have the machine to themselves; each step after them keeps about one core busy, and they run side by side, as many as there
// are cores up to three; of those that failed, what they said is printed. The tests that failed are listed at the end.
// `npm test -- unit lint` runs only the steps named.
import { Buffer } from "node:buffer";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";

const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const reports = mkdtempSync(path.join(tmpdir(), "belladonna-check-"));
const vitest = (name, ...args) => [
  ...["run", ...args, "--reporter=default", "--reporter=json"],
  `--outputFile.json=${path.join(reports, `${name}.json`)}`,
];

const inChromium = () => !existsSync(chromium) && `no ${chromium}`;

/** Steps that follow one another: name, command, its arguments. */
const first = [
  { name: "build", command: "turbo", args: ["run", "build", "--output-logs=errors-only"] },
  { name: "unit", command: "vitest", args: vitest("unit", "--project", "unit") },
];

/** Steps side by side, the longest first: with a reason to leave the step out, if there is one, and the step it waits for. */
const rest = [
  { name: "docs", command: "typedoc", args: ["--logLevel", "Warn"] },
  {
    name: "browser",
    command: "vitest",
    args: vitest("browser", "--config", "vitest.browser.config.ts"),
    skip: inChromium,
  },
  {
    name: "cluster",
    command: "vitest",
    args: vitest("cluster", "--project", "cluster"),
    skip: () =>
      !["/usr/sbin/slurmctld", "/usr/sbin/munged"].every((file) => existsSync(file)) && "no slurm-wlm and munge",
  },
  { name: "types", command: "npm", args: ["run", "--silent", "typecheck"] },
  { name: "lint", command: "npm", args: ["run", "--silent", "lint"] },
  { name: "packed", command: "vitest", args: vitest("packed", "--project", "packed") },
  { name: "page", command: "vitest", args: vitest("page", "--project", "page"), skip: inChromium },
  { name: "site", command: "vitest", args: vitest("site", "--project", "site"), after: "docs" },
  { name: "exports", command: "turbo", args: ["run", "check:exports", "--output-logs=errors-only"] },
  { name: "unused", command: "knip", args: [] },
  { name: "size", command: "size-limit", args: [] },
];

const steps = [...first, ...rest];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`no step "${unknown.join('", "')}"; the steps are ${steps.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}

const broken = [];

/** Runs a step; what one beside others says is kept until it ends. */
async function run({ name, command, args, skip }, beside) {
  const reason = skip?.();
  if (reason) {
    console.log(`\n--- ${name}: left out (${reason})`);
    return;
  }
  if (!beside) console.log(`\n--- ${name}`);
  const start = Date.now();
  const bin = command === "npm" ? "npm" : path.join("node_modules", ".bin", command);
  const child = spawn(bin, args, {
    stdio: beside ? ["ignore", "pipe", "pipe"] : "inherit",
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => said.push(text));
  const [status] = await once(child, "close");
  if (beside) console.log(`\n--- ${name}${status === 0 ? "" : `\n${Buffer.concat(said).toString()}`}`);
  console.log(`--- ${name}: ${status === 0 ? "passed" : "FAILED"} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  if (status !== 0) broken.push(name);
}

const isWanted = ({ name }) => wanted.length === 0 || wanted.includes(name);
for (const step of first.filter(isWanted)) await run(step, false);

const waiting = rest.filter(isWanted);
const ended = new Map();
/** Takes steps from the list until none is left. */
async function lane() {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    await ended.get(step.after);
    const running = run(step, true);
    ended.set(step.name, running);
    await running;
  }
}
await Promise.all(Array.from({ length: Math.min(3, availableParallelism()) }, lane));

/** The first lines of a message, for the list at the end: a log is often kept, or read, from its end only. */
const beginning = (message) => message.trim().split("\n").slice(0, 6).join("\n    ");

let passed = 0;
let failed = 0;
const failures = [];
for (const name of ["unit", "browser", "cluster", "page", "packed", "site"]) {
  const file = path.join(reports, `${name}.json`);
  if (!existsSync(file)) continue;
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, "utf8"));
  passed += numPassedTests;
  failed += numFailedTests;
  for (const result of testResults) {
    const where = path.relative(process.cwd(), result.name);
    if (result.status === "failed" && result.message)
      failures.push(`${name}: ${where}\n    ${beginning(result.message)}`);
    for (const { status, fullName, failureMessages } of result.assertionResults) {
      if (status === "failed")
        failures.push(`${name}: ${where} > ${fullName}\n    ${beginning(failureMessages.join("\n"))}`);
    }
  }
}
rmSync(reports, { recursive: true });
if (failures.length > 0) console.log(`\nfailed:\n  ${failures.join("\n  ")}`);
if (broken.length > 0) console.log(`\nnot passed: ${broken.join(", ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(broken.length > 0 ? 1 : 0);
