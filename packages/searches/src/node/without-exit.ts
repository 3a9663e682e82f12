/**
 * Does something that must not end the process, and says so when it tries: a task that called `process.exit` would end the
 * run without a word.
 *
 * @param what - The task, for the message.
 * @param run - What is done.
 */
export async function withoutExit<R>(what: string, run: () => R | Promise<R>): Promise<R> {
  const exit = process.exit.bind(process);
  process.exit = (code) => {
    throw new Error(`${what} must not end the process, got process.exit(${code ?? ""})`);
  };
  try {
    return await run();
  } finally {
    process.exit = exit;
  }
}
