// Modules are called as they are imported, `@belladonna/limits/png` and not `node/png`, and no page has its title twice.
import { readFileSync } from "node:fs";
import path from "node:path";
import { ReflectionKind } from "typedoc";

const packages = path.join(import.meta.dirname, "../packages");

/** What a module of a package is imported as, by the path of its source without its ending, as TypeDoc calls it. */
function importedNames(name) {
  const folder = name.replace("@belladonna/", "");
  const { exports } = JSON.parse(readFileSync(path.join(packages, folder, "package.json"), "utf8"));
  return new Map(
    Object.entries(exports).flatMap(([sub, target]) => {
      const source = target["@belladonna/source"]?.replace(/^\.\/src\/|\.ts$/g, "");
      return source === undefined ? [] : [[source, `${name}${sub.slice(1)}`]];
    }),
  );
}

/** Without the heading of the whole: the page has it already. */
const withoutTitle = (readme) =>
  readme?.map((part, i) => (i === 0 ? { ...part, text: part.text.replace(/^# .*\n/, "") } : part));

/** @param {import("typedoc").Application} app */
export function load(app) {
  // Addresses of pages are made before, so that they stay as they are.
  app.renderer.on("beginRender", ({ project }) => {
    for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
      module.readme = withoutTitle(module.readme);
      if (module.parent?.isProject()) {
        const names = importedNames(module.name);
        for (const child of module.children ?? []) {
          if (child.kindOf(ReflectionKind.Module)) child.name = names.get(child.name) ?? child.name;
        }
      }
    }
  });
}
