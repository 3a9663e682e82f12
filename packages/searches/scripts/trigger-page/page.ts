// Writes docs/trigger.md, docs/trigger/*.svg and docs/trigger/measured.json, the numbers that they are made of: efficiencies of
// the lines of each search against the mass of its signal, and level-1 rates. From the root:
//
//   npm run trigger-page -w packages/searches
import { createRequire } from "node:module";
import { mkdirSync, writeFileSync } from "node:fs";
import { marked } from "@belladonna/sources";
import { format } from "prettier";
import { measured, measuredFrom } from "./measured.js";
import { triggerPage, triggerPictures } from "./text.js";

const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };
const docs = new URL("../../../../docs/", import.meta.url);

const json = JSON.stringify(measured(), undefined, 1);
const numbers = measuredFrom(json);
mkdirSync(new URL("trigger/", docs), { recursive: true });
writeFileSync(new URL("trigger/measured.json", docs), `${json}\n`);
for (const [key, picture] of Object.entries(triggerPictures(numbers)))
  writeFileSync(new URL(`trigger/${key}.svg`, docs), marked(`${key}.svg`, picture, `@belladonna/searches ${version}`));
writeFileSync(new URL("trigger.md", docs), await format(triggerPage(numbers), { parser: "markdown", printWidth: 120 }));
