// `npm run fuzz`: broken files for every reader, in processes of their own, which are ended when one file takes longer than
// a second or more than 512 MB.
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
  const sum = { read: 0, refused: 0, other: [], ended: [] };
  let from = first;
  while (from < first + inputs) {
    // Processes are made anew now and then, so that one file's garbage is not another's.
    const to = Math.min(from + 5000, first + inputs);
    const { counts, sofar, seed, why } = await share(name, from, to);
    if (counts !== undefined) {
      sum.read += counts.read;
      sum.refused += counts.refused;
      sum.other.push(...counts.other);
      from = to;
    } else {
      sum.read += sofar.read;
      sum.refused += sofar.refused;
      sum.ended.push(`${name}, seed ${seed}: ${why}`);
      from = seed + 1;
    }
  }
  for (const line of [...sum.ended, ...sum.other].slice(0, 20)) console.log(line);
  console.log(
    `${name}: ${sum.read} read, ${sum.refused} refused, ${sum.other.length} other errors, ${sum.ended.length} ended`,
  );
  bad ||= sum.other.length + sum.ended.length > 0;
}
process.exit(bad ? 1 : 0);

/** Names of the readers. */
function readers() {
  return new Promise((resolve) => {
    const child = fork("test/fuzz/names.ts", [], { execArgv: conditions });
    child.on("message", resolve);
  });
}

/** Seeds of one process: its counts, or the seed at which it had to be ended. */
function share(name, from, to) {
  return new Promise((resolve) => {
    const child = fork("test/fuzz/child.ts", [name, String(from), String(to)], {
      execArgv: [...conditions, "--max-old-space-size=512"],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    let seed = from - 1;
    let since = Infinity;
    let why = "the process ended";
    let counts;
    let sofar = { read: 0, refused: 0 };
    const watch = setInterval(() => {
      if (Date.now() - since < 1000) return;
      why = "longer than a second";
      child.kill("SIGKILL");
    }, 250);
    child.on("message", (message) => {
      since = Date.now();
      if (message.counts !== undefined) ({ counts } = message);
      else ({ seed, sofar } = message);
    });
    child.on("exit", () => {
      clearInterval(watch);
      resolve({ counts, sofar, seed, why });
    });
  });
}
