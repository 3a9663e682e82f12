import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** A Python with the peers of bench/peers/requirements.txt: named by `PEERS_PYTHON`, or that of the benchmarks, if any. */
const python = [process.env.PEERS_PYTHON ?? "", join(here, "../../bench/peers/.venv/bin/python")].find(
  (path) => path !== "" && existsSync(path),
);

/** Whether that Python has these modules. */
export function hasPeers(...modules: readonly string[]): boolean {
  if (python === undefined) return false;
  try {
    execFileSync(python, ["-c", `import ${modules.join(", ")}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** A new folder for files that go to and fro. */
export function exchangeFolder(): string {
  return mkdtempSync(join(tmpdir(), "belladonna-peers-"));
}

/** What a peer makes of the files in a folder. */
export function askPeer(peer: string, folder: string): unknown {
  const answer = execFileSync(python ?? "", [join(here, "peers.py"), peer, folder], { encoding: "utf8" });
  return JSON.parse(answer);
}
