/** A task with numbers of its own for each point, for a pool of threads. */
export default function task({ point, index }) {
  let state = (index + 1) * 2654435761;
  let sum = 0;
  for (let k = 0; k < 20_000; k++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    sum += Math.sin((state / 4294967296) * point);
  }
  if (point === -5) process.exit(3);
  if (point < 0) throw new Error(`no root of ${point}`);
  return { sum, index };
}
