// Puts the built explorer into the site, with a link in the navigation of every page.
import { cpSync, existsSync } from "node:fs";
import path from "node:path";

const built = path.join(import.meta.dirname, "../packages/explorer/dist/site");
const MARK = "https://site.invalid/";

/** For TypeDoc's option `navigationLinks`: a mark that stands for the address of the site, until it is known. */
export const explorerLink = existsSync(built) ? { Explorer: `${MARK}explorer/index.html` } : {};

/** @param {import("typedoc").Application} app */
export function load(app) {
  if (!existsSync(built)) {
    app.logger.info("the explorer is not built, so the site is without it: npm run site builds both");
    return;
  }
  app.renderer.on("endPage", (page) => {
    page.contents = page.contents?.replaceAll(MARK, "../".repeat(page.url.split("/").length - 1));
  });
  app.renderer.on("endRender", ({ outputDirectory }) => {
    cpSync(built, path.join(outputDirectory, "explorer"), { recursive: true });
  });
}
