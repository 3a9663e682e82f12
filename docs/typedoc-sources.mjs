// Where the repository has no address yet, source links lead to pages of the site that show the sources, line by line.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");
const { repository } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const MARK = "https://source.invalid/";

/** For TypeDoc's option `sourceLinkTemplate`: the repository's pages, or a mark that this plugin replaces. */
export const sourceLinkTemplate =
  repository === undefined
    ? `${MARK}{path}#L{line}`
    : `${repository.url.replace(/^git\+|\.git$/g, "")}/blob/{gitRevision}/{path}#L{line}`;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A page that shows a source file, each line with an anchor. */
function sourcePage(file) {
  const lines = readFileSync(path.join(root, file), "utf8").replace(/\n$/, "").split("\n");
  const rows = lines.map((line, i) => `<a id="L${i + 1}" href="#L${i + 1}">${i + 1}</a>${escaped(line)}`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${file}</title><style>
:root { color-scheme: light dark; }
pre { font: 13px/1.5 ui-monospace, monospace; tab-size: 2; }
pre a { display: inline-block; width: 4em; margin-right: 1.5em; text-align: right; color: GrayText; text-decoration: none; }
pre a:target { background: Highlight; color: HighlightText; }
</style></head><body><h1>${file}</h1><pre>${rows.join("\n")}</pre></body></html>
`;
}

/** @param {import("typedoc").Application} app */
export function load(app) {
  const shown = new Set();
  app.renderer.on("endPage", (page) => {
    if (page.contents === undefined) return;
    const up = "../".repeat(page.url.split("/").length - 1);
    page.contents = page.contents.replace(/https:\/\/source\.invalid\/([^"#]+)#L(\d+)/g, (_all, file, line) => {
      shown.add(file);
      return `${up}source/${file}.html#L${line}`;
    });
  });
  app.renderer.on("endRender", ({ outputDirectory }) => {
    for (const file of shown) {
      if (!existsSync(path.join(root, file))) continue;
      const target = path.join(outputDirectory, "source", `${file}.html`);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, sourcePage(file));
    }
  });
}
