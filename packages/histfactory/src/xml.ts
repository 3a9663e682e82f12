/** An element of an XML document. */
export interface XmlElement {
  /** Name of the tag. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly in it, white space at both ends removed. */
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(#x[\da-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    return ENTITIES[name] ?? whole;
  });
}

// A comment, a processing instruction, a declaration (with its internal subset), character data, or a tag.
const PIECE =
  /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>|<!(?:[^>[]|\[[^]*?\])*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The root element of an XML document: elements, attributes, text, character references; declarations are skipped. What
 * HistFactory writes, not all of XML.
 * @throws RangeError when tags do not nest, or there is not one root.
 */
export function parseXml(document: string, file: string): XmlElement {
  const fail = (what: string): never => {
    throw new RangeError(`${file}: ${what}`);
  };
  type Open = { tag: string; attributes: Record<string, string>; children: XmlElement[]; text: string };
  const stack: Open[] = [{ tag: "", attributes: {}, children: [], text: "" }];
  let end = 0;
  for (const piece of document.matchAll(PIECE)) {
    const top = stack[stack.length - 1];
    const between = document.slice(end, piece.index);
    if (between.includes("<"))
      fail(`is not XML at ${JSON.stringify(between.slice(between.indexOf("<")).slice(0, 40))}`);
    end = piece.index + piece[0].length;
    const [, cdata = "", closing, tag = "", list = "", empty] = piece as (string | undefined)[];
    top.text += unescaped(between) + cdata;
    if (tag === "") continue;
    if (closing === "/") {
      if (stack.length < 2 || top.tag !== tag) fail(`has </${tag}> where </${top.tag}> should be`);
      stack.pop();
      stack[stack.length - 1].children.push({ ...top, text: top.text.trim() });
      continue;
    }
    const attributes: Record<string, string> = {};
    for (const [, name, double, single] of list.matchAll(ATTRIBUTE) as Iterable<(string | undefined)[]>) {
      attributes[name ?? ""] = unescaped(double ?? single ?? "");
    }
    const element: Open = { tag, attributes, children: [], text: "" };
    if (empty === "/") top.children.push(element);
    else stack.push(element);
  }
  if (stack.length !== 1) fail(`has no </${stack[stack.length - 1].tag}>`);
  if (stack[0].children.length !== 1) fail(`must have one root element, got ${stack[0].children.length}`);
  return stack[0].children[0];
}
