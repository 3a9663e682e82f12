/** The task of the contract of executors. */
export default function task(call: {
  readonly point: { readonly x: number; readonly name?: string };
  readonly index: number;
}): unknown;
