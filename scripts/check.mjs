// What `npm test` runs: every check of the repository, one after the other, and a closing line that counts the tests.
// `npm test -- unit lint` runs only the steps named.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const reports = mkdtempSync(path.join(tmpdir(), "belladonna-check-"));
const vitest = (name, ...args) => [
  "vitest",
  ["run", ...args, "--reporter=default", "--reporter=json", `--outputFile.json=${path.join(reports, `${name}.json`)}`],
];

/** Name, command, and a reason to leave the step out, if there is one. */
const steps = [
  ["build", "turbo", ["run", "build", "--output-logs=errors-only"]],
  ["types", "npm", ["run", "--silent", "typecheck"]],
  ["lint", "npm", ["run", "--silent", "lint"]],
  ["unit", ...vitest("unit", "--project", "unit")],
  [
    "browser",
    ...vitest("browser", "--config", "vitest.browser.config.ts"),
    () => !existsSync(chromium) && `no ${chromium}`,
  ],
  ["page", ...vitest("page", "--project", "page"), () => !existsSync(chromium) && `no ${chromium}`],
  ["exports", "turbo", ["run", "check:exports", "--output-logs=errors-only"]],
  ["packed", ...vitest("packed", "--project", "packed")],
  ["size", "size-limit", []],
  ["unused", "knip", []],
  ["docs", "typedoc", ["--logLevel", "Warn"]],
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some(([step]) => step === name));
if (unknown.length > 0) {
  console.error(`no step "${unknown.join('", "')}"; the steps are ${steps.map(([name]) => name).join(", ")}`);
  process.exit(2);
}

let broken = [];
for (const [name, command, args, skip] of steps) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const reason = skip?.();
  if (reason) {
    console.log(`\n--- ${name}: left out (${reason})`);
    continue;
  }
  console.log(`\n--- ${name}`);
  const start = Date.now();
  const bin = command === "npm" ? "npm" : path.join("node_modules", ".bin", command);
  const { status } = spawnSync(bin, args, { stdio: "inherit", env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" } });
  console.log(`--- ${name}: ${status === 0 ? "passed" : "FAILED"} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  if (status !== 0) broken.push(name);
}

let passed = 0;
let failed = 0;
for (const name of ["unit", "browser", "page", "packed"]) {
  const file = path.join(reports, `${name}.json`);
  if (!existsSync(file)) continue;
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, "utf8"));
  passed += numPassedTests;
  failed += numFailedTests;
}
rmSync(reports, { recursive: true });
if (broken.length > 0) console.log(`\nnot passed: ${broken.join(", ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(broken.length > 0 ? 1 : 0);
