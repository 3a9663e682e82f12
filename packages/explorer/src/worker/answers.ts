import type { Explanation, TrackPath } from "@belladonna/trigger";

/** Which events are wanted. */
export interface SampleWish {
  /** Name of the portal, or charges of one's own. */
  readonly portal: string;
  /** Mass, GeV. */
  readonly mass: number;
  /** Coupling. */
  readonly coupling: number;
  /** Seed. */
  readonly seed: number;
  /** Number of events. */
  readonly events: number;
}

/** A fraction with the interval of one standard deviation. */
export interface Fraction {
  /** Value. */
  readonly value: number;
  /** Lower end. */
  readonly low: number;
  /** Upper end. */
  readonly high: number;
}

/** Efficiency of a line of the trigger. */
export interface LineRow {
  /** Its name. */
  readonly name: string;
  /** Of generated events. */
  readonly generated: Fraction;
  /** Of events that left a track or a cluster. */
  readonly seen: Fraction;
}

/** The account of a sample. */
export interface Sample {
  /** The process. */
  readonly process: string;
  /** Cross section before decays, fb. */
  readonly crossSection: { readonly value: number; readonly error: number };
  /** Branching fraction of the decays that are made. */
  readonly branchingFraction: number;
  /** Number of events. */
  readonly events: number;
  /** Mean of βγ of the particle in the laboratory: times cτ, the mean length it flies. */
  readonly betaGamma: number;
  /** Events that left a track or a cluster, of generated ones. */
  readonly acceptance: Fraction;
  /** Level-1 lines that fire at all, the most efficient first. */
  readonly lines: readonly LineRow[];
  /** The same of the high level, run on all events, before its prescales. */
  readonly highLines: readonly LineRow[];
  /** Outlines of the detector, cm. */
  readonly detector: {
    /** Inner and outer radius of the drift chamber, its backward and forward end. */
    readonly chamber: readonly number[];
    /** Radius of the calorimeter's front, its backward and forward face. */
    readonly calorimeter: readonly number[];
    /** The same of the muon system. */
    readonly muons: readonly number[];
  };
}

/** Three numbers. */
type Triple = readonly [number, number, number];

/** One event: what was made, what was seen, what fired. */
export interface EventView {
  /** Its number in the sample. */
  readonly index: number;
  /** Particles; momenta in GeV, vertices in cm. */
  readonly particles: readonly {
    readonly name: string;
    readonly pdgId: number;
    readonly status: number;
    readonly momentum: Triple;
    readonly energy: number;
    readonly vertex: Triple;
  }[];
  /** Tracks: identity assigned, charge in units of the proton's, momentum in GeV, path in cm. */
  readonly tracks: readonly {
    readonly name: string;
    readonly pdgId: number;
    readonly charge: number;
    readonly momentum: Triple;
    readonly path: TrackPath;
  }[];
  /** Clusters: energy in GeV, direction in rad, distance in cm. */
  readonly clusters: readonly {
    readonly energy: number;
    readonly theta: number;
    readonly phi: number;
    readonly distance: number;
    readonly neutral: boolean;
  }[];
  /** Tracks in the muon system. */
  readonly muons: readonly { readonly theta: number; readonly phi: number; readonly layers: number }[];
  /** Invariant masses, and those that recoil, of what was seen. */
  readonly masses: readonly MassRow[];
  /** Lines of level 1 and of the high level that fired. */
  readonly fired: readonly string[];
  /** Why the line asked for fired or did not. */
  readonly explanation: Explanation | undefined;
  /** What the typed expression does; a sentence where it is none, undefined where nothing is typed. */
  readonly typed: TypedLine | string | undefined;
}

/** Masses of some of what was seen. */
export interface MassRow {
  /** Names. */
  readonly of: readonly string[];
  /** Invariant mass, GeV; undefined of one alone. */
  readonly mass: number | undefined;
  /** Mass of what recoils against them, GeV; negative where that is space-like. */
  readonly recoil: number;
}

/** A level-1 expression that was typed. */
export interface TypedLine {
  /** How often it fires. */
  readonly row: LineRow;
  /** Whether it fired in the event shown. */
  readonly fired: boolean;
  /** Why. */
  readonly explanation: Explanation;
}

/** What is wanted of one event. */
export interface EventWish {
  /** Its number, from 0. */
  readonly index: number;
  /** The line to explain; `""`: none. */
  readonly line: string;
  /** A level-1 expression to try; `""`: none. */
  readonly expression: string;
}

/** A question to the worker; a newer one makes it pointless. */
export type Question =
  | {
      readonly id: number;
      readonly ask: "sigma";
      readonly portal: string;
      readonly mass: number;
      readonly coupling: number;
    }
  | { readonly id: number; readonly ask: "lhe" }
  | { readonly id: number; readonly ask: "sample"; readonly wish: SampleWish }
  | { readonly id: number; readonly ask: "event"; readonly wish: EventWish };

/** What the worker answers. */
export type Answer =
  | { readonly id: number; readonly sample: Sample; readonly milliseconds: number }
  | { readonly id: number; readonly event: EventView }
  | { readonly id: number; readonly sigma: number }
  | { readonly id: number; readonly lhe: string }
  | { readonly id: number; readonly failed: string };
