/** A closed interval, low edge first. */
export type Interval = readonly [low: number, high: number];

/** Points of a curve that is interpolated linearly and constant beyond its ends. */
export type Curve = readonly (readonly [x: number, y: number])[];

/** Coefficients of $\sigma_E/E = a/E \;\cdot\; b/E^{1/4} \;\cdot\; c$, with $E$ in GeV, added linearly or in quadrature. */
export interface EnergyResolution {
  /** Noise term $a$, GeV. */
  readonly noise: number;
  /** Stochastic term $b$, GeV$^{1/4}$. */
  readonly stochastic: number;
  /** Constant term $c$, dimensionless. */
  readonly constant: number;
}

/** Electromagnetic calorimeter. */
export interface Calorimeter {
  /** Lab polar angles of the forward endcap, rad. */
  readonly forward: Interval;
  /** Lab polar angles of the barrel, rad. */
  readonly barrel: Interval;
  /** Lab polar angles of the backward endcap, rad. */
  readonly backward: Interval;
  /** Inner radius of the barrel, cm. */
  readonly radius: number;
  /** Front face of the forward endcap, cm. */
  readonly zForward: number;
  /** Front face of the backward endcap, cm. */
  readonly zBackward: number;
  /** Resolution whose three terms are added linearly. */
  readonly energyLinear: EnergyResolution;
  /** Resolution whose three terms are added in quadrature. */
  readonly energyQuadrature: EnergyResolution;
  /** Crystal Ball tail of the energy response when it is asked for: start in units of the resolution, and power. */
  readonly energyTail: readonly [start: number, power: number];
  /** Position resolution $\sigma_x = p_0 + p_1/\sqrt E + p_2/E^{1/4}$, cm with $E$ in GeV: $[p_0, p_1, p_2]$. */
  readonly position: readonly [constant: number, sqrt: number, fourthRoot: number];
  /** Clusters below this energy are not kept, GeV. */
  readonly minimumEnergy: number;
  /** Time resolution $\sigma_t = t_0 \oplus t_1/E$, ns with $E$ in GeV: $[t_0, t_1]$. */
  readonly time: readonly [constant: number, noise: number];
  /** Ratio of the half-width that holds 99 % of in-time clusters to $\sigma_t$, dimensionless. */
  readonly time99: number;
  /** Probability that a photon or electron shower has a photon-like shape (classifier above 0.5). */
  readonly showerShape: number;
  /** Probability that the shower of a hadron has a photon-like shape. */
  readonly hadronShape: number;
  /** Most probable energy left by a minimum-ionising particle, GeV. */
  readonly mipEnergy: number;
  /** Width of the (Moyal) distribution of that energy, GeV. */
  readonly mipWidth: number;
  /** Depth in nuclear interaction lengths, dimensionless. */
  readonly interactionLengths: number;
  /** Range of the fraction of a hadron's energy seen when it interacts; drawn uniformly, dimensionless. */
  readonly hadronResponse: Interval;
  /** Largest distance between a track's entry point and a cluster of another particle for the two to be matched, cm. */
  readonly matchDistance: number;
  /** Distance over which the lateral shower profile falls by $e$, cm. */
  readonly lateralLength: number;
}

/** Silicon and drift-chamber tracking. */
export interface Tracker {
  /** Lab polar angles, rad. */
  readonly acceptance: Interval;
  /** Least transverse momentum, GeV. */
  readonly minimumPt: number;
  /** Efficiency for a track from the interaction point against its transverse momentum, GeV. */
  readonly promptEfficiency: Curve;
  /** What is left of it at a polar angle, rad: fewer layers are crossed towards the ends. */
  readonly angularEfficiency: Curve;
  /** What is left for a pair of tracks from a vertex at transverse radius $r$, cm, over a pair from the interaction point. */
  readonly displacedEfficiency: Curve;
  /** Momentum resolution $\sigma_{p_t}/p_t = c_1 p_t \oplus c_2/\beta$: $[c_1, c_2]$, GeV$^{-1}$ and dimensionless. */
  readonly momentum: readonly [measurement: number, scattering: number];
  /** Impact-parameter resolution $\sigma = s_0 \oplus s_1/(p\beta\sin^{3/2}\theta)$, cm with $p$ in GeV: $[s_0, s_1]$. */
  readonly impact: readonly [constant: number, scattering: number];
  /** Resolution of the polar and azimuthal angles, rad. */
  readonly angle: number;
  /** Inner and outer radius of the drift chamber, cm. */
  readonly chamberRadius: Interval;
  /** Backward and forward end of the drift chamber at its outer radius, cm. */
  readonly chamberZ: Interval;
  /** Number of sense-wire layers. */
  readonly layers: number;
  /** Resolution of the track time, ns. */
  readonly time: number;
  /** Material before the tracking volume at normal incidence, radiation lengths. */
  readonly material: number;
  /** Radius at which photons convert, cm. */
  readonly conversionRadius: number;
}

/** Muon and $K_L$ system. */
export interface MuonSystem {
  /** Lab polar angles of the forward endcap, rad. */
  readonly forward: Interval;
  /** Lab polar angles of the barrel, rad. */
  readonly barrel: Interval;
  /** Lab polar angles of the backward endcap, rad. */
  readonly backward: Interval;
  /** Inner radius of the barrel, cm. */
  readonly radius: number;
  /** Inner face of the forward endcap, cm. */
  readonly zForward: number;
  /** Inner face of the backward endcap, cm. */
  readonly zBackward: number;
  /** Least transverse momentum that reaches the barrel, GeV. */
  readonly minimumPt: number;
  /** Energy lost by a muon in one layer of iron, GeV. */
  readonly lossPerLayer: number;
  /** Energy lost by a muon before the first layer, GeV. */
  readonly lossBefore: number;
  /** Number of detector layers. */
  readonly layers: number;
  /** Efficiency of a layer. */
  readonly layerEfficiency: number;
  /** Nuclear interaction lengths of one layer of iron. */
  readonly interactionLengthsPerLayer: number;
}

/** Chances of the identity assigned to a track, for each true species. */
export interface Identification {
  /** Efficiency to call an electron one. */
  readonly electron: number;
  /** Efficiency to call a muon one, once it crosses the muon system. */
  readonly muon: number;
  /** Efficiency to call a charged kaon one. */
  readonly kaon: number;
  /** Efficiency to call a proton one. */
  readonly proton: number;
  /** Chance that a charged pion is called an electron. */
  readonly pionAsElectron: number;
  /** Chance that a charged pion above the muon threshold is called a muon. */
  readonly pionAsMuon: number;
  /** Chance that a charged pion is called a kaon. */
  readonly pionAsKaon: number;
}

/** Tracking of the level-1 trigger. */
export interface Level1Tracking {
  /** Least transverse momentum of the two-dimensional finder, GeV. */
  readonly minimumPt: number;
  /** Radius that a track must reach inside the chamber to be a full track, cm. */
  readonly fullRadius: number;
  /** Radius that a track must reach inside the chamber to be a short track, cm. */
  readonly shortRadius: number;
  /** Efficiency of the two-dimensional finder for a track that fulfils both. */
  readonly efficiency: number;
  /** Efficiency of the neural-network estimate of $z_0$ for a full track. */
  readonly neuralEfficiency: number;
  /** Resolution of the neural $z_0$, cm. */
  readonly neuralZ: number;
  /** Efficiency of the three-dimensional fit for a full track. */
  readonly fitEfficiency: number;
  /** Resolution of the fitted $z_0$, cm. */
  readonly fitZ: number;
  /** Resolution of the curvature, cm$^{-1}$. */
  readonly curvature: number;
  /** Resolution of the azimuth, rad. */
  readonly phi: number;
  /** Resolution of $\cot\theta$. */
  readonly cotTheta: number;
  /** Largest transverse impact parameter the Hough transform finds, cm. */
  readonly maximumD0: number;
}

/** Hits that other beam crossings add to an event. */
export interface BeamBackground {
  /** Mean number of extra clusters per event. */
  readonly clusters: number;
  /** Mean of their exponential energy spectrum above the cluster threshold, GeV. */
  readonly clusterEnergy: number;
  /** Their times are uniform in $\pm$ this, ns. */
  readonly clusterTime: number;
  /** Mean number of extra tracks per event. */
  readonly tracks: number;
  /** Their $z_0$ is uniform in $\pm$ this, cm. */
  readonly trackZ: number;
  /** Mean of their exponential transverse-momentum spectrum, GeV. */
  readonly trackPt: number;
}

/** A parametric detector: plain numbers, so that a variant is `{ ...belle2, tracker: { ...belle2.tracker, … } }`. */
export interface Detector {
  /** Name. */
  readonly name: string;
  /** Solenoid field along $z$, T. */
  readonly field: number;
  /** Electromagnetic calorimeter. */
  readonly calorimeter: Calorimeter;
  /** Tracking. */
  readonly tracker: Tracker;
  /** Muon system. */
  readonly muonSystem: MuonSystem;
  /** Particle identification. */
  readonly identification: Identification;
  /** Level-1 tracking. */
  readonly level1: Level1Tracking;
  /** Beam background, overlaid only when asked for. */
  readonly background: BeamBackground;
}
