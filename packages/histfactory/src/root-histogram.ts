// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- ambient modules, also for who reads the sources
/// <reference path="./jsroot-io.d.ts" />
import { boundArrays, type JsrootIo } from "@belladonna/numerics";

/** Contents and statistical errors of the bins of a histogram, without under- and overflow. */
export interface RootHistogram {
  readonly contents: readonly number[];
  /** $\sqrt{\sum w^2}$, or the root of the content where the histogram keeps no sum of squares. */
  readonly errors: readonly number[];
}

/** What is used of a TH1 that jsroot has read. */
interface Histogram {
  readonly _typename: string;
  readonly fArray: ArrayLike<number>;
  readonly fSumw2: ArrayLike<number>;
  readonly fXaxis: { readonly fNbins: number };
}

/** Reads histograms of one ROOT file by path. */
export type HistogramReader = (paths: readonly string[]) => Promise<RootHistogram>;

/**
 * A reader of the one-dimensional histograms of a ROOT file, through jsroot.
 * @param content - The file.
 * @param file - Its name, for messages.
 */
export async function histogramReader(content: ArrayBuffer, file: string): Promise<HistogramReader> {
  const io = await import("jsroot/io");
  boundArrays(io as unknown as JsrootIo);
  const version = content.byteLength < 8 ? 0 : new DataView(content).getInt32(4);
  if (version < 0) {
    throw new RangeError(
      `${file}: has the format version ${version}: a negative one is that of a trial version of ROOT, which no other reads; write it again with a released one`,
    );
  }
  const why = (error: unknown): string => (error instanceof Error ? error.message : String(error));
  const root = await io.openFile(content).catch((error: unknown) => {
    throw new RangeError(`${file}: must be a whole ROOT file: ${why(error)}`, { cause: error });
  });
  return async (paths) => {
    let unread = "";
    for (const path of paths) {
      const found = await root.readObject(path).catch((error: unknown) => {
        // Not at this path: the next is tried.
        if (!/not found|is not directory/.test(why(error))) unread = `: ${path} cannot be read: ${why(error)}`;
        return null;
      });
      if (found === null || found === undefined) continue;
      const { _typename: type = "no object", fXaxis, fArray, fSumw2 } = found as Partial<Histogram>;
      if (!type.startsWith("TH1")) throw new RangeError(`${file}: ${path} must be a TH1, got ${type}`);
      const bins = fXaxis?.fNbins ?? 0;
      if (fArray === undefined || fSumw2 === undefined || !(bins > 0 && fArray.length === bins + 2)) {
        throw new RangeError(
          `${file}: ${path} must have contents of ${bins} bins, got ${fArray?.length ?? 0} with overflow`,
        );
      }
      const contents = Array.from({ length: bins }, (_, i) => fArray[i + 1]);
      const errors = contents.map((x, i) => Math.sqrt(fSumw2.length > 0 ? fSumw2[i + 1] : Math.max(x, 0)));
      return { contents, errors };
    }
    throw new RangeError(`${file}: has no histogram ${paths.join(" nor ")}${unread}`);
  };
}
