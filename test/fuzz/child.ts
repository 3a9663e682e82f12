// One reader's share of `npm run fuzz`: reader and seeds from the command line, progress and counts to the parent.
import { fuzz } from "./fuzz.js";
import { fuzzedReaders } from "./readers.js";

const [name, from, to] = process.argv.slice(2);
const reader = fuzzedReaders.find((one) => one.name === name);
if (reader === undefined) throw new RangeError(`no reader ${name}`);
for (const method of ["log", "warn", "error"] as const) console[method] = () => undefined;

const send = (message: object): void => {
  process.send?.(message);
};
const counts = await fuzz(reader, [Number(from), Number(to)], (seed, { read, refused }) => {
  send({ seed, sofar: { read, refused } });
});
send({ counts, memory: process.memoryUsage.rss() });
