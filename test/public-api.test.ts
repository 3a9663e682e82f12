// Freezes the names each package exports: a name that goes is a breaking change and needs a changeset that says so.
// After a wanted change: `npx vitest run --project unit test/public-api.test.ts -u`.
import { expect, it } from "vitest";

const modules = import.meta.glob<Record<string, unknown>>("../packages/*/src/index.ts", { eager: true });

it.each(Object.entries(modules))("%s exports what it exported before", async (path, module) => {
  const [, name = ""] = /packages\/([^/]+)\//.exec(path) ?? [];
  const names = Object.keys(module).sort().join("\n");
  await expect(`${names}\n`).toMatchFileSnapshot(`public-api/${name}.txt`);
});
