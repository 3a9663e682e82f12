import { fuzzedReaders } from "./readers.js";
import { mutated } from "./mutations.js";
const seed = Number(process.argv[2]);
const r = fuzzedReaders.find((x) => x.name === process.argv[3])!;
const bytes = mutated(r.files[seed % r.files.length], seed);
console.log(bytes.length, "of", r.files[seed % r.files.length].length, seed % r.files.length);
const t = performance.now();
try { await r.read(bytes); console.log("read"); } catch (e) { console.log(String(e)); }
console.log(performance.now() - t, process.memoryUsage().rss / 1e6);
process.exit(0);
