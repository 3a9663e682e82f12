// Every file of src is reached by a test: directly, or through what a test imports. A file that no test reaches is one whose
// faults nobody would see.
import { expect, it } from "vitest";

const files: Record<string, string> = {
  ...import.meta.glob<string>("../packages/*/{src,test}/**/*.{ts,tsx,mjs}", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
  ...import.meta.glob<string>("../examples/*.ts", { query: "?raw", import: "default", eager: true }),
};
const manifests = import.meta.glob<{
  name: string;
  exports?: Record<string, { "@belladonna/source"?: string } | string>;
}>("../packages/*/package.json", { eager: true, import: "default" });
const entries = new Map(
  Object.entries(manifests).flatMap(([path, { name, exports = {} }]) =>
    Object.entries(exports).flatMap(([sub, target]) => {
      const source = typeof target === "string" ? undefined : target["@belladonna/source"];
      return source === undefined
        ? []
        : [[name + sub.slice(1), path.replace("package.json", source.slice(2))] as const];
    }),
  ),
);

function importsOf(file: string): string[] {
  const specifiers = [...files[file].matchAll(/(?:from|import|import\()\s*"([^"]+)"/g)].map(([, s]) => s);
  if (specifiers.includes("#node")) specifiers.push("./node.js", "./not-in-node.js");
  // Modules of threads are named and not imported.
  const tasks = [...files[file].matchAll(/"([\w./-]*worker\.(?:m?js|ts))"/g)].map(([, s]) =>
    s.startsWith(".") ? s : `./${s}`,
  );
  return [...specifiers, ...tasks].flatMap((specifier) => {
    const whole = entries.get(specifier);
    if (whole !== undefined) return [whole];
    if (!specifier.startsWith(".")) return [];
    const path = new URL(specifier, `file:///a/b/${file.slice(3)}`).pathname.replace("/a/b/", "../");
    return [path, path.replace(/\.js$/, ".ts"), path.replace(/\.js$/, ".tsx")].filter((p) => p in files);
  });
}

it("reaches every file of src", () => {
  const reached = new Set<string>();
  const next = Object.keys(files).filter((f) => !f.includes("/src/"));
  // Commands are run by tests as processes of their own.
  next.push(...Object.keys(files).filter((f) => /searches\/src\/cli\.ts$/.test(f)));
  // The page is built and opened by its tests.
  next.push(
    ...Object.keys(files).filter((f) => /explorer\/src\/(main|\w+\/start-\w+-inline|search\/each\/.*)\.tsx?$/.test(f)),
  );
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    next.push(...importsOf(file));
  }
  const left = Object.keys(files).filter((f) => f.includes("/src/") && !f.endsWith(".d.ts") && !reached.has(f));
  expect(left).toEqual([]);
});
