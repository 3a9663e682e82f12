import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Command } from "commander";
import { InputError } from "../user-error.js";

/** Where the page is: in the package as it is published, or built in a clone. */
const PLACES = ["../../explorer/index.html", "../../../explorer/dist/one-file/index.html"];

/** Adds the command that opens the explorer. */
export function registerExplore(program: Command): void {
  program
    .command("explore")
    .description("open the page on which a point is dragged over all bundled limits, in the browser")
    .argument("[state]", "what a link of the page says after #, such as 'plane=b-minus-l&m=0.3&g=5e-4'", "")
    .option("--print", "print its address and open nothing")
    .allowExcessArguments(false)
    .action((state: string, { print }: { readonly print?: true }) => {
      const address = pageAddress(state);
      console.log(address);
      if (print !== true) openInBrowser(address);
    });
}

/** The address of the page, one file that needs no server. */
function pageAddress(state: string): string {
  const found = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((file) => existsSync(file));
  if (found === undefined) throw new InputError("the explorer is not built: npm run build");
  const address = pathToFileURL(found);
  address.hash = state.replace(/^#/, "");
  return address.href;
}

/** What opens an address in the browser of the user, by the platform of Node. */
const openers: Readonly<Record<string, readonly [command: string, ...args: string[]]>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** Opens an address and does not wait; where nothing opens it, says so: the address is printed. */
function openInBrowser(address: string): void {
  const [command, ...args] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  child.on("error", () => {
    console.error(`no ${command} here: open the address above in a browser`);
  });
  child.unref();
}
