import { Document } from "yaml";
import type { ScalarTag } from "yaml";

/**
 * A value as YAML that readers of version 1.1 and 1.2 understand alike: numbers have a point and a signed exponent
 * (`1.0e-7`; version 1.1 takes `1e-7` for a string), texts that look like numbers or booleans of either are quoted.
 * @param value - Plain data.
 * @returns YAML text, ending in a line break.
 */
export function yamlText(value: unknown): string {
  const document = new Document(value, { version: "1.1", customTags: (tags) => [number, ...tags] });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

const number: ScalarTag = {
  identify: (value) => typeof value === "number",
  default: true,
  tag: "tag:yaml.org,2002:float",
  test: /^[-+]?\d+\.\d*(?:e[-+]\d+)?$/,
  resolve: Number,
  stringify: ({ value }) => numberText(value as number),
};

/**
 * A number as YAML 1.1 knows it.
 * @param value - Any number.
 * @returns The shortest text that reads back as the same number: `3`, `0.25`, `1.0e-7`, `.inf`, `.nan`.
 */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  const [mantissa, exponent] = String(value).split("e") as [string, string?];
  if (exponent === undefined) return mantissa;
  return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}e${exponent}`;
}
