import { published } from "@belladonna/limits";
import { planes } from "@belladonna/limits/plot";
import { bandNames } from "./band-names.js";
import { fourDigits } from "./state.js";
import type { Domain, Pin, State } from "./state.js";

/** How one value of the state is written in a link. */
interface Field<T> {
  /** The key in the link. */
  readonly key: string;
  /** The value, or undefined when the text is none. */
  readonly read: (text: string) => T | undefined;
  /** The text. */
  readonly write: (value: T) => string;
  /** What is right, for who wrote something else. */
  readonly rule: string;
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number written as one, finite. */
export function readNumber(text: string): number | undefined {
  const value = decimal.test(text.trim()) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? fourDigits(value) : undefined;
}

const numberField = (key: string, least: number, strict: boolean, rule: string): Field<number> => ({
  key,
  read: (text) => {
    const value = readNumber(text);
    return value !== undefined && (strict ? value > least : value >= least) ? value : undefined;
  },
  write: String,
  rule,
});

const whole = (key: string): Field<number> => ({
  key,
  read: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined),
  write: String,
  rule: "a whole number",
});

const choice = <T extends string>(key: string, known: () => readonly T[], rule: string): Field<T> => ({
  key,
  read: (text) => known().find((k) => k === text),
  write: (value) => value,
  rule,
});

const words = (key: string, allowed: RegExp, rule: string): Field<string> => ({
  key,
  read: (text) => (allowed.test(text) ? text : undefined),
  write: (value) => value,
  rule,
});

const domain = (key: string): Field<Domain | undefined> => ({
  key,
  read: (text) => {
    const [low, high, ...rest] = text.split("~").map(readNumber);
    if (low === undefined || high === undefined || rest.length > 0) return undefined;
    return low >= 0 && low < high ? [low, high] : undefined;
  },
  write: (value) => (value === undefined ? "" : value.join("~")),
  rule: "low~high",
});

const pins: Field<readonly Pin[]> = {
  key: "pins",
  read: (text) => {
    const out = text.split("_").map((one): Pin | undefined => {
      const [mass, coupling, ...rest] = one.split("~").map(readNumber);
      if (mass === undefined || coupling === undefined || rest.length > 0) return undefined;
      return mass >= 0 && coupling > 0 ? { mass, coupling } : undefined;
    });
    return out.length <= 40 && out.every((pin) => pin !== undefined) ? out : undefined;
  },
  write: (value) => value.map(({ mass, coupling }) => `${mass}~${coupling}`).join("_"),
  rule: "mass~coupling_mass~coupling",
};

const every = published.find({ unverified: true, redigitisations: true }).map((e) => e.id);

const hide: Field<readonly string[]> = {
  key: "hide",
  read: (text) => {
    const ids = text.split(",");
    return ids.every((id) => every.includes(id.split(":")[0])) ? [...new Set(ids)] : undefined;
  },
  write: (value) => value.join(","),
  rule: "identifiers of bundled limits",
};

const bands: Field<readonly string[]> = {
  key: "bands",
  read: (text) => {
    const names = text.split(",");
    return names.every((name) => bandNames.some((b) => b === name)) ? [...new Set(names)] : undefined;
  },
  write: (value) => value.join(","),
  rule: bandNames.join(", "),
};

const regimes = ["background-limited", "background-free", "displaced-lower-edge"] as const;

type Fields = { readonly [K in Exclude<keyof State, "unknown">]: Field<State[K]> };

/** All fields in the order of a link. */
export const fields: Fields = {
  plane: choice("plane", () => planes.map((p) => p.id), "a plane of the bundled limits"),
  mass: numberField("m", 0, false, "a mass in GeV"),
  coupling: numberField("g", 0, true, "a coupling above 0"),
  luminosity: numberField("L", 0, false, "a luminosity in fb⁻¹"),
  regime: choice("regime", () => regimes, regimes.join(", ")),
  // Whether the registry has such a portal is seen when it is loaded.
  to: words("to", /^[\w ',.+=/-]{1,120}$/, "a portal of the registry, or charges such as e=1,mu=1,u=1/3"),
  hide,
  bands,
  pins,
  x: domain("x"),
  y: domain("y"),
  own: words("own", /^[\w-]{1,2800}$/, "a curve packed by this page"),
  event: whole("ev"),
  line: words("line", /^[\w.=]{1,120}$/, "a trigger line"),
  expression: words("l1", /^[\w()!&|<>= ]{1,200}$/, "logic of level-1 input bits, 200 letters at most"),
  seed: whole("seed"),
  lesson: words("lesson", /^[\w-]{1,40}$/, "a lesson of this page"),
};
