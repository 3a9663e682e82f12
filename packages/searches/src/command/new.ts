import { existsSync } from "node:fs";
import path from "node:path";
import { Argument, type Command } from "commander";
import { outputFolder } from "../report/output-folder.js";
import { OutputError, UsageError } from "../user-error.js";
import { cloneAround, cloneFiles, type Kind, KINDS, ownFiles } from "./new-files.js";

/** Adds `new portal|process|search NAME`. */
export function registerNew(program: Command): void {
  program
    .command("new")
    .description("begin a portal, process or search: its files in a clone of belladonna, else a module of your own")
    .addArgument(new Argument("<kind>", "what").choices(KINDS))
    .argument("<name>", "lower-case words with hyphens")
    .allowExcessArguments(false)
    .action((kind: Kind, name: string) => {
      startNew(kind, name, process.cwd());
    });
}

/**
 * Writes the files, and says what is next.
 * @throws UsageError for a name that is none; OutputError when a file is there already or cannot be written.
 */
export function startNew(kind: Kind, name: string, folder: string): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new UsageError(`NAME must be lower-case words with hyphens, such as dark-photon, got ${name}`);
  }
  const root = cloneAround(folder);
  const files = root === undefined ? ownFiles(kind, name) : cloneFiles(kind, name, root);
  const own = files.filter((file) => file.path.includes(name));
  for (const file of own) {
    if (existsSync(path.join(root ?? folder, file.path))) throw new OutputError(`${file.path} exists already`);
  }
  const out = outputFolder(root ?? folder, "");
  for (const file of files) out.write(file.path, file.text);
  console.log(`written: ${files.map((file) => file.path).join(", ")}`);
  for (const line of nextSteps(kind, name, root !== undefined)) console.log(line);
}

function nextSteps(kind: Kind, name: string, inClone: boolean): string[] {
  if (!inClone) {
    const run = kind === "search" ? `npx belladonna run ./${name}.js` : `node ./${name}.js`;
    return ["next: npm install @belladonna/searches, unless it is there", `then: ${run}`];
  }
  const folder = { portal: "models", process: "events", search: "searches" }[kind];
  return [
    `next: fill in packages/${folder}/test/${name}.test.ts, which fails until then:`,
    `  npx vitest run --project unit packages/${folder}/test/${name}.test.ts`,
    ...(kind === "search"
      ? [`try it: npm start -- ${name}`]
      : ["then: npx vitest run --project unit test/public-api.test.ts -u, since its name is public"]),
    `and say in .changeset/${name}.md what it is for users`,
  ];
}
