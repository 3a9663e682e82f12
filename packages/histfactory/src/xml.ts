import { unescaped } from "./xml-entities.js";

/** An element of an XML document. */
export interface XmlElement {
  /** Name of the tag. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly in it, white space at both ends removed. */
  readonly text: string;
}

interface Open {
  readonly tag: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

// Sticky: each is tried at one place only, and none can match a character in two ways.
const NAME = /[\w:.-]+/y;
const BLANK = /\s*/y;

/**
 * The root element of an XML document: elements, attributes, text, character references; declarations are skipped. What
 * HistFactory writes, not all of XML. The document is gone through once, from left to right.
 * @throws RangeError when tags do not nest, an entity is not known, an attribute is given twice, or there is not one root.
 */
export function parseXml(document: string, file: string): XmlElement {
  const fail = (what: string): never => {
    throw new RangeError(`${file}: ${what}`);
  };
  const stack: Open[] = [{ tag: "", attributes: {}, children: [], text: "" }];
  let at = 0;
  const noXml = (): never => fail(`is not XML at ${JSON.stringify(document.slice(at, at + 40))}`);
  /** Index behind the next occurrence of a mark. */
  const behind = (mark: string, from: number): number => {
    const found = document.indexOf(mark, from);
    return found < 0 ? noXml() : found + mark.length;
  };
  while (at < document.length) {
    const next = document.indexOf("<", at);
    const end = next < 0 ? document.length : next;
    stack[stack.length - 1].text += unescaped(document.slice(at, end), fail);
    at = end;
    if (next < 0) break;
    if (document.startsWith("<!--", at)) at = behind("-->", at + 4);
    else if (document.startsWith("<?", at)) at = behind("?>", at + 2);
    else if (document.startsWith("<![CDATA[", at)) {
      const from = at + 9;
      at = behind("]]>", from);
      stack[stack.length - 1].text += document.slice(from, at - 3);
    } else if (document.startsWith("<!", at)) {
      const after = declarationEnd(document, at + 2);
      at = after < 0 ? noXml() : after;
    } else {
      const tag = tagAt(document, at) ?? noXml();
      if (tag.kind === "close") close(stack, tag.name, fail);
      else {
        const element: Open = { tag: tag.name, attributes: attributesOf(tag, fail), children: [], text: "" };
        if (tag.kind === "empty") stack[stack.length - 1].children.push(element);
        else stack.push(element);
      }
      at = tag.end;
    }
  }
  if (stack.length !== 1) fail(`has no </${stack[stack.length - 1].tag}>`);
  if (stack[0].children.length !== 1) fail(`must have one root element, got ${stack[0].children.length}`);
  return stack[0].children[0];
}

function close(stack: Open[], tag: string, fail: (what: string) => never): void {
  const top = stack[stack.length - 1];
  if (stack.length < 2 || top.tag !== tag) fail(`has </${tag}> where </${top.tag}> should be`);
  stack.pop();
  stack[stack.length - 1].children.push({ ...top, text: top.text.trim() });
}

/** Index behind the `>` of a declaration, whose internal subset and quoted texts may hold more of them; -1 without end. */
function declarationEnd(document: string, from: number): number {
  let depth = 0;
  for (let i = from; i < document.length; i++) {
    const c = document[i];
    if (c === '"' || c === "'") {
      i = document.indexOf(c, i + 1);
      if (i < 0) return -1;
    } else if (depth > 0 && document.startsWith("<!--", i)) {
      i = document.indexOf("-->", i + 4);
      if (i < 0) return -1;
    } else if (c === "[") depth++;
    else if (c === "]") depth--;
    else if (c === ">" && depth <= 0) return i + 1;
  }
  return -1;
}

interface Tag {
  readonly kind: "open" | "close" | "empty";
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Index behind it. */
  readonly end: number;
}

function matchAt(pattern: RegExp, document: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(document)?.[0] ?? "";
}

/** The tag that begins at `<`; `undefined` where there is none. */
function tagAt(document: string, at: number): Tag | undefined {
  const closing = document[at + 1] === "/";
  let i = at + (closing ? 2 : 1);
  const name = matchAt(NAME, document, i);
  if (name === "") return undefined;
  i += name.length;
  const attributes: [string, string][] = [];
  for (;;) {
    const blank = matchAt(BLANK, document, i);
    i += blank.length;
    if (document[i] === ">") return { kind: closing ? "close" : "open", name, attributes, end: i + 1 };
    if (document.startsWith("/>", i)) return closing ? undefined : { kind: "empty", name, attributes, end: i + 2 };
    const key = matchAt(NAME, document, i);
    if (key === "" || blank === "" || closing) return undefined;
    i += key.length;
    i += matchAt(BLANK, document, i).length;
    if (document[i] !== "=") return undefined;
    i += 1;
    i += matchAt(BLANK, document, i).length;
    const quote = document[i];
    const end = quote === '"' || quote === "'" ? document.indexOf(quote, i + 1) : -1;
    if (end < 0) return undefined;
    attributes.push([key, document.slice(i + 1, end)]);
    i = end + 1;
  }
}

function attributesOf({ name: tag, attributes }: Tag, fail: (what: string) => never): Record<string, string> {
  // Without a prototype, so that an attribute may be called as anything.
  const result = Object.create(null) as Record<string, string>;
  for (const [name, value] of attributes) {
    if (name in result) fail(`<${tag}> must have each attribute once, got ${name} twice`);
    result[name] = unescaped(value, fail);
  }
  return result;
}
