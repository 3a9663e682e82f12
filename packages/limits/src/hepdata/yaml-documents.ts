import { LineCounter, parseAllDocuments } from "yaml";
import type { Document } from "yaml";

/** What a YAML document says, or what is wrong with it. */
type YamlContent = { readonly data: unknown } | { readonly fault: string };

/**
 * The documents of a text, read as the YAML 1.1 that HEPData reads.
 * @param text - YAML, or JSON.
 */
export function yamlDocuments(text: string): YamlContent[] {
  const lines = new LineCounter();
  // Another's warnings are no problems of the format, and a library does not write on the console. Its pretty errors copy the
  // text around each fault, of which broken files have thousands.
  const documents = parseAllDocuments(text, {
    version: "1.1",
    logLevel: "silent",
    prettyErrors: false,
    lineCounter: lines,
  }) as Document[];
  return documents.map((document) => contentOf(document, lines));
}

function contentOf(document: Document, lines: LineCounter): YamlContent {
  if (document.errors.length > 0) {
    const [{ message, pos }] = document.errors;
    const { line, col } = lines.linePos(pos[0]);
    return { fault: `${message} at line ${line}, column ${col}` };
  }
  try {
    return { data: document.toJS() };
  } catch (error) {
    // Names that stand for too much, or for nothing.
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
