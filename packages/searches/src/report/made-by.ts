import { crc32 } from "node:zlib";
import { taskIdentity } from "@belladonna/scan/files";

let mark: string | undefined;

/** What made a result: the program, its version, and the first digits of the SHA-256 of its code and bundled data. */
export function madeBy(): string {
  if (mark === undefined) {
    const { version, code } = JSON.parse(taskIdentity(import.meta.url, "")) as Record<"version" | "code", string>;
    mark = `belladonna ${version}, code and data ${code.slice(0, 12)}`;
  }
  return mark;
}

/**
 * A file with a mark of what made it: in the metadata of a picture, as `madeBy` of a JSON object, as a comment in CSV, YAML,
 * HTML and BibTeX. Other files stay as they are; a PDF has the mark of its drawing.
 */
export function marked(name: string, content: string | Uint8Array, by: string): string | Uint8Array {
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
    default:
      return content;
  }
}

/** Length of the signature of a PNG file and of its first block, which has a size and a kind before and a sum after its 13 bytes. */
const PNG_HEAD = 8 + 8 + 13 + 4;

/** A picture with a text block after its header. */
function pngWith(png: Uint8Array, by: string): Uint8Array {
  const body = Buffer.from(`tEXtSoftware\0${by}`, "latin1");
  const block = Buffer.alloc(body.length + 8);
  block.writeUInt32BE(body.length - 4, 0);
  body.copy(block, 4);
  block.writeUInt32BE(crc32(body), body.length + 4);
  return Uint8Array.from(Buffer.concat([png.subarray(0, PNG_HEAD), block, png.subarray(PNG_HEAD)]));
}
