// Pages of the site that are made of what is elsewhere: a how-to page of each program of examples/ with what it prints,
// the README of each search, and the landing page. They are written to a folder that is not kept, and given to TypeDoc as documents.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { explorerLink } from "./typedoc-explorer.mjs";

const root = path.join(import.meta.dirname, "..");
const made = path.join(root, "node_modules/.cache/site-pages");
const read = (file) => readFileSync(path.join(root, file), "utf8");

/** A page with its title, and with pages under it, if any. */
function writePage(file, title, text, children = []) {
  const below = children.length === 0 ? "" : `children:\n${children.map((one) => `  - ./${one}\n`).join("")}`;
  const target = path.join(made, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `---\ntitle: ${JSON.stringify(title)}\n${below}---\n\n${text.trim()}\n`);
  return target;
}

/** Links that a README has, seen from the folder of its copy; those to folders and to sources lead nowhere in the site. */
function linksFrom(text, folder, copy) {
  return text.replace(/\]\((?!https?:|#)([^)\s]+)\)/g, (_all, link) => {
    // `site:` leads to one of these pages.
    const target = link.startsWith("site:") ? path.join(made, link.slice(5)) : path.resolve(root, folder, link);
    return `](${path.relative(path.dirname(path.join(made, copy)), target)})`;
  });
}

/** Links to what is not a page or a picture become plain text. */
const withoutSources = (text) => text.replace(/(?<!!)\[([^\]]+)\]\((?!https?:|#)[^)]*(?<!\.md|\.svg)\)/g, "$1");

/** One page a program: its question, the program, what it prints. */
function howToPages() {
  const names = readdirSync(path.join(root, "examples"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.basename(file, ".ts"))
    .sort();
  const pages = names.map((name) => {
    const [first, ...lines] = read(`examples/${name}.ts`).split("\n");
    const question = first.replace(/^\/\/ /, "");
    const program = `\`\`\`ts\n${lines.join("\n").trim()}\n\`\`\``;
    const output = `\`\`\`text\n${read(`examples/output/${name}.txt`).trim()}\n\`\`\``;
    const run = `\`npx tsx ${name}.ts\`, or in a clone \`node --conditions=@belladonna/source --import tsx examples/${name}.ts\`.`;
    const file = `how-to/${name}.md`;
    writePage(file, question, `${program}\n\nprints\n\n${output}\n\nRun it with ${run}`);
    return { file, question };
  });
  const list = pages.map(({ file, question }) => `- [${question}](${file})`).join("\n");
  const about = "Short programs, each with a question. They are run by the tests, and print what is shown.";
  return writePage(
    "how-to.md",
    "How to",
    `${about}\n\n${list}`,
    pages.map(({ file }) => file),
  );
}

/** The README of each search. */
function searchPages() {
  const folder = "packages/searches/src";
  const names = readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => readdirSync(path.join(root, folder, name)).includes("README.md"));
  const pages = names.map((name) => {
    const text = read(`${folder}/${name}/README.md`);
    const [, title = name] = /^# (.*)$/m.exec(text) ?? [];
    const file = `searches/${name}.md`;
    const body = withoutSources(text.replace(/^# .*\n/, ""));
    writePage(file, title, linksFrom(body, `${folder}/${name}`, file));
    return { file, title };
  });
  const list = pages.map(({ file, title }) => `- [${title}](${file})`).join("\n");
  const about =
    "Each runs from the Lagrangian to the limit: `npx @belladonna/searches NAME`. How close each comes to its publication " +
    "is on the page of the validation.";
  return writePage(
    "searches.md",
    "Searches",
    `${about}\n\n${list}`,
    pages.map(({ file }) => file),
  );
}

/** The first page: what it is, a plane, how to install, where to go; of the explorer it speaks where that is built. */
export function landingPage() {
  const explorer = explorerLink.Explorer && `[Drag a point over all limits](${explorerLink.Explorer}) in the explorer.`;
  const text = read("docs/landing.md").replace("EXPLORER\n\n", explorer ? `${explorer}\n\n` : "");
  const file = path.join(made, "landing.md");
  writeFileSync(file, linksFrom(text, "docs", "landing.md"));
  return path.relative(root, file);
}

/** Writes the pages; their files, for TypeDoc's option `projectDocuments`. */
export function sitePages() {
  rmSync(made, { recursive: true, force: true });
  return [howToPages(), searchPages()].map((file) => path.relative(root, file));
}
