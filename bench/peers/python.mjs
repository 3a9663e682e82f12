// A Python with the peers that benchmarks compare with, made on first use from requirements.txt beside this file.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath, URL } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Path of the interpreter, or undefined (with the reason on standard error) when it cannot be made here. */
export function peerPython() {
  const python = `${here}.venv/bin/python`;
  if (existsSync(`${here}.venv/ready`)) return python;
  try {
    execFileSync("python3", ["-m", "venv", `${here}.venv`], { stdio: "pipe" });
    execFileSync(python, ["-m", "pip", "install", "-q", "-r", `${here}requirements.txt`], { stdio: "pipe" });
    execFileSync("touch", [`${here}.venv/ready`]);
    return python;
  } catch (error) {
    process.stderr.write(`no peer: ${error.message.split("\n")[0]}\n`);
    return undefined;
  }
}

/** Run a script of the peer with a JSON value on standard input; its answer is one JSON value a line. */
export function askPeer(script, input, seconds) {
  const python = peerPython();
  if (python === undefined) return undefined;
  const { stdout, stderr, error } = spawnSync(python, [script], {
    input: JSON.stringify(input),
    encoding: "utf8",
    maxBuffer: 1 << 26,
    timeout: 1000 * seconds,
    // One thread on each side.
    env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
  });
  if (error !== undefined && stdout === "") process.stderr.write(`peer: ${error.message}\n${stderr}\n`);
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}
