/** The page itself as one file: what it was before anything was drawn, with all it needs. */
export function wholePage(): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  copy.removeAttribute("style");
  for (const node of copy.querySelectorAll("#page")) node.replaceChildren();
  return `<!doctype html>\n${copy.outerHTML}\n`;
}

/** Whether this page is one file, with its script inside. */
export function isOneFile(): boolean {
  return document.querySelector("script[src]") === null;
}
