import { marked } from "@belladonna/sources";
import { madeBy } from "./made-by.js";

/**
 * Offer a file to the reader, with the mark of what made it.
 * @param name - Its name.
 * @param data - What is in it.
 * @param type - Its media type.
 */
export function save(name: string, data: string | Uint8Array, type: string): void {
  const content = marked(name, data, madeBy);
  const part = typeof content === "string" ? content : Uint8Array.from(content);
  const address = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
