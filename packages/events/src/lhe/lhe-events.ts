import type { EventTable } from "@belladonna/kinematics";

/** One process of the init block. */
export interface LheProcess {
  /** XSECUP: cross section, fb. */
  readonly crossSection: number;
  /** XERRUP: its error, fb. */
  readonly error: number;
  /** XMAXUP: greatest event weight; fb, or a pure number for strategies $\pm 3$. */
  readonly maximum: number;
  /** LPRUP: number of the process. */
  readonly id: number;
}

/** The init block. */
export interface LheInit {
  /** IDBMUP: PDG numbers of the beams. */
  readonly beamId: readonly [number, number];
  /** EBMUP: energies of the beams, GeV. */
  readonly beamEnergy: readonly [number, number];
  /** PDFGUP: author groups of the parton densities. */
  readonly pdfGroup: readonly [number, number];
  /** PDFSUP: parton density sets. */
  readonly pdfSet: readonly [number, number];
  /** IDWTUP: what the weights mean; with $\pm 4$ their mean is the cross section, with $\pm 3$ they are pure numbers. */
  readonly strategy: number;
  /** The processes. */
  readonly processes: readonly LheProcess[];
}

/** What a Les Houches event says beyond {@link EventTable}: one entry an event. */
export interface LheEventInfo {
  /** IDPRUP: number of the process. */
  readonly process: Int32Array;
  /** SCALUP: scale, GeV. */
  readonly scale: Float64Array;
  /** AQEDUP: QED coupling. */
  readonly alphaQed: Float64Array;
  /** AQCDUP: QCD coupling. */
  readonly alphaQcd: Float64Array;
}

/** What a Les Houches particle says beyond `ParticleColumns`: one entry a particle. */
export interface LheParticleInfo {
  /** MOTHUP(1): first mother, counted from 1 inside the event; 0 for none. */
  readonly mother1: Int32Array;
  /** MOTHUP(2): last mother. */
  readonly mother2: Int32Array;
  /** ICOLUP(1): colour line. */
  readonly colour: Int32Array;
  /** ICOLUP(2): anticolour line. */
  readonly anticolour: Int32Array;
  /** VTIMUP: proper flight distance $c\tau$, mm as the format has it. */
  readonly lifetime: Float64Array;
  /** SPINUP: cosine of spin and momentum, 9 when unknown. */
  readonly spin: Float64Array;
}

/**
 * Events of a Les Houches file.
 *
 * `weights` are XWGTUP in fb (pure numbers for strategies $\pm 3$). Production vertices follow from the flight
 * distances of the particles that decay: $x_{\text{daughter}} = x_{\text{mother}} + c\tau \, p / m$.
 */
export interface LheEvents extends EventTable {
  /** Version of the format, `"1.0"` to `"3.0"`. */
  readonly version: string;
  /** Text between `<header>` and `</header>`, as it stands. */
  readonly header: string;
  /** The init block. */
  readonly init: LheInit;
  /** Sum over processes with the error in quadrature, fb. */
  readonly crossSection: {
    /** Cross section, fb. */
    readonly value: number;
    /** Error, fb. */
    readonly error: number;
  };
  /** Event information. */
  readonly info: LheEventInfo;
  /** Particle information. */
  readonly particleInfo: LheParticleInfo;
  /** Weights of `<wgt>` and `<weights>` by id, in the units of `weights`; NaN for an event without. */
  readonly namedWeights: Readonly<Record<string, Float64Array>>;
}
