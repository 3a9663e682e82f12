import { shown, WorkspaceError } from "./workspace-error.js";

/** Throws a WorkspaceError when the value at a path is not what it must be. */
export type Check = (value: unknown, path: string) => void;
type Fields = Readonly<Record<string, Check>>;

/** Throws that the value at a path breaks a rule. */
export function fail(path: string, rule: string, value: unknown): never {
  throw new WorkspaceError(path, `must be ${rule}, got ${shown(value)}`);
}

/** A finite number. */
export const number: Check = (value, path) => {
  if (typeof value !== "number" || !Number.isFinite(value)) fail(path, "a finite number", value);
};
const numberThat =
  (holds: (x: number) => boolean, rule: string): Check =>
  (value, path) => {
    if (typeof value !== "number" || !Number.isFinite(value) || !holds(value)) fail(path, rule, value);
  };
/** A finite number > 0. */
export const positive: Check = numberThat((x) => x > 0, "a finite number > 0");
/** A finite number >= 0. */
export const notNegative: Check = numberThat((x) => x >= 0, "a finite number >= 0");
/** A text. */
export const string: Check = (value, path) => {
  if (typeof value !== "string") fail(path, "a string", value);
};
/** A text that is not empty. */
export const name: Check = (value, path) => {
  if (typeof value !== "string" || value === "") fail(path, "a string that is not empty", value);
};
/** True or false. */
export const boolean: Check = (value, path) => {
  if (typeof value !== "boolean") fail(path, "true or false", value);
};
/** One value and no other. */
export const literal =
  (expected: string | null): Check =>
  (value, path) => {
    if (value !== expected) fail(path, shown(expected), value);
  };

/** An array, each element checked; `unique` names the fields which together must differ from element to element. */
export const array =
  (element: Check, least = 1, unique: readonly string[] = []): Check =>
  (value, path) => {
    if (!Array.isArray(value)) {
      fail(path, "an array", value);
      return;
    }
    if (value.length < least) throw new WorkspaceError(path, `must have at least ${least} element`);
    const seen = new Map<string, number>();
    for (let i = 0; i < value.length; i++) {
      const item: unknown = value[i];
      const at = `${path}[${i}]`;
      element(item, at);
      if (unique.length === 0) continue;
      const record = item as Record<string, unknown>;
      const key = JSON.stringify(unique.map((f) => record[f]));
      const first = seen.get(key);
      if (first !== undefined) {
        const what = unique.map((f) => `${f} ${shown(record[f])}`).join(" and ");
        throw new WorkspaceError(at, `repeats the ${what} of ${path}[${first}]`);
      }
      seen.set(key, i);
    }
  };

const fields =
  (required: Fields, optional: Fields, open: boolean): Check =>
  (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      fail(path, "an object", value);
      return;
    }
    const record = value as Record<string, unknown>;
    const dot = path === "" ? "" : `${path}.`;
    for (const field of Object.keys(required)) {
      if (!Object.hasOwn(record, field)) throw new WorkspaceError(`${dot}${field}`, "is missing");
    }
    for (const [field, item] of Object.entries(record)) {
      const check = Object.hasOwn(required, field)
        ? required[field]
        : Object.hasOwn(optional, field)
          ? optional[field]
          : undefined;
      if (check !== undefined) check(item, `${dot}${field}`);
      else if (!open) throw new WorkspaceError(`${dot}${field}`, "is not a field of the format here");
    }
  };

/** An object with these fields and no others. */
export const object = (required: Fields, optional: Fields = {}): Check => fields(required, optional, false);

/** An object with these fields, whatever else it has. */
export const openObject = (required: Fields, optional: Fields = {}): Check => fields(required, optional, true);
