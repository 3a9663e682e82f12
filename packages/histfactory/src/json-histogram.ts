import type { HistogramReader, RootHistogram } from "./root-histogram.js";
import { shown } from "./workspace-error.js";

/** Histograms by path, as `writeHistFactoryXml` writes them beside its XML. */
export type JsonHistograms = Readonly<Record<string, RootHistogram>>;

/**
 * A reader of histograms of a JSON file, which stands in for a ROOT file.
 * @param text - The file: an object of paths, each with `contents` and `errors`.
 * @param file - Its name, for messages.
 */
export function jsonHistogramReader(text: string, file: string): HistogramReader {
  let all: Partial<JsonHistograms>;
  try {
    all = JSON.parse(text) as Partial<JsonHistograms>;
  } catch (error) {
    throw new RangeError(`${file}: is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  return (paths) => {
    const path = paths.find((p) => Object.hasOwn(all, p)) ?? "";
    const found: Partial<RootHistogram> | undefined = all[path];
    if (found === undefined) return Promise.reject(new RangeError(`${file}: has no histogram ${paths.join(" nor ")}`));
    const { contents, errors } = found;
    const numbers = (x: unknown): boolean => Array.isArray(x) && x.length > 0 && x.every((y) => Number.isFinite(y));
    if (!numbers(contents) || !numbers(errors) || contents?.length !== errors?.length) {
      return Promise.reject(
        new RangeError(`${file}: ${path} must have as many contents as errors, numbers, got ${shown(contents)}`),
      );
    }
    return Promise.resolve(found as RootHistogram);
  };
}
