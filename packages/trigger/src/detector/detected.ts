/** Calorimeter clusters of all events, end to end. Taken as massless four-vectors from the origin. */
export interface ClusterColumns {
  /** Start of each event's clusters; one entry more than events. */
  readonly offsets: Int32Array;
  /** Energy, GeV. */
  readonly energy: Float64Array;
  /** Polar angle in the lab seen from the origin, rad. */
  readonly theta: Float64Array;
  /** Azimuth in $(-\pi, \pi]$, rad. */
  readonly phi: Float64Array;
  /** Distance of the cluster from the origin, cm. */
  readonly distance: Float64Array;
  /** Time with respect to a light-like particle from the origin, ns. */
  readonly time: Float64Array;
  /** Half-width of the interval that holds 99 % of in-time clusters of this energy, ns. */
  readonly time99: Float64Array;
  /** Shower-shape classifier in (0, 1): above 0.5 for a photon or electron. */
  readonly shape: Float64Array;
  /** Row of the matched track in the track columns, −1 for a neutral cluster. */
  readonly track: Int32Array;
  /** Index, inside its event, of the particle that made it; −1 for beam background. */
  readonly particle: Int32Array;
}

/** Reconstructed charged tracks of all events, end to end, with what the level-1 trigger saw of them. */
export interface TrackColumns {
  /** Start of each event's tracks; one entry more than events. */
  readonly offsets: Int32Array;
  /** Charge, ±1. */
  readonly charge: Int8Array;
  /** Momentum along $x$ at the closest approach to the $z$ axis, GeV. */
  readonly px: Float64Array;
  /** Momentum along $y$ there, GeV. */
  readonly py: Float64Array;
  /** Momentum along $z$ there, GeV. */
  readonly pz: Float64Array;
  /** Signed transverse impact parameter $d_0 = (x p_y - y p_x)/p_t$ at that point, cm. */
  readonly d0: Float64Array;
  /** $z$ of that point, cm. */
  readonly z0: Float64Array;
  /** Time, ns. */
  readonly time: Float64Array;
  /** Number of drift-chamber hits. */
  readonly chamberHits: Int16Array;
  /** Identity assigned: signed PDG number of an electron, muon, pion, kaon or proton. */
  readonly pdgId: Int32Array;
  /** Row of the matched cluster in the cluster columns, −1 for none. */
  readonly cluster: Int32Array;
  /** Index, inside its event, of the particle that made it; −1 for beam background. */
  readonly particle: Int32Array;
  /** What level 1 found: a sum of {@link LEVEL1_FULL}, {@link LEVEL1_SHORT}, {@link LEVEL1_FIT}, {@link LEVEL1_NEURAL}. */
  readonly level1: Uint8Array;
  /** Azimuth measured by level 1 in $[0, 2\pi)$, rad. */
  readonly level1Phi: Float64Array;
  /** Signed curvature measured by level 1, $q/R$, cm$^{-1}$. */
  readonly level1Omega: Float64Array;
  /** $\cot\theta$ measured by level 1. */
  readonly level1CotTheta: Float64Array;
  /** $z_0$ of the neural network of level 1, cm. */
  readonly level1Z: Float64Array;
  /** $z_0$ of the three-dimensional fit of level 1, cm. */
  readonly level1FitZ: Float64Array;
}

/** Tracks in the muon system of all events, end to end. */
export interface MuonColumns {
  /** Start of each event's rows; one entry more than events. */
  readonly offsets: Int32Array;
  /** Polar angle of the entry point seen from the origin, rad. */
  readonly theta: Float64Array;
  /** Azimuth of the entry point, rad. */
  readonly phi: Float64Array;
  /** Number of layers hit. */
  readonly layers: Int16Array;
  /** Row of the track in the track columns, −1 when none was found. */
  readonly track: Int32Array;
  /** Index, inside its event, of the particle that made it. */
  readonly particle: Int32Array;
}

/** What a detector saw of a table of events: ragged columns. */
export interface Detected {
  /** Number of events. */
  readonly length: number;
  /** Weight of each event, as in the event table. */
  readonly weights: Float64Array;
  /** Charged tracks. */
  readonly tracks: TrackColumns;
  /** Calorimeter clusters. */
  readonly clusters: ClusterColumns;
  /** Muon-system tracks. */
  readonly muons: MuonColumns;
}

/** Level 1 found a full two-dimensional track. */
export const LEVEL1_FULL = 1;
/** Level 1 found a short track. */
export const LEVEL1_SHORT = 2;
/** Level 1 fitted the full track in three dimensions. */
export const LEVEL1_FIT = 4;
/** The neural network of level 1 estimated $z_0$ of the full track. */
export const LEVEL1_NEURAL = 8;
