// `npm run fuzz`: broken files for every reader, in processes of their own. A file may take a second of processor time, and a
// process 512 MB; one that says nothing for a minute is ended.
//
//   npm run fuzz -- [--inputs 100000] [--from 0] [reader …]
import { fork } from "node:child_process";
import { clearInterval, setInterval } from "node:timers";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  options: { inputs: { type: "string", default: "100000" }, from: { type: "string", default: "0" } },
  allowPositionals: true,
});
const [inputs, first] = [Number(values.inputs), Number(values.from)];
const conditions = ["--conditions=@belladonna/source", "--import", "tsx"];
const names = await readers();
const unknown = positionals.filter((name) => !names.includes(name));
if (!(inputs > 0 && first >= 0) || unknown.length > 0) {
  console.error(`fuzz: --inputs must be > 0, --from >= 0, readers among: ${names.join("; ")}`);
  process.exit(2);
}

let bad = false;
for (const name of positionals.length > 0 ? positionals : names) {
  const sum = { read: 0, refused: 0, megabytes: 0, slow: [], other: [], ended: [] };
  let from = first;
  let each = false;
  while (from < first + inputs) {
    // Processes are made anew now and then, so that one file's garbage is not another's.
    const to = Math.min(from + (each ? 1000 : 20_000), first + inputs);
    const { done, sofar, seed, why } = await share(name, from, to, each);
    const { read, refused } = done?.counts ?? sofar;
    sum.read += read;
    sum.refused += refused;
    if (done === undefined) {
      if (each) sum.ended.push(`${name}, seed ${seed}: ${why}`);
      from = each ? seed + 1 : seed;
      // At which file exactly is found by going on from the last that was told.
      each = !each;
      continue;
    }
    each = false;
    sum.other.push(...done.counts.other);
    sum.slow.push(...done.slow.map((one) => `${name}, seed ${one.seed}: ${one.seconds.toFixed(1)} s`));
    sum.megabytes = Math.max(sum.megabytes, done.megabytes);
    from = to;
  }
  for (const line of [...sum.ended, ...sum.slow, ...sum.other].slice(0, 20)) console.log(line);
  const [memory, other] = [`${sum.megabytes.toFixed(0)} MB at most`, `${sum.other.length} other errors`];
  const time = `${sum.slow.length} longer than a second, ${sum.ended.length} ended`;
  console.log(`${name}: ${sum.read} read, ${sum.refused} refused, ${other}, ${time}, ${memory}`);
  bad ||= sum.other.length + sum.slow.length + sum.ended.length > 0 || sum.megabytes > 512;
}
process.exit(bad ? 1 : 0);

/** Names of the readers. */
function readers() {
  return new Promise((resolve) => {
    const child = fork("test/fuzz/names.ts", [], { execArgv: conditions });
    child.on("message", resolve);
  });
}

/** Seeds of one process: what it found, or the seed at which it ended. */
function share(name, from, to, each) {
  return new Promise((resolve) => {
    const child = fork("test/fuzz/child.ts", [name, String(from), String(to), each ? "each" : "some"], {
      execArgv: [...conditions, "--max-old-space-size=512"],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let seed = from - 1;
    let since = Infinity;
    let why;
    let said = "";
    let done;
    let sofar = { read: 0, refused: 0 };
    child.stderr.on("data", (piece) => {
      said = (said + piece).slice(-2000);
    });
    const watch = setInterval(() => {
      if (Date.now() - since < 60_000) return;
      why = "silent for a minute";
      child.kill("SIGKILL");
    }, 250);
    child.on("message", (message) => {
      since = Date.now();
      if (message.counts !== undefined) done = message;
      else ({ seed, sofar } = message);
    });
    child.on("close", () => {
      clearInterval(watch);
      resolve({ done, sofar, seed, why: why ?? `the process ended: ${said}` });
    });
  });
}
