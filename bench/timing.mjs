// Processor time of this process: it does not count what else the machine does.
import process from "node:process";

/** Processor time so far, ms. */
export function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

/** The least time of several runs, ms. */
export function best(run, rounds) {
  let least = Infinity;
  for (let i = 0; i < rounds; i++) {
    const start = spent();
    run();
    least = Math.min(least, spent() - start);
  }
  return least;
}

/** The least times of several things that are run in turn, so that none has the quieter half of the machine's time; ms each. */
export function bestInTurn(ways, rounds) {
  const least = Object.fromEntries(Object.keys(ways).map((name) => [name, Infinity]));
  for (let i = 0; i < rounds; i++) {
    for (const [name, run] of Object.entries(ways)) least[name] = Math.min(least[name], best(run, 1));
  }
  return least;
}

/** How much is done a second by something that is run again and again for some time, `each` at a time. */
export function rate(run, each, milliseconds) {
  const start = spent();
  let done = 0;
  do {
    run();
    done += each;
  } while (spent() - start < milliseconds);
  return (1e3 * done) / (spent() - start);
}
