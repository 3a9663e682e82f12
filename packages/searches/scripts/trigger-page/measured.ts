import type { LineRate, Rate } from "@belladonna/trigger";
import { efficienciesOf, type Point } from "./efficiencies.js";
import { physicsMenu, portalSources, qedSources, ratesOf, type Source } from "./level1-rates.js";
import { signals } from "./signals.js";

/** A process, and how often the physics lines keep its events. */
export interface MeasuredSource extends Omit<Source, "events"> {
  /** Rate of events kept by any line, Hz. */
  readonly rate: Rate;
}

/** A line of the menu and its rates. */
export type MeasuredLine = Pick<LineRate, "name" | "prescale" | "total" | "pure">;

/** Every number of the page, in plain data. */
export interface Measured {
  /** Efficiencies at the masses of each signal, by its key. */
  readonly efficiencies: Readonly<Record<string, readonly Point[]>>;
  /** Number of physics lines. */
  readonly lines: number;
  /** Processes of quantum electrodynamics. */
  readonly qed: readonly MeasuredSource[];
  /** Rate of all of them together, Hz. */
  readonly total: Rate;
  /** The same as a fraction of the budget. */
  readonly budgetFraction: number;
  /** The lines of highest rate for these processes, the busiest first. */
  readonly busiest: readonly MeasuredLine[];
  /** The portals. */
  readonly portals: readonly MeasuredSource[];
}

const BUSIEST = 12;

/** Generates all events of the page and measures them: minutes. */
export function measured(): Measured {
  const efficiencies = Object.fromEntries(signals.map((signal) => [signal.key, efficienciesOf(signal)]));
  const menu = physicsMenu();
  const [qedEvents, portalEvents] = [qedSources(), portalSources()];
  const [qed, portals] = [ratesOf(menu, qedEvents), ratesOf(menu, portalEvents)];
  return {
    efficiencies,
    lines: menu.lines.length,
    qed: withoutEvents(qedEvents, qed.samples),
    total: qed.total,
    budgetFraction: qed.budgetFraction,
    busiest: [...qed.lines]
      .sort((a, b) => b.total.value - a.total.value)
      .slice(0, BUSIEST)
      .map(({ name, prescale, total, pure }) => ({ name, prescale, total, pure })),
    portals: withoutEvents(portalEvents, portals.samples),
  };
}

function withoutEvents(sources: readonly Source[], rates: readonly { readonly total: Rate }[]): MeasuredSource[] {
  return sources.map(({ name, about, crossSection }, k) => ({ name, about, crossSection, rate: rates[k].total }));
}

/** The numbers of `docs/trigger/measured.json`; JSON keeps an efficiency of no event, which is not a number, as null. */
export function measuredFrom(json: string): Measured {
  return JSON.parse(json, (_key, value: unknown) => value ?? NaN) as Measured;
}
