// The search finds names by their words ("dark photon" is darkPhoton first), and its index is loaded when somebody is there.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** How TypeDoc's script ranks a name that begins as what is looked for, and the same without regard to spaces. */
const RANK = "l.name.toLowerCase().startsWith(i.toLowerCase())&&(d*=10/(1+Math.abs(l.name.length-i.length)))";
const RANK_BY_WORDS =
  "((a,b)=>{a.startsWith(b)&&(d*=(a===b?100:10)/(1+Math.abs(a.length-b.length)))})" +
  '(l.name.toLowerCase(),i.toLowerCase().replace(/[\\s-]+/g,""))';

const SCRIPT = /<script async src="([^"]*search\.js)" id="tsd-search-script"><\/script>/;

/** Gives the element of the script its address when the pointer or the keyboard is used for the first time. */
const atFirstUse = (_all, address) =>
  '<script id="tsd-search-script"></script><script>{const s=document.getElementById("tsd-search-script");' +
  `for(const e of ["pointerover","pointerdown","keydown","focusin"])addEventListener(e,()=>{s.src||(s.src="${address}")},{once:true})}</script>`;

/** @param {import("typedoc").Application} app */
export function load(app) {
  app.renderer.on("endPage", (page) => {
    page.contents = page.contents?.replace(SCRIPT, atFirstUse);
  });
  app.renderer.on("endRender", ({ outputDirectory }) => {
    const file = path.join(outputDirectory, "assets/main.js");
    const script = readFileSync(file, "utf8");
    if (!script.includes(RANK))
      throw new Error(`${file} ranks names in another way than docs/typedoc-search.mjs knows`);
    writeFileSync(file, script.replace(RANK, RANK_BY_WORDS));
  });
}
