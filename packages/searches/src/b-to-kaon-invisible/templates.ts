import { square } from "@belladonna/numerics/elementary";
import { background, neutrinos, type NineBins, observedBelow, type Source } from "./published-yields.js";
import { publishedEfficiency } from "./classifier.js";
import type { Channel } from "./channels.js";
import { etaEdges, luminosity, luminosityBelow, mesonsPerInverseFemtobarn } from "./published.js";
import type { Selected } from "./selected.js";
import type { Quantity } from "../selection/quantity.js";

/** A background in the nine bins per fb⁻¹, and its error by the statistics of the published simulation. */
interface BackgroundTemplate {
  /** Events. */
  readonly events: NineBins;
  /** Errors. */
  readonly errors: NineBins;
}

/** What a hypothesis is tested with: events per fb⁻¹ in the nine bins. */
export interface Templates {
  /** Signal of a branching fraction of 1. */
  readonly signal: NineBins;
  /** $B^+\to K^+\nu\bar\nu$ of the Standard Model; nothing with a $K^*$. */
  readonly neutrinos?: NineBins;
  /** Backgrounds. */
  readonly backgrounds: Readonly<Record<Source, BackgroundTemplate>>;
  /** Relative error of each bin of $q^2$, where the backgrounds are scaled from another selection. */
  readonly scaling?: readonly number[];
}

/** A mass in a channel: what the simulation says of it, and of $B^+\to K^+X$ at the same mass. */
export interface SignalPoint {
  /** Mass of $X$, GeV. */
  readonly mass: number;
  /** Selected events of the channel. */
  readonly own: Selected;
  /** Those with a $K^+$ alone. */
  readonly reference: Selected;
}

/** Candidates with a $K^*$ over those with a $K^+$ in the same $B$ pairs, in each bin of $q^2$. */
export interface CandidateRatio {
  /** The ratio. */
  readonly value: readonly number[];
  /** Its relative error. */
  readonly error: readonly number[];
}

/** What the continuum is of. */
const CONTINUUM: readonly Source[] = ["charm", "strange", "up", "down", "tau"];

const sources = Object.keys(background.value) as Source[];

const total = (x: readonly number[]): number => x.reduce((sum, n) => sum + n, 0);

/** Events of the continuum observed over those expected. */
export const continuumScale: Quantity = {
  quantity: "continuum, observed below the resonance over expected",
  value:
    (total(observedBelow.value) * luminosity.value) /
    luminosityBelow.value /
    total(CONTINUUM.map((source) => total(background.value[source].events))),
  unit: "1",
  text: "1.48",
  standing: "derived",
  source: "396 events below the resonance times the ratio of luminosities, over 2287 expected; all of it is scaled so",
};

/** Whether a background comes from $B$ pairs. */
export const ofPairs = (source: Source): boolean => !CONTINUUM.includes(source);

/** Squared error of an event of a background whose errors we have not read: that of another quark. */
const PER_EVENT = total((background.value.down.errors ?? []).map((e) => e * e)) / total(background.value.down.events);

/** Backgrounds of a kaon alone, per fb⁻¹. */
const published = Object.fromEntries(
  sources.map((source) => {
    const { events, errors = events.map((n) => Math.sqrt(PER_EVENT * n)) } = background.value[source];
    const scale = (ofPairs(source) ? 1 : continuumScale.value) / luminosity.value;
    return [source, { events: events.map((n) => scale * n), errors: errors.map((e) => scale * e) }];
  }),
) as unknown as Templates["backgrounds"];

/** How often a $K^{*0}$ decays to two charged particles, by isospin. */
const DECAY = 2 / 3;

/** Efficiency of a channel over that of $B^+\to K^+X$: that before the classifier, which is taken to see no difference. */
function relativeEfficiency({ own, reference }: SignalPoint, { kaon }: Channel): number {
  const share = ({ bins, generated }: Selected): number => total(bins) / generated;
  return (share(own) / share(reference)) * (kaon === "K" ? 1 : DECAY);
}

/** Efficiency of a signal in each bin of the classifier, the decay of a $K^*$ with its fraction. */
export function efficiencies(point: SignalPoint, channel: Channel): number[] {
  const relative = relativeEfficiency(point, channel);
  return Array.from(
    { length: etaEdges.value.length - 1 },
    (_, s) => relative * publishedEfficiency(s, square(point.mass)),
  );
}

/**
 * Signal and backgrounds of a mass. The signal has the published efficiency at its $q^2$ and goes to the bins of the
 * reconstructed $q^2$ as the simulation says; with a $K^*$ signal and backgrounds are those with a $K^+$ times what the
 * simulation says of the candidates of one over those of the other.
 */
export function templatesOf(point: SignalPoint, channel: Channel, ratio: CandidateRatio): Templates {
  const { bins } = point.own;
  const produced = mesonsPerInverseFemtobarn[channel.charge];
  const signal = efficiencies(point, channel).flatMap((e) => bins.map((n) => (produced * e * n) / total(bins)));
  if (channel.kaon === "K") {
    return { signal, neutrinos: neutrinos.value.map((n) => n / luminosity.value), backgrounds: published };
  }
  const scaled = (x: NineBins): NineBins => x.map((n, b) => n * ratio.value[b % bins.length]);
  const backgrounds = Object.fromEntries(
    sources.map((s) => [s, { events: scaled(published[s].events), errors: scaled(published[s].errors) }]),
  ) as unknown as Templates["backgrounds"];
  return { signal, backgrounds, scaling: ratio.error };
}

/** Background in the bins where the signal is at least half as large, over the background, as where it is most, events per fb⁻¹. */
export function backgroundNear({ signal, backgrounds }: Templates): number {
  const all = signal.map((_, b) => total(sources.map((source) => backgrounds[source].events[b])));
  const purity = signal.map((n, b) => n / all[b]);
  const best = Math.max(...purity);
  return total(all.filter((_, b) => purity[b] > 0.5 * best));
}
