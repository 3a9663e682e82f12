import { fields } from "./fields.js";
import { defaults } from "./state.js";
import type { State } from "./state.js";

/** Version of the form of links. */
const VERSION = "1";

const names = Object.keys(fields) as (keyof typeof fields)[];

/** A field of whichever type: what it writes is what it read. */
interface AnyField {
  readonly key: string;
  readonly rule: string;
  readonly read: (text: string) => unknown;
  readonly write: (value: unknown) => string;
}

/** A state read from a link, and what could not be read. */
export interface ReadState {
  /** The state; defaults where the link said nothing, or nothing right. */
  readonly state: State;
  /** What was wrong, one entry a key. */
  readonly problems: readonly Problem[];
  /** Mark of the bundled limits the link was made with; `""` where it says none. */
  readonly data: string;
}

/** Something a link said that is not right. */
export interface Problem {
  /** Key in the link. */
  readonly key: string;
  /** What it said. */
  readonly got: string;
  /** What would be right. */
  readonly rule: string;
}

/**
 * The state as the readable text of a link's fragment: defaults left out, four digits.
 * @param state - The state.
 * @param data - Mark of the bundled limits.
 * @returns Text without `#`.
 */
export function toFragment(state: State, data: string): string {
  const usual = defaults(state.plane);
  const pairs: [string, string][] = [["v", VERSION]];
  for (const name of names) {
    const { key, write } = fields[name] as AnyField;
    const text = write(state[name]);
    if (name === "plane" || text !== write(usual[name])) pairs.push([key, text]);
  }
  pairs.push(["data", data], ...state.unknown.map(([k, v]): [string, string] => [k, v]));
  return pairs.map(([key, text]) => `${plainly(key)}=${plainly(text).replaceAll("%3D", "=")}`).join("&");
}

/**
 * Read the fragment of a link. Never throws: what is wrong is told and the default taken.
 * @param fragment - With or without `#`.
 */
export function fromFragment(fragment: string): ReadState {
  const problems: Problem[] = [];
  const said = new Map<string, string>();
  for (const pair of fragment.replace(/^#/, "").split("&")) {
    if (pair === "") continue;
    const [key, ...rest] = pair.split("=");
    try {
      said.set(decodeURIComponent(key), decodeURIComponent(rest.join("=")));
    } catch {
      problems.push({ key: key.slice(0, 40), got: rest.join("=").slice(0, 40), rule: "text a link can hold" });
    }
  }
  const taken = new Set(["v", "data"]);
  const read = (name: keyof typeof fields): Partial<State> => {
    const field = fields[name] as AnyField;
    taken.add(field.key);
    const text = said.get(field.key);
    if (text === undefined) return {};
    const value = field.read(text);
    if (value !== undefined) return { [name]: value };
    problems.push({ key: field.key, got: text.slice(0, 60), rule: field.rule });
    return {};
  };
  const { plane } = read("plane");
  const parts = names.filter((name) => name !== "plane").map(read);
  const unknown = [...said].filter(([key]) => !taken.has(key));
  const state: State = Object.assign({}, defaults(plane), ...parts, { unknown }) as State;
  return { state, problems, data: said.get("data") ?? "" };
}

/** Percent signs only where a link needs them, so that it stays readable. */
function plainly(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|7E|3A|2F|20)/g, (all) =>
    all === "%20" ? "%20" : decodeURIComponent(all),
  );
}
