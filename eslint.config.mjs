import { readFileSync } from "node:fs";
import js from "@eslint/js";
import tseslint from "typescript-eslint";

// What each package may import: arrows point down only. test/layers.test.ts holds the same table for types.
const layers = JSON.parse(readFileSync(`${import.meta.dirname}/layers.json`, "utf8"));
const all = Object.keys(layers);

// The page: it has a document, and its tools run in Node.
const page = ["packages/explorer/**"];

// What is only for Node stands apart, behind a sub-path of its own or the command line.
const onlyNode = [
  "packages/*/src/node/**",
  ...["cli.ts", "node.ts", "node/**", "command/**", "report/**", "histfactory/**"].map(
    (part) => `packages/searches/src/${part}`,
  ),
];

export default tseslint.config(
  { ignores: ["**/dist/**", "site/**", "**/node_modules/**", "**/.turbo/**", "packages/searches/templates/**"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },

    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  {
    files: ["packages/*/src/**/*.ts"],
    ignores: [...onlyNode.slice(1), ...page],
    rules: {
      "no-restricted-globals": ["error", "process", "Buffer", "window", "document"],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "take a RandomStream argument" },
      ],
    },
  },
  ...all.map((name) => ({
    files: [`packages/${name}/src/**/*.{ts,tsx}`],
    ignores: onlyNode,
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            ...all
              .filter((o) => o !== name && !layers[name].includes(o))
              .map((o) => ({
                group: [`@belladonna/${o}`, `@belladonna/${o}/*`],
                message: `packages/${name} may not depend on this (layers.json)`,
              })),
            { group: ["node:*"], message: "library code runs in the browser too" },
            { group: ["@belladonna/*/src/*", "@belladonna/*/dist/*"], message: "import the package, not its files" },
          ],
        },
      ],
    },
  })),
  // Tests run in chromium too, but for what is named for Node (vitest.browser.config.ts).
  {
    files: ["packages/*/test/**/*.test.ts"],
    ignores: [
      ...["slow/**", "page/**"].map((part) => `packages/*/test/${part}`),
      "**/*.node.test.ts",
      "packages/searches/**",
    ],
    rules: {
      "no-restricted-globals": ["error", "process", "Buffer"],
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["node:*"], message: "name the file *.node.test.ts" }] },
      ],
    },
  },
  {
    files: ["**/*.mjs"],
    languageOptions: { globals: { console: "readonly", process: "readonly", performance: "readonly" } },
  },
);
