const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Text with its references replaced: the five entities that XML knows by itself, and characters by number.
 * @param text - Text between tags, or of an attribute.
 * @param fail - Called with what is wrong: an entity that is not known, an ampersand alone, a number that is no character.
 */
export function unescaped(text: string, fail: (what: string) => never): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&<\s]{0,40};)?/g, (whole) => {
    const name = whole.slice(1, -1);
    if (Object.hasOwn(ENTITIES, name)) return ENTITIES[name];
    const code = /^#x[\da-f]+$/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (!/^#(x[\da-f]+|\d+)$/i.test(name)) {
      return fail(`must have one of ${Object.keys(ENTITIES).join(", ")} or a number between & and ;, got "${whole}"`);
    }
    if (!isCharacter(code)) return fail(`must name characters of XML, got "${whole}"`);
    return String.fromCodePoint(code);
  });
}

/** The characters XML 1.0 allows: no surrogates, no control characters but tab and line ends. */
function isCharacter(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}
