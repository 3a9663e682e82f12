// The command as a user runs it: one clear line and an exit code for what is wrong, and no half-written file.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { main } from "../src/command/program.js";
import { searches } from "../src/searches.js";
import manifest from "../package.json" with { type: "json" };

const root = path.join(import.meta.dirname, "../../..");
const folder = mkdtempSync(path.join(tmpdir(), "belladonna-cli-"));
const file = (name: string, content: string) => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};

function belladonna(args: readonly string[], event = "test") {
  const cli = ["--conditions=@belladonna/source", "--import", "tsx", "packages/searches/src/cli.ts"];
  const env = { ...process.env, npm_lifecycle_event: event };
  const { status, stdout, stderr } = spawnSync("node", [...cli, ...args], { cwd: root, encoding: "utf8", env });
  return { status, stdout, stderr };
}
/** The same in this process, for what needs none of its own: each start loads all searches. */
async function inProcess(...args: readonly string[]) {
  const text = { stdout: "", stderr: "" };
  const spies = [
    vi.spyOn(console, "log").mockImplementation((line: string) => (text.stdout += `${line}\n`)),
    vi.spyOn(console, "error").mockImplementation((line: string) => (text.stderr += `${line}\n`)),
    vi.spyOn(process.stdout, "write").mockImplementation((line) => (text.stdout += String(line)) !== ""),
  ];
  try {
    return { status: await main(args), ...text };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
const json = async (...args: string[]): Promise<unknown> => JSON.parse((await inProcess(...args)).stdout);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A search in plain JavaScript, that counts nothing. */
const ownSearch = (changes: string) => `export default {
  name: "mine", title: "nothing", reference: "none", dataColumns: [], facts: [],
  defaults: { luminosity: 1, level: 0.9, method: "cls", masses: { from: 1, to: 2 }, events: 1000 },
  async run() { throw new Error("ran"); }, ${changes} };`;

describe("belladonna", () => {
  it("opens the explorer at a state, or says that it is not built", async () => {
    const { status, stdout, stderr } = await inProcess("explore", "--print", "plane=b-minus-l&m=0.3");
    if (existsSync(path.join(root, "packages/explorer/dist/one-file/index.html"))) {
      expect(stdout).toMatch(/^file:\/\/.*\/explorer\/.*index\.html#plane=b-minus-l&m=0\.3\n$/);
    } else {
      expect(status).toBeGreaterThan(0);
      expect(stderr).toMatch(/^error: the explorer is not built: npm run build/);
    }
  });

  it("says its version and explains itself as it was called", async () => {
    expect(belladonna(["--version"])).toMatchObject({ status: 0, stdout: `${manifest.version}\n` });
    expect(belladonna(["--help"], "start").stdout).toContain("Usage: npm start -- [SEARCH] [options]");
    const help = (await inProcess("--help")).stdout;
    expect(help).toContain("Usage: belladonna [SEARCH] [options]");
    for (const text of ["0 done", "1 a run", "2 a word", "3 a file", "4 output"]) expect(help).toContain(text);
    const ofSearch = (await inProcess("run", "alp-to-photons", "--help")).stdout;
    expect(ofSearch).toContain("Usage: belladonna run alp-to-photons");
  }, 900_000);

  it("lists the searches, for people and for machines", async () => {
    const text = await inProcess("list");
    expect(text).toMatchObject({ status: 0, stderr: "" });
    expect(text.stdout.trim().split("\n")).toHaveLength(searches.length);
    expect(await inProcess("--list")).toEqual(text);
    const list = (await json("list", "--json")) as { readonly name: string; readonly defaults: object }[];
    expect(list.map(({ name }) => name)).toContain("zprime-to-muons");
    expect(list[0].defaults).toMatchObject({ luminosity: 0.445 });
  }, 900_000);

  it("gives the facts of a search", async () => {
    const text = await inProcess("alp-to-photons", "--facts");
    expect(text.stdout).toContain("stand-in");
    expect(await inProcess("facts", "alp-to-photons")).toEqual(text);
    const { search, facts } = (await json("facts", "alp-to-photons", "--json")) as { search: string; facts: object[] };
    expect(search).toBe("alp-to-photons");
    expect(facts[0]).toHaveProperty("standing");
  }, 900_000);

  const out = path.join(folder, "never");
  it.each([
    [["nosuch"], 2, 'no search "nosuch"; there is alp-to-photons'],
    [["alp-to-photon"], 2, 'did you mean "alp-to-photons"?'],
    [["run", "alp-to-photon"], 2, 'did you mean "alp-to-photons"?'],
    [["run", "nosuch"], 2, 'no search "nosuch"; there is alp-to-photons'],
    [
      ["alp-to-photons", "--mas", "2"],
      2,
      "unknown option '--mas' (Did you mean --mass?); there is --mass, --luminosity",
    ],
    [["--mass", "20"], 2, "must lie between 0.2 and 9.7 GeV"],
    [["--seed", "x"], 2, "must be an integer >= 0"],
    [["--method", "nosuch"], 2, "Allowed choices are cls, profile, bayesian, feldman-cousins"],
    [["--signal", "/no/such/file"], 3, "cannot read /no/such/file"],
    [["--signal", file("broken.lhe", "<LesHouchesEvents version='3.0'>\n<init>\nx y\n")], 3, "line 3"],
    [["--data", file("broken.csv", "mass\n1.5\nabc\n")], 3, 'line 3: must be one mass > 0 in GeV, got "abc"'],
    [["--out", path.join(file("a-file", ""), "x")], 4, "cannot write to the folder"],
    [["histfactory", file("not.json", "{")], 3, "is not JSON"],
    [["run", path.join(folder, "none.js")], 3, "there is no such file"],
    [["run", file("odd.mjs", "export const x = 1;")], 3, "must export one search, or one by default; exports x"],
    [["run", file("thin.mjs", ownSearch("facts: 3, defaults: {}"))], 3, "facts must be a list"],
    [["run", file("fails.mjs", ownSearch(""))], 1, "ran"],
  ] as const)(
    "refuses %j with one line",
    async (args, status, message) => {
      const withOut = (args as readonly string[]).includes("--out") ? args : [...args, "--out", out];
      const result = await inProcess(...withOut);
      expect(result).toMatchObject({ status, stdout: "" });
      expect(result.stderr.trim().split("\n")).toHaveLength(1);
      expect(result.stderr).toContain(message);
      expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
    },
    900_000,
  );
});
