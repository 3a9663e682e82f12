// Pictures of the page for looking at: node scripts/pictures.mjs FOLDER [fragment] [name]
import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright";

const [folder = "out/pictures", fragment = "", name = "page"] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const page = `file://${path.join(import.meta.dirname, "../dist/one-file/index.html")}#${fragment}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const width of [360, 820, 1600]) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ viewport: { width, height: width < 500 ? 800 : 1000 }, colorScheme });
    const tab = await context.newPage();
    tab.on("console", (m) => console.log(m.type(), m.text()));
    tab.on("pageerror", (e) => console.log("error", e.message));
    await tab.goto(page);
    await tab.waitForSelector("#plane .mark");
    await tab.waitForSelector("figure, .no-events", { timeout: 15_000 }).catch(() => undefined);
    await tab.waitForTimeout(300);
    await tab.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    await context.close();
  }
}
await browser.close();
