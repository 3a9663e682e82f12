import { readFileSync } from "node:fs";

/** How the user calls this program: `belladonna`, or `npm start --` in a clone. */
export const CALL: string =
  import.meta.url.endsWith(".ts") && process.env.npm_lifecycle_event === "start" ? "npm start --" : "belladonna";

/** The version of this package. */
export function version(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { readonly version: string }).version;
}
