// Preloaded before tsx: every module of the run is as it stands, but for one number, for which another is written. The
// environment says which: WRITTEN_INSTEAD is JSON of { file, stands, written }; absent, all numbers are as they stand.
import { register } from "node:module";

const change = process.env.WRITTEN_INSTEAD;
if (change !== undefined) register("./written-instead-hooks.mjs", import.meta.url, { data: JSON.parse(change) });
