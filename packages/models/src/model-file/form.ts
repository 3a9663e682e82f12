import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { didYouMean } from "@belladonna/numerics";
import type { JSONPath } from "jsonc-parser";
import type { Located } from "./located.js";
import { type ModelDocument, modelFileSchema } from "./schema.js";

let compiled: ValidateFunction<ModelDocument> | undefined;

/** The check of the schema, compiled for the first file: programs that read none do not wait for it. */
const checkOf = (): ValidateFunction<ModelDocument> =>
  (compiled ??= new Ajv({ allErrors: true, allowUnionTypes: true, verbose: true }).compile<ModelDocument>(
    modelFileSchema,
  ));

/** A value as a message shows it. */
export const shown = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));

/**
 * The document, when it has the form of a model file.
 * @throws ModelFileError at the first part that has not, misspelt keys before all else.
 */
export function documentOf({ value, refuse }: Located): ModelDocument {
  const check = checkOf();
  if (check(value)) return value;
  const faults = check.errors ?? [];
  const [first] = faults;
  const fault =
    ["additionalProperties", "oneOf"].flatMap((k) => faults.filter((one) => one.keyword === k)).at(0) ?? first;
  const path = pathOf(fault.instancePath);
  if (fault.keyword === "additionalProperties") {
    const { additionalProperty: key } = fault.params as { readonly additionalProperty: string };
    const keys = Object.keys((fault.parentSchema as { readonly properties: object }).properties);
    refuse([...path, key], `must be one of ${keys.join(", ")}${didYouMean(key, keys)}`);
  }
  if (fault.keyword === "required") {
    refuse(
      [...path, (fault.params as { readonly missingProperty: string }).missingProperty],
      "must be there, got nothing",
    );
  }
  return refuse(path, `${ruleOf(fault)}, got ${shown(fault.data)}${hintOf(fault)}`);
}

/** What a value must be by the rule that it breaks. */
function ruleOf({ keyword, schema, message, parentSchema }: ErrorObject): string {
  switch (keyword) {
    case "enum":
      return `must be one of ${(schema as readonly unknown[]).join(", ")}`;
    case "const":
      return `must be ${shown(schema)}`;
    case "false schema":
      return "must be left out beside this kind";
    case "oneOf":
      return "must have either formula or table";
    case "exclusiveMinimum":
      return `must be > ${String(schema)}`;
    case "type":
      return `must be ${(parentSchema as { readonly description?: string }).description ?? [schema].flat().join(" or ")}`;
    default:
      return message ?? keyword;
  }
}

const hintOf = ({ keyword, schema, data }: ErrorObject): string =>
  keyword === "enum" && typeof data === "string" ? didYouMean(data, (schema as readonly unknown[]).map(String)) : "";

/** The path of a JSON pointer; numbers are places in lists. */
const pathOf = (pointer: string): JSONPath =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
