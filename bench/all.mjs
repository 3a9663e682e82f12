// `npm run bench [-- package …]`: the benchmarks of all packages, or of those named, one after the other on one thread, and
// one table at the end. What a benchmark says on the way is shown.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { tableOf } from "./report.mjs";

const root = path.join(import.meta.dirname, "..");
/** Compares values with those of pyhf, for files that are named to it. */
const OF_VALUES = "against-pyhf.mjs";
const wanted = process.argv.slice(2);
const folderOf = (name) => path.join("packages", name, "bench");
const programs = readdirSync(path.join(root, "packages"))
  .filter((name) => existsSync(path.join(root, folderOf(name))))
  .flatMap((name) => readdirSync(path.join(root, folderOf(name))).map((file) => path.join(folderOf(name), file)))
  .filter((file) => file.endsWith(".mjs") && path.basename(file) !== OF_VALUES);
const packageOf = (file) => file.split(path.sep)[1];
const unknown = wanted.filter((name) => !programs.some((file) => packageOf(file) === name));
if (unknown.length > 0) {
  console.error(
    `no benchmarks of ${unknown.join(", ")}; there are of ${[...new Set(programs.map(packageOf))].join(", ")}`,
  );
  process.exit(2);
}

const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
const file = path.join(folder, "rows");
let failed = false;
try {
  for (const program of programs) {
    if (wanted.length > 0 && !wanted.includes(packageOf(program))) continue;
    console.error(`--- ${program}`);
    const { status } = spawnSync(process.execPath, ["--import", "tsx", program], {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, BENCH_ROWS: file },
    });
    failed ||= status !== 0;
  }
  const rows = existsSync(file)
    ? readFileSync(file, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
    : [];
  console.log(tableOf(rows));
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(failed ? 1 : 0);
