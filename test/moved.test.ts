// The table of docs/moved.md is true: each name is an export of the entry it is said to have moved to, and no longer of the
// one it was in (but for what stats hands on from numerics).
import { expect, it } from "vitest";
import page from "../docs/moved.md?raw";

const sources = import.meta.glob<string>("../packages/*/src/**/*.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});
const manifests = import.meta.glob<{ name: string; exports: Record<string, { "@belladonna/source"?: string }> }>(
  "../packages/*/package.json",
  { eager: true, import: "default" },
);

/** Names that an entry such as `@belladonna/scan/files` exports, types too; none when there is no such entry. */
function exportsOf(entry: string): Set<string> {
  const [, name, ...rest] = entry.split("/");
  const folder = `../packages/${name}/`;
  const file = manifests[`${folder}package.json`].exports[rest.length === 0 ? "." : `./${rest.join("/")}`] as
    { "@belladonna/source"?: string } | undefined;
  const text = file?.["@belladonna/source"] === undefined ? "" : sources[folder + file["@belladonna/source"].slice(2)];
  const lists = [...text.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list]) => list.split(","));
  const own = [...text.matchAll(/export (?:async )?(?:function|const|interface|type) (\w+)/g)].map(([, n]) => n);
  return new Set([
    ...lists.map((n) =>
      n
        .trim()
        .replace(/^type /, "")
        .replace(/.* as /, ""),
    ),
    ...own,
  ]);
}

const rows = [...page.matchAll(/^\| `([^`]+)` +\| `([^`]+)` +\| (.*?) *\|$/gm)].map(
  ([, from, to, names]) => [from, to, [...names.matchAll(/`([^`]+)`/g)].map(([, n]) => n)] as const,
);

it("has a row for each pair of entries", () => {
  expect(rows.length).toBeGreaterThan(8);
});

it.each(rows)("from %s to %s", (from, to, names) => {
  const now = exportsOf(to);
  for (const name of names) expect(now, `${to} exports`).toContain(name);
  const before = exportsOf(from);
  if (from === "@belladonna/stats" && to === "@belladonna/numerics") {
    for (const name of names) expect(before, `${from} hands on`).toContain(name);
  } else {
    for (const name of names) expect(before, `${from} no longer exports`).not.toContain(name);
  }
});
