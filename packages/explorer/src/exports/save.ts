import { attempt } from "../state/attempt.js";

/**
 * Offer a file to the reader as it is.
 * @param name - Its name.
 * @param data - What is in it.
 * @param type - Its media type.
 */
export function offer(name: string, data: string | Uint8Array, type: string): void {
  const part = typeof data === "string" ? data : Uint8Array.from(data);
  const address = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 300_000);
}

/** Offer a file to the reader with the mark of what made it, which is loaded for it. */
export function save(name: string, data: string | Uint8Array, type: string): void {
  attempt(async () => {
    const { withMark } = await import("./made-by.js");
    offer(name, withMark(name, data), type);
  });
}
