// How do I make pseudo-experiments on all cores, and do the numbers depend on how many there are?
import { pool } from "@belladonna/scan/threads";
import { upperLimit } from "@belladonna/stats";
import { count } from "./tasks/count.js";

const config = { observed: 5, background: 3, sigma: 1 };
const module = new URL("./tasks/count.js", import.meta.url).href;
for (const threads of [1, 2]) {
  const executor = pool({ module, threads });
  const limit = await upperLimit(count(config), { toys: 1000, seed: 1, level: 0.9, executor, config });
  await executor.close();
  const [, low, median, high] = limit.expected.map((x) => x.toFixed(2));
  console.log(
    `${threads} thread${threads > 1 ? "s" : ""}: ${limit.observed.toFixed(2)} events, expected ${median} (${low} to ${high})`,
  );
}
