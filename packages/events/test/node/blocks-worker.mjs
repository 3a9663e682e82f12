/** Makes the blocks of events it is asked for, from the sources, on a worker thread. */
import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { EventColumns, eventGenerator } = await import("../../src/index.ts");
const { options, process } = await import("./blocks-process.ts");

const generator = eventGenerator(process(), options());
parentPort.on("message", (block) => {
  const columns = new EventColumns();
  const account = generator.fill(block, columns);
  parentPort.postMessage({ block, account, table: columns.table() });
});
