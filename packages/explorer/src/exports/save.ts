/**
 * Offer a file to the reader.
 * @param name - Its name.
 * @param data - What is in it.
 * @param type - Its media type.
 */
export function save(name: string, data: string | Uint8Array<ArrayBuffer> | Blob, type: string): void {
  const address = URL.createObjectURL(data instanceof Blob ? data : new Blob([data], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
