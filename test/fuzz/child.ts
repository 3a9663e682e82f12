// One reader's share of `npm run fuzz`: reader and seeds from the command line, progress and counts to the parent.
import { fuzz } from "./fuzz.js";
import { fuzzedReaders } from "./readers.js";

const [name, from, to, every] = process.argv.slice(2);
/** Whether the parent is told of every single file. */
const each = every === "each";
const reader = fuzzedReaders.find((one) => one.name === name);
if (reader === undefined) throw new RangeError(`no reader ${name}`);
for (const method of ["log", "warn", "error"] as const) console[method] = () => undefined;

const send = (message: object): void => {
  process.send?.(message);
};
/** Processor time so far, s: what a file costs, whatever else the machine does. */
const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
for (const file of reader.files) await reader.read(file);
const slow: { seed: number; seconds: number }[] = [];
let current = Number(from);
let start = spent();
const judge = (): void => {
  const seconds = spent() - start;
  if (seconds > 1) slow.push({ seed: current, seconds });
};
let told = 0;
const counts = await fuzz(reader, [Number(from), Number(to)], (seed, { read, refused }) => {
  judge();
  // Telling costs more than most readings, and is of use where one does not end.
  if (each || Date.now() - told > 100) {
    send({ seed, sofar: { read, refused } });
    told = Date.now();
  }
  [current, start] = [seed, spent()];
});
judge();
send({ counts, slow, megabytes: process.resourceUsage().maxRSS / 1024 });
