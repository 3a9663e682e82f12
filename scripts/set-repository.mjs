// Sets the address of the repository, the only place that needs it, in every package.json:
//   node scripts/set-repository.mjs https://github.com/OWNER/belladonna
// npm wants it in each published package (provenance is checked against it), and the source links of the API site use it.
// Without one, source links lead to pages of the site itself.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const address = process.argv[2];
if (!/^https:\/\/[^\s/]+\/\S+$/.test(address ?? "")) {
  console.error(
    `set-repository: give the address of the repository, such as https://github.com/OWNER/belladonna, got ${address}`,
  );
  process.exit(2);
}
const root = path.join(import.meta.dirname, "..");
const folders = ["", ...readdirSync(path.join(root, "packages")).map((name) => `packages/${name}`)];
for (const directory of folders) {
  const file = path.join(root, directory, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  manifest.repository = { type: "git", url: `git+${address}.git`, ...(directory === "" ? {} : { directory }) };
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}
console.log(`${folders.length} files have ${address}`);
