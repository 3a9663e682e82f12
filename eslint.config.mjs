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

const noRandom = { object: "Math", property: "random", message: "take a RandomStream argument" };

// Packages whose results are the same bits on every engine; ECMAScript leaves the last bits of these functions open.
const sameBits = [
  "numerics",
  "kinematics",
  "models",
  "events",
  "trigger",
  "stats",
  "histfactory",
  "limits",
  "searches",
];
const openFunctions = [
  ...["exp", "expm1", "log", "log1p", "log2", "log10", "pow", "cbrt", "hypot"],
  ...["sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh"],
];

export default tseslint.config(
  {
    ignores: [
      "**/dist/**",
      "site/**",
      "**/node_modules/**",
      "**/.venv/**",
      "**/.turbo/**",
      "packages/searches/templates/**",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ["tsconfig.libraries.json", "tsconfig.programs.json"],
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
      "no-restricted-properties": ["error", noRandom],
    },
  },
  {
    files: sameBits.map((name) => `packages/${name}/src/**/*.ts`),
    rules: {
      "no-restricted-properties": [
        "error",
        noRandom,
        ...openFunctions.map((property) => ({
          object: "Math",
          property,
          message: "engines differ in its last bits: take it from @belladonna/numerics/elementary",
        })),
      ],
      "no-restricted-syntax": [
        "error",
        {
          // Powers of two of constant exponents are exact.
          selector: 'BinaryExpression[operator="**"]:not([left.value=2][right.type=/^(Literal|UnaryExpression)$/])',
          message:
            "engines differ in its last bits: take square, cube, integerPower or pow from @belladonna/numerics/elementary",
        },
        { selector: 'AssignmentExpression[operator="**="]', message: "engines differ in its last bits: take pow" },
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
