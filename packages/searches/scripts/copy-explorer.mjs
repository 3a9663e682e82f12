// Puts the explorer, as one file, into the package that is packed.
import { cpSync, existsSync } from "node:fs";
import path from "node:path";

const packages = path.join(import.meta.dirname, "../..");
const built = path.join(packages, "explorer/dist/one-file/index.html");
if (!existsSync(built)) throw new Error("the explorer is not built: npm run build");
cpSync(built, path.join(packages, "searches/explorer/index.html"));
