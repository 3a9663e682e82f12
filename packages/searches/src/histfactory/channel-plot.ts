import type { ChannelYields } from "@belladonna/histfactory";
import { stackPlot } from "@belladonna/plot";

/** Samples of a channel, one on the other, with the uncertainty of their sum and the observed events, before or after the fit. */
export function channelPlot({ name, samples, observed, errors }: ChannelYields, when: string): string {
  return stackPlot(
    {
      edges: Array.from({ length: observed.length + 1 }, (_, i) => i + 0.5),
      backgrounds: Object.fromEntries(samples.map((sample) => [sample.name, [...sample.bins]])),
      uncertainty: [...errors],
      data: [...observed],
      label: "bin",
    },
    { title: name, note: when },
  );
}
