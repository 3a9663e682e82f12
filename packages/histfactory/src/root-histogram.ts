/** Contents and statistical errors of the bins of a histogram, without under- and overflow. */
export interface RootHistogram {
  readonly contents: readonly number[];
  /** $\sqrt{\sum w^2}$, or the root of the content where the histogram keeps no sum of squares. */
  readonly errors: readonly number[];
}

/** Reads histograms of one ROOT file by path. */
export type HistogramReader = (paths: readonly string[]) => Promise<RootHistogram>;

/**
 * A reader of the one-dimensional histograms of a ROOT file, through jsroot.
 * @param content - The file.
 * @param file - Its name, for messages.
 */
export async function histogramReader(content: ArrayBuffer, file: string): Promise<HistogramReader> {
  const { openFile } = await import("jsroot/io");
  const root = await openFile(content);
  return async (paths) => {
    for (const path of paths) {
      let histogram;
      try {
        histogram = await root.readObject(path);
      } catch {
        continue; // not at this path: the next is tried
      }
      if (!histogram._typename.startsWith("TH1")) {
        throw new RangeError(`${file}: ${path} must be a TH1, got ${histogram._typename}`);
      }
      const bins = histogram.fXaxis.fNbins;
      const contents = Array.from({ length: bins }, (_, i) => histogram.fArray[i + 1]);
      const squares = histogram.fSumw2;
      const errors = contents.map((x, i) => Math.sqrt(squares.length > 0 ? squares[i + 1] : Math.max(x, 0)));
      return { contents, errors };
    }
    throw new RangeError(`${file}: has no histogram ${paths.join(" nor ")}`);
  };
}
