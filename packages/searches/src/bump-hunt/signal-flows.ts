import type { CutFlow } from "../selection/cut-flow.js";
import { someOf } from "../selection/some-of.js";
import type { SignalPeak } from "./peak.js";

/** A simulated signal, and what the selection did to it. */
export interface PeakWithFlow extends SignalPeak {
  /** Its cut flow; the last step is the fit window. */
  readonly flow: CutFlow;
}

/** A peak with the cut flow of its sample, to which the fit window is added as the last step: its share is the efficiency. */
export function withFlow<P extends SignalPeak>(peak: P, flow: CutFlow): P & PeakWithFlow {
  const events = Math.round(peak.efficiency * flow.generated);
  return { ...peak, flow: { ...flow, steps: [...flow.steps, { name: "fit window", events }] } };
}

/** The cut flows of the first, the middle and the last of some signals: enough for a reader. */
export function someFlows(peaks: readonly { readonly flow: CutFlow }[]): CutFlow[] {
  return someOf(peaks, 3).map(({ flow }) => flow);
}

/** What the signal of a mass in GeV is called in its cut flow: `signal of a Z', m = 2 GeV`. */
export function signalName(signal: string, mass: number): string {
  return `${signal}, m = ${Number(mass.toPrecision(4))} GeV`;
}
