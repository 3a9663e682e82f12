// Draws every plane with all bundled limits and writes the page that shows and cites them, beside the folder of its pictures:
// `npm run pages` from the root; with the folder of the pictures as argument the page goes beside that folder.
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { published } from "@belladonna/limits";
import { citationText, marked } from "@belladonna/sources";
import { drawPlane, planes } from "@belladonna/limits/plot";

const folder = process.argv[2] ?? path.join(import.meta.dirname, "../../../docs/limits");
mkdirSync(folder, { recursive: true });

const { version } = createRequire(import.meta.url)("../package.json");
const lines = [
  "# The bundled limits, plane by plane",
  "",
  "Every limit that `@belladonna/limits` bundles, with its citation and where its numbers come from. Filled: observed or",
  "recast from an observation. Dashed: projections. A pale band around a line: how far more points jump than a page has room",
  "for; further digitisations of a result (`published.find({ redigitisations: true })`) are not drawn.",
  "",
  "Made by `npm run pages`.",
  "",
];
for (const { id, title } of planes) {
  const { svg, ids, citations } = await drawPlane(id);
  writeFileSync(path.join(folder, `${id}.svg`), marked(`${id}.svg`, `${svg}\n`, `@belladonna/limits ${version}`));
  lines.push(`## ${title}`, "", `![${title}](${path.basename(folder)}/${id}.svg)`, "");
  ids.forEach((name, i) => {
    lines.push(`- \`${name}\`: ${citations[i]}`);
  });
  lines.push("");
  console.log(`${id}: ${ids.length} limits`);
}
lines.push(
  "## Results without a bundled table",
  "",
  "Of these only the range in the abstract is known here; `published.fill(id, csv)` takes a table of yours.",
  "",
);
for (const { id, reference, quoted } of published.slots())
  lines.push(`- \`${id}\`: ${citationText(reference)}: ${quoted}`);
writeFileSync(`${folder}.md`, `${lines.join("\n")}\n`);
