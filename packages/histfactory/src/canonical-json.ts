import { compareCodePoints } from "./names.js";

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
};

function quoted(text: string): string {
  const body = text.replace(
    /["\\]|[^ -\uffff]/g,
    (c) => ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `"${body}"`;
}

/** A double as Python's `repr` writes it: the shortest digits, always with a point or an exponent of two digits. */
function pythonFloat(x: number): string {
  if (Object.is(x, -0)) return "-0.0";
  const [digits, power] = x.toExponential().split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 16) {
    // toString is positional from 1e-6 to 1e21, which covers this range.
    const plain = String(x);
    return plain.includes(".") ? plain : `${plain}.0`;
  }
  return `${digits}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

const INTEGER = /^-?\d+$/;

/** A number of a JSON text as Python writes it after reading: whole numbers stay whole, all others become doubles. */
function pythonNumber(literal: string): string {
  return INTEGER.test(literal) ? BigInt(literal).toString() : pythonFloat(Number(literal));
}

function object(members: [key: string, value: string][]): string {
  // The last of repeated keys wins, as in every reader.
  const sorted = [...new Map(members)].sort(([a], [b]) => compareCodePoints(a, b));
  return `{${sorted.map(([key, value]) => `${quoted(key)}: ${value}`).join(", ")}}`;
}

const TOKEN = /\s*([{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+)/gy;

/**
 * A JSON text in the form that pyhf takes digests of: keys sorted by code point, one space after `:` and `,`, characters
 * not escaped, numbers as Python writes them. Whole numbers and numbers with a point stay apart (`10` and `10.0`).
 * @param text - JSON.
 * @throws SyntaxError when it is not JSON.
 */
export function canonicalText(text: string): string {
  JSON.parse(text);
  TOKEN.lastIndex = 0;
  const next = (): string => TOKEN.exec(text)?.[1] ?? "";
  // The text is known to be JSON, so that each token can only be one of those expected.
  const value = (token: string): string => {
    if (token === "[") {
      const items: string[] = [];
      for (let t = next(); t !== "]"; t = next()) if (t !== ",") items.push(value(t));
      return `[${items.join(", ")}]`;
    }
    if (token === "{") {
      const members: [string, string][] = [];
      for (let t = next(); t !== "}"; t = next()) {
        if (t === ",") continue;
        next();
        members.push([JSON.parse(t) as string, value(next())]);
      }
      return object(members);
    }
    if (token.startsWith('"')) return quoted(JSON.parse(token) as string);
    return token === "true" || token === "false" || token === "null" ? token : pythonNumber(token);
  };
  return value(next());
}

/** A value in the same form; its whole numbers are taken to have been written without a point. */
export function canonicalValue(value: unknown): string {
  return canonicalText(JSON.stringify(value));
}
