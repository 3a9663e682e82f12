// JSON with one thing wrong: what editors, scripts and lost bytes make of a file that was right.

/** A document with one value changed. */
interface Damage {
  /** What was done, and where. */
  readonly what: string;
  /** The document after it. */
  readonly document: unknown;
}

/** What stands where another kind of value should. */
const STRANGERS: readonly unknown[] = [null, "text", -1, true, [], [null], {}];

/** Every single damage of a document: each key and element left out, each value replaced by those of other kinds. */
export function* damages(document: unknown, path: readonly (string | number)[] = []): Generator<Damage> {
  const at = path.length === 0 ? "the document" : path.join(".");
  for (const stranger of STRANGERS) yield { what: `${at} = ${JSON.stringify(stranger)}`, document: stranger };
  if (typeof document !== "object" || document === null) return;
  const own = Array.isArray(document) ? "list" : "object";
  for (const [key, value] of Object.entries(document as Record<string, unknown>)) {
    const put = (change: (copy: unknown[] & Record<string, unknown>) => void): unknown => {
      const copy = structuredClone(document) as unknown[] & Record<string, unknown>;
      change(copy);
      return copy;
    };
    const here = [...path, own === "list" ? Number(key) : key];
    const gone = put((copy) => {
      if (own === "list") copy.splice(Number(key), 1);
      else Reflect.deleteProperty(copy, key);
    });
    yield { what: `${here.join(".")} left out`, document: gone };
    for (const { what, document: part } of damages(value, here)) {
      yield { what, document: put((copy) => void ((copy as Record<string, unknown>)[key] = part)) };
    }
  }
}
