// Runs the example of the README and compares what it prints.
import * as models from "@belladonna/models";
import { expect, it } from "vitest";
import * as limits from "../src/index.js";

// Vite's glob works in node and in a browser; its types are not loaded here.
interface ViteMeta {
  readonly glob: (pattern: string, options: object) => Record<string, string>;
}
const [readme] = Object.values(
  (import.meta as unknown as ViteMeta).glob("../README.md", { eager: true, query: "?raw", import: "default" }),
);

const modules: Record<string, Record<string, unknown>> = {
  "@belladonna/models": models,
  "@belladonna/limits": limits,
};

it("prints what the README says", async () => {
  const [, code = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const said = [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, text]) => text);
  const scope: Record<string, unknown> = {};
  const body = code.replace(/^import \{([^}]*)\} from "([^"]+)";$/gm, (_all, names: string, from: string) => {
    for (const name of names.split(",").map((n) => n.trim())) scope[name] = modules[from][name];
    return "";
  });
  const printed: string[] = [];
  const console = { log: (text: unknown) => printed.push(String(text)) };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  await new Function(...Object.keys(scope), "console", `return (async () => {${body}})()`)(
    ...Object.values(scope),
    console,
  );
  expect(said.length).toBeGreaterThan(2);
  expect(printed).toEqual(said);
});
