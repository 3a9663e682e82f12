import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { engineMark } from "../engine.js";

/** Packages whose code makes results: their files are looked into; of other installed packages the version says enough. */
const OWN = "@belladonna/";

/**
 * What makes the results of a task besides its points, as one text: where it is (package and path inside it, so that another
 * path of a clone is the same), version and SHA-256 of its code and data, and {@link engineMark}.
 *
 * The code of a module of belladonna is all of its package and of the packages it imports; that of any other module is the
 * file, the files it imports by relative paths, and the packages these import.
 * @param module - URL of the module, `import.meta.url`; of one that is no file the name is all there is to know.
 * @param name - Name of the task in it.
 * @returns One line of JSON.
 */
export function taskIdentity(module: string, name: string): string {
  const { task, ...code } = module.startsWith("file:")
    ? codeOf(realpathSync(fileURLToPath(module)))
    : { task: module, code: "" };
  return JSON.stringify({ task: `${task} ${name}`, ...code, engine: engineMark() });
}

/** Where a module is, and what its code is. */
interface Code {
  readonly task: string;
  readonly version?: string;
  readonly code: string;
}

const known = new Map<string, Code>();

function codeOf(file: string): Code {
  const before = known.get(file);
  if (before !== undefined) return before;
  const found = packageOf(path.dirname(file));
  const code = found?.name.startsWith(OWN) === true ? codeOfPackage(file, found) : codeOfFile(file);
  known.set(file, code);
  return code;
}

function codeOfPackage(file: string, { root, name, version }: Package): Code {
  const inside = path.relative(root, file).split(path.sep);
  return { task: [name, ...inside].join("/"), version, code: packageDigest(root, inside[0]) };
}

/** A module of the user's: it, what it imports from its own folders, and the packages these import. */
function codeOfFile(file: string): Code {
  const hash = createHash("sha256");
  const seen = new Set([file]);
  const packages = new Set<string>();
  // A set grows while it is gone through.
  for (const one of seen) {
    const text = readFileSync(one, "utf8");
    hash.update(`${path.relative(path.dirname(file), one)}\n${text.length}\n${text}`);
    for (const [, specifier] of text.matchAll(/(?:from|import|require)\s*\(?\s*["']([^"'\n]+)["']/g)) {
      if (specifier.startsWith(".")) {
        const named = sourceOf(path.resolve(path.dirname(one), specifier));
        if (named !== undefined) seen.add(named);
      } else if (!specifier.startsWith("node:")) {
        const root = rootOf(specifier, one);
        if (root !== undefined) packages.add(root);
      }
    }
  }
  const marks = [...packages].map((root) => packageDigest(root, kindOf(root)));
  for (const mark of marks.sort()) hash.update(mark);
  return { task: path.basename(file), code: hash.digest("hex") };
}

/** The file that a relative import names; in TypeScript the name is that of what it compiles to. */
function sourceOf(named: string): string | undefined {
  const files = [named, named.replace(/\.([cm]?)js$/, ".$1ts")];
  return files.find((one) => /\.([cm]?[jt]s|json)$/.test(one) && existsSync(one));
}

/** A package. */
interface Package {
  readonly root: string;
  readonly name: string;
  readonly version: string;
}

/** The nearest package around a folder. */
function packageOf(folder: string): Package | undefined {
  for (let root = folder; ; root = path.dirname(root)) {
    const file = path.join(root, "package.json");
    if (existsSync(file)) {
      const { name, version = "" } = manifestOf(root);
      if (name !== undefined) return { root, name, version };
    }
    if (root === path.dirname(root)) return undefined;
  }
}

/** What is needed of a package.json. */
interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifestOf = (root: string): Manifest =>
  JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as Manifest;

/** Folder of the package that a specifier names, as seen from a file. */
function rootOf(specifier: string, from: string): string | undefined {
  const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  const folders = createRequire(from).resolve.paths(name) ?? [];
  const found = folders
    .map((folder) => path.join(folder, name))
    .find((one) => existsSync(path.join(one, "package.json")));
  return found === undefined ? undefined : realpathSync(found);
}

/** What of a package is run: its sources in a clone, what was built of them elsewhere. */
function kindOf(root: string): string {
  const asSource = process.execArgv.some((word) => word.includes("@belladonna/source"));
  return asSource || !existsSync(path.join(root, "dist")) ? "src" : "dist";
}

const digests = new Map<string, string>();

/** SHA-256 of a package: name and version; of one of ours, its files and those of the packages it needs. */
function packageDigest(root: string, kind: string): string {
  const key = path.join(root, kind);
  const before = digests.get(key);
  if (before !== undefined) return before;
  const { name = "", version = "", dependencies = {} } = manifestOf(root);
  const hash = createHash("sha256").update(`${name} ${version}\n`);
  if (name.startsWith(OWN)) {
    for (const file of filesIn(key)) {
      const bytes = readFileSync(file);
      hash.update(`${path.relative(root, file)} ${bytes.length}\n`).update(bytes);
    }
    for (const other of Object.keys(dependencies).sort()) {
      const found = rootOf(other, path.join(root, "package.json"));
      if (found !== undefined) hash.update(packageDigest(found, kind));
    }
  }
  const digest = hash.digest("hex");
  digests.set(key, digest);
  return digest;
}

/** Files of code and data in a folder, in the order of their names. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(map|d\.[cm]?ts|tmp)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
