/**
 * A file with a mark of what made it: in the metadata of an SVG, as text "Software" of a PNG, as `madeBy` of a JSON object, as a
 * comment in CSV, YAML, HTML, BibTeX and Les Houches events. A file of another kind, or one whose metadata are there already,
 * stays as it is.
 *
 * ```ts
 * marked("limits.csv", "mass_gev,value\n1,2\n", "mine 1.2"); // "# mine 1.2\nmass_gev,value\n1,2\n"
 * ```
 * @param name - Name of the file, whose ending says what it is.
 * @param content - What is in it.
 * @param by - What made it: a program, its version, what its data were; printable ASCII on one line, without `<`, `>`, `&`, `"`
 * and `--`, since every kind of file must hold it as it is.
 * @returns The file's content, marked; the same content where its kind has no place for a mark.
 * @throws RangeError when `by` is such that a file would not hold it as it is.
 */
export function marked(name: string, content: string, by: string): string;
export function marked(name: string, content: Uint8Array, by: string): Uint8Array;
export function marked(name: string, content: string | Uint8Array, by: string): string | Uint8Array;
export function marked(name: string, content: string | Uint8Array, by: string): string | Uint8Array {
  if (!/^[ !#-%'-;=?-~]+$/.test(by) || by.includes("--"))
    throw new RangeError(
      `marked: by must be printable ASCII on one line, without < > & " and --, got ${JSON.stringify(by)}`,
    );
  const kind = name.slice(name.lastIndexOf(".") + 1);
  if (typeof content !== "string") return kind === "png" ? pngWith(content, by) : content;
  switch (kind) {
    case "svg":
      return content.includes("<metadata>")
        ? content
        : content.replace(/^(<\?xml[^>]*>\s*)?<svg [^>]*>/, (opening) => `${opening}<metadata>${by}</metadata>`);
    case "json":
      return content.replace(/^\{(?=(\s*)")/, (_, space: string) => `{${space}"madeBy": ${JSON.stringify(by)},`);
    case "csv":
    case "yaml":
      return `# ${by}\n${content}`;
    case "bib":
      return `% ${by}\n${content}`;
    case "html":
      return content.replace("<head>", `<head><meta name="generator" content="${by}">`);
    case "lhe":
      return content.replace(/^<LesHouchesEvents[^>]*>/, (opening) => `${opening}\n<!-- ${by} -->`);
    default:
      return content;
  }
}

/** Length of the signature of a PNG file and of its first block, which has a size and a kind before and a sum after its 13 bytes. */
const PNG_HEAD = 8 + 8 + 13 + 4;

/** A picture with a text block after its header. */
function pngWith(png: Uint8Array, by: string): Uint8Array {
  const body = Uint8Array.from(`tEXtSoftware\0${by}`, (c) => c.charCodeAt(0));
  const block = new Uint8Array(body.length + 8);
  const numbers = new DataView(block.buffer);
  numbers.setUint32(0, body.length - 4);
  block.set(body, 4);
  numbers.setUint32(body.length + 4, cyclicRedundancy(body));
  const whole = new Uint8Array(png.length + block.length);
  whole.set(png.subarray(0, PNG_HEAD));
  whole.set(block, PNG_HEAD);
  whole.set(png.subarray(PNG_HEAD), PNG_HEAD + block.length);
  return whole;
}

/** CRC-32 of ISO 3309, as PNG has it (annex D of its specification). */
function cyclicRedundancy(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
