import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { OutputError } from "../user-error.js";

/** What can be made. */
export const KINDS = ["portal", "process", "search"] as const;

/** One of {@link KINDS}. */
export type Kind = (typeof KINDS)[number];

/** A file to be written, whole. */
export interface NewFile {
  /** Path in the folder. */
  readonly path: string;
  /** Content. */
  readonly text: string;
}

const TEMPLATES = new URL("../../templates/", import.meta.url);

/** Templates of a clone: where each goes, and the lines that make it known; `NAME` is the name. */
const CLONE = {
  portal: {
    package: "models",
    files: {
      "portal.ts": "packages/models/src/portals/NAME.ts",
      "portal.test.ts": "packages/models/test/NAME.test.ts",
    },
    lines: [
      {
        file: "packages/models/src/index.ts",
        after: /^export .* from "\.\/portals\/.*$/gm,
        add: 'export { templateName } from "./portals/template-name.js";\nexport type { TemplateNameParameters } from "./portals/template-name.js";',
      },
      {
        file: "packages/models/src/portals/registry.ts",
        after: /^import .*$/gm,
        add: 'import { templateName } from "./template-name.js";',
      },
      {
        file: "packages/models/src/portals/registry.ts",
        before: /^\];$/m,
        add: '  {\n    name: "template-name",\n    coupling: "coupling",\n    make: (mass, coupling) => templateName({ mass, coupling }),\n    power: 2,\n    typical: 1e-3,\n  },',
      },
    ],
  },
  process: {
    package: "events",
    files: {
      "process.ts": "packages/events/src/processes/NAME.ts",
      "process.test.ts": "packages/events/test/NAME.test.ts",
    },
    lines: [
      {
        file: "packages/events/src/index.ts",
        after: /^export .* from "\.\/processes\/.*$/gm,
        add: 'export { templateName } from "./processes/template-name.js";',
      },
    ],
  },
  search: {
    package: "searches",
    files: {
      "search/search.ts": "packages/searches/src/NAME/search.ts",
      "search/tasks.ts": "packages/searches/src/NAME/tasks.ts",
      "search/selection.ts": "packages/searches/src/NAME/selection.ts",
      "search-readme.md": "packages/searches/src/NAME/README.md",
      "search.test.ts": "packages/searches/test/NAME.test.ts",
    },
    lines: [
      {
        file: "packages/searches/src/searches.ts",
        after: /^import .*$/gm,
        add: 'import { templateName } from "./template-name/search.js";',
      },
      { file: "packages/searches/src/searches.ts", before: /^\];$/m, add: "  templateName," },
    ],
  },
} as const;

/** A line that makes a new thing known: after the last match, or before the one. */
type Line = { readonly file: string; readonly add: string } & (
  { readonly after: RegExp } | { readonly before: RegExp }
);

/** The clone of belladonna that a folder is in, if it is in one. */
export function cloneAround(folder: string): string | undefined {
  const manifest = path.join(folder, "package.json");
  if (existsSync(manifest)) {
    const { name } = JSON.parse(readFileSync(manifest, "utf8")) as { readonly name?: unknown };
    if (name === "belladonna") return folder;
  }
  const parent = path.dirname(folder);
  return parent === folder ? undefined : cloneAround(parent);
}

/** A module of the user's own, in plain JavaScript. */
export function ownFiles(kind: Kind, name: string): NewFile[] {
  return [{ path: `${name}.js`, text: named(template(`own/${kind}.js`), name) }];
}

/**
 * What a clone gets: the files, the lines in index and registry, the changeset.
 * @throws OutputError when a registry has no place for the line.
 */
export function cloneFiles(kind: Kind, name: string, root: string): NewFile[] {
  const { files, lines, package: owner } = CLONE[kind];
  const changed = new Map<string, string>();
  for (const line of lines as readonly Line[]) {
    const text = changed.get(line.file) ?? readFileSync(path.join(root, line.file), "utf8");
    changed.set(line.file, withLine(text, { ...line, add: named(line.add, name) }));
  }
  return [
    ...Object.entries(files).map(([from, to]) => ({
      path: to.replace("NAME", name),
      text: named(template(`clone/${from}`), name),
    })),
    ...[...changed].map(([file, text]) => ({ path: file, text })),
    { path: `.changeset/${name}.md`, text: named(template("clone/changeset.md"), name).replace("PACKAGE", owner) },
  ];
}

function template(file: string): string {
  return readFileSync(new URL(file, TEMPLATES), "utf8");
}

/** A text with the name in its three spellings. */
function named(text: string, name: string): string {
  const camel = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return text
    .replaceAll("template-name", name)
    .replaceAll("templateName", camel)
    .replaceAll("TemplateName", camel[0].toUpperCase() + camel.slice(1));
}

function withLine(text: string, line: Line): string {
  const match = "after" in line ? [...text.matchAll(line.after)].at(-1) : line.before.exec(text);
  if (match == null) throw new OutputError(`cannot add to ${line.file}: no place found for ${line.add}`);
  const at = "after" in line ? match.index + match[0].length + 1 : match.index;
  return `${text.slice(0, at)}${line.add}\n${text.slice(at)}`;
}
