/** A workspace that cannot be used: where in the JSON document, and why. */
export class WorkspaceError extends RangeError {
  /** Where the fault is, such as `channels[0].samples[2].data[1]`; empty for the document itself. */
  readonly path: string;
  /** What must hold there, and what was found. */
  readonly reason: string;

  /** @internal */
  constructor(path: string, reason: string) {
    super(`workspace: ${path === "" ? "" : `${path}: `}${reason}`);
    this.name = "WorkspaceError";
    this.path = path;
    this.reason = reason;
  }
}

/** A value as it is shown in a message: JSON, cut after 60 characters. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "number") return String(value);
  if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") return typeof value;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
