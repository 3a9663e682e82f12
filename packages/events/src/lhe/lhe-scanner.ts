/** Longest line or tag that is taken, characters: more is no event file but would fill memory. */
const LONGEST = 1_000_000;

/** What a scanner tells of a file, in the order it stands there. */
export interface LheHandler {
  /** A tag: its name, with a slash in front where it ends an element; `open` where it begins one that has an end. */
  tag(name: string, attributes: string, open: boolean): void;
  /** Text of a line outside tags and comments, trimmed, not empty. */
  text(text: string): void;
  /** A line of a header as it stands. */
  header(line: string): void;
  /** Stop with an error at this line. */
  fail(message: string): never;
}

/**
 * Cuts Les Houches text that comes in pieces into tags and text, in one pass.
 *
 * Comments (over several lines too), XML declarations and lines that begin with `#` are left out. What stands between
 * `<header>` and `</header>` is not XML in practice (cards with `<` in them) and is handed over line by line.
 */
export class LheScanner {
  /** Number of the line being scanned, from 1. */
  line = 0;
  readonly #handler: LheHandler;
  #rest = "";
  #inside: "text" | "comment" | "tag" | "header" = "text";
  #tag = "";
  /** The quotation mark that is open in the tag, or nothing. */
  #quote = "";

  constructor(handler: LheHandler) {
    this.#handler = handler;
  }

  /** Feed a piece of the file; it may end anywhere. */
  push(text: string): void {
    let from = 0;
    for (let to = text.indexOf("\n"); to >= 0; to = text.indexOf("\n", from)) {
      this.#take(this.#rest + text.slice(from, to));
      this.#rest = "";
      from = to + 1;
    }
    this.#rest += text.slice(from);
    this.#refuseLong(this.#rest);
  }

  /** End of the file: take the last line, and say what is left open. */
  end(): "comment" | "tag" | undefined {
    if (this.#rest !== "") this.push("\n");
    return this.#inside === "comment" || this.#inside === "tag" ? this.#inside : undefined;
  }

  #refuseLong(text: string): void {
    if (text.length <= LONGEST) return;
    this.line++;
    this.#handler.fail(`a line or tag has more than ${LONGEST} characters`);
  }

  #take(raw: string): void {
    this.line++;
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    let at = 0;
    while (at < line.length) {
      if (this.#inside === "comment") at = this.#skipComment(line, at);
      else if (this.#inside === "tag") at = this.#finishTag(line, at);
      else if (this.#inside === "header") at = this.#takeHeader(line, at);
      else at = this.#takeText(line, at);
    }
    // An empty line of a header is the header's own.
    if (line === "" && this.#inside === "header") this.#handler.header("");
    if (this.#inside === "tag") this.#tag += " ";
  }

  #skipComment(line: string, from: number): number {
    const end = line.indexOf("-->", from);
    if (end < 0) return line.length;
    this.#inside = "text";
    return end + 3;
  }

  #takeHeader(line: string, from: number): number {
    const end = line.indexOf("</header", from);
    const part = end < 0 ? line.slice(from) : line.slice(from, end);
    if (end < 0 || part.trim() !== "") this.#handler.header(part);
    if (end < 0) return line.length;
    this.#inside = "text";
    return end;
  }

  #takeText(line: string, from: number): number {
    // Comment lines of the format may hold anything.
    if (from === 0 && line.trimStart().startsWith("#")) return line.length;
    const tag = line.indexOf("<", from);
    const text = (tag < 0 ? line.slice(from) : line.slice(from, tag)).trim();
    if (text !== "") this.#handler.text(text);
    if (tag < 0) return line.length;
    if (line.startsWith("<!--", tag)) {
      this.#inside = "comment";
      return tag + 4;
    }
    this.#inside = "tag";
    this.#tag = "";
    return tag;
  }

  /** Take a tag up to its `>` outside quotes; it may go on in the next line. */
  #finishTag(line: string, from: number): number {
    for (let i = from; i < line.length; i++) {
      const c = line[i];
      if (this.#quote !== "") {
        if (c === this.#quote) this.#quote = "";
      } else if (c === ">") {
        this.#inside = "text";
        this.#giveTag(this.#tag + line.slice(from, i));
        return i + 1;
      } else if (c === '"' || c === "'") this.#quote = c;
    }
    this.#tag += line.slice(from);
    this.#refuseLong(this.#tag);
    return line.length;
  }

  #giveTag(text: string): void {
    // Declarations: <?xml …?>, <!DOCTYPE …>.
    if (text.startsWith("<?") || text.startsWith("<!")) return;
    const name = /^<(\/?[A-Za-z_][\w:.-]*)(?=[\s/]|$)/.exec(text)?.[1];
    if (name === undefined) this.#handler.fail(`"${text.slice(0, 40)}>" is no tag`);
    const open = !text.endsWith("/") && !name.startsWith("/");
    this.#handler.tag(name, text.slice(1 + name.length), open);
    if (name === "header" && open) this.#inside = "header";
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** Value of an attribute in a tag's text, or undefined. */
export function attribute(text: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"(?<a>[^"]*)"|'(?<b>[^']*)'|(?<c>[^\\s"'>]+))`).exec(text);
  const parts: Partial<Record<string, string>> = match?.groups ?? {};
  const value = parts.a ?? parts.b ?? parts.c;
  return value?.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => ENTITIES[entity]);
}

/** Text as the value of an attribute. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&${Object.keys(ENTITIES).find((name) => ENTITIES[name] === c) ?? ""};`);
}
