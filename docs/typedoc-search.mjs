// The search finds names by their words ("dark photon" is darkPhoton first), and its index is loaded when somebody is there.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** How TypeDoc's script ranks a name that begins as what is looked for, and the same without regard to spaces. */
const RANK = "l.name.toLowerCase().startsWith(i.toLowerCase())&&(d*=10/(1+Math.abs(l.name.length-i.length)))";
const RANK_BY_WORDS =
  "((a,b)=>{a.startsWith(b)&&(d*=(a===b?100:10)/(1+Math.abs(a.length-b.length)))})" +
  '(l.name.toLowerCase(),i.toLowerCase().replace(/[\\s-]+/g,""))';

const SCRIPT = /<script async src="([^"]*search\.js)" id="tsd-search-script"><\/script>/;

/**
 * Runs in the page: the index is asked for when the pointer or the keyboard is used for the first time, and what was typed
 * before it was there is searched for when it is (its status changes then).
 */
const atFirstUse = `(address) => {
  const script = document.getElementById("tsd-search-script");
  const load = () => {
    if (script.src) return;
    const searchAgain = (_changes, observer) => {
      observer.disconnect();
      document.getElementById("tsd-search-input").dispatchEvent(new Event("input"));
    };
    new MutationObserver(searchAgain).observe(document.getElementById("tsd-search-status"), { childList: true });
    script.src = address;
  };
  for (const use of ["pointerover", "pointerdown", "keydown", "focusin"]) addEventListener(use, load, { once: true });
}`.replace(/\n\s*/g, "");

const scriptAtFirstUse = (_all, address) =>
  `<script id="tsd-search-script"></script><script>(${atFirstUse})("${address}")</script>`;

/** @param {import("typedoc").Application} app */
export function load(app) {
  app.renderer.on("endPage", (page) => {
    page.contents = page.contents?.replace(SCRIPT, scriptAtFirstUse);
  });
  app.renderer.on("endRender", ({ outputDirectory }) => {
    const file = path.join(outputDirectory, "assets/main.js");
    const script = readFileSync(file, "utf8");
    if (!script.includes(RANK))
      throw new Error(`${file} ranks names in another way than docs/typedoc-search.mjs knows`);
    writeFileSync(file, script.replace(RANK, RANK_BY_WORDS));
  });
}
