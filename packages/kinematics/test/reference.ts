/// <reference types="vite/client" />
// Reference tables and comparisons for the tests beside this file.
const files = import.meta.glob<unknown>("./data/*.json", { eager: true, import: "default" });

/** A reference table by its file name; `T` is the shape the test states. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the shape of a JSON file is the caller's claim
export function reference<T>(name: string): T {
  return files[`./data/${name}.json`] as T;
}

/** The cases of a table. */
export function cases<T extends object>(name: string): (T & { tag: string })[] {
  return reference<{ cases: (T & { tag: string })[] }>(name).cases;
}

/** Error of `got` relative to `want`, absolute where `want` is 0; NaN never passes a comparison. */
export function relativeError(got: number, want: number): number {
  if (got === want) return 0;
  return Math.abs(got - want) / (want === 0 ? 1 : Math.abs(want));
}

/** Largest componentwise error over the largest component wanted. */
export function componentError(got: readonly number[], want: readonly number[]): number {
  const scale = Math.max(...want.map(Math.abs));
  return Math.max(...got.map((g, i) => Math.abs(g - want[i]))) / (scale === 0 ? 1 : scale);
}
