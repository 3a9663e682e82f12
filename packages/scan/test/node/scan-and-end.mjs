/** Scans on a pool that it does not close. */
import { URL } from "node:url";
import { scan } from "../../src/scan.ts";
import { pool } from "../../src/node/threads.ts";

const executor = pool({ module: new URL("./task.mjs", import.meta.url).href, threads: 2 });
console.log((await scan(undefined, [1, 2, 3], { executor })).length);
