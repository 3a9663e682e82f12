// The command as a user runs it: one clear line and a non-zero exit for what is wrong, and no half-written file.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "../../..");
const folder = mkdtempSync(path.join(tmpdir(), "belladonna-cli-"));
const file = (name: string, content: string) => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};

function start(...args: string[]) {
  const cli = ["--conditions=@belladonna/source", "--import", "tsx", "packages/searches/src/cli.ts"];
  const { status, stdout, stderr } = spawnSync("node", [...cli, ...args], { cwd: root, encoding: "utf8" });
  return { status, stdout, stderr };
}

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("npm start", () => {
  it("lists the searches and explains itself", () => {
    expect(start("--list")).toMatchObject({ status: 0, stdout: expect.stringContaining("alp-to-photons") as string });
    expect(start("--help").stdout).toContain("Usage: npm start -- [SEARCH] [options]");
    expect(start("alp-to-photons", "--facts").stdout).toContain("stand-in");
  }, 60_000);

  const out = path.join(folder, "never");
  it.each([
    [["nosuch"], 1, 'no search "nosuch"; there is alp-to-photons'],
    [["--mass", "20"], 2, "must lie between 0.2 and 9.7 GeV"],
    [["--seed", "x"], 2, "must be an integer >= 0"],
    [["--signal", "/no/such/file"], 1, "cannot read /no/such/file"],
    [["--signal", file("broken.lhe", "<LesHouchesEvents version='3.0'>\n<init>\nx y\n")], 1, "line 3"],
    [["--data", file("broken.csv", "mass\n1.5\nabc\n")], 1, 'line 3: must be one mass > 0 in GeV, got "abc"'],
    [["--out", path.join(file("a-file", ""), "x")], 1, "cannot write to the folder"],
    [["histfactory", file("not.json", "{")], 1, "is not JSON"],
  ] as const)(
    "refuses %j with one line",
    (args, status, message) => {
      const withOut = (args as readonly string[]).includes("--out") ? args : [...args, "--out", out];
      const result = start(...withOut);
      expect(result.status).toBe(status);
      expect(result.stderr.trim().split("\n")).toHaveLength(1);
      expect(result.stderr).toContain(message);
      expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
    },
    60_000,
  );
});
