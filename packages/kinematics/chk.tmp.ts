import { mutated } from "../../test/fuzz/mutations.ts";
import { fuzzedReaders } from "../../test/fuzz/readers.ts";
const r=fuzzedReaders.find(x=>x.name==="fromIpc")!;
const seed=Number(process.argv[2]);
const t=performance.now();
try { await r.read(mutated(r.files[seed%r.files.length],seed)); console.log("read") } catch(e:any){ console.log(String(e).slice(0,200)); }
console.log(seed, r.files[seed%r.files.length].length, (performance.now()-t).toFixed(0)+" ms", (process.memoryUsage.rss()/1e6).toFixed(0)+" MB");
process.exit();
