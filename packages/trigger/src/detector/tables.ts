import type { Growing } from "./table.js";

/** Columns of the cluster table. */
export const clusterSchema = {
  energy: "f64",
  theta: "f64",
  phi: "f64",
  distance: "f64",
  time: "f64",
  time99: "f64",
  shape: "f64",
  track: "i32",
  particle: "i32",
} as const;

/** Columns of the track table. */
export const trackSchema = {
  charge: "i8",
  px: "f64",
  py: "f64",
  pz: "f64",
  d0: "f64",
  z0: "f64",
  time: "f64",
  chamberHits: "i16",
  pdgId: "i32",
  cluster: "i32",
  particle: "i32",
  level1: "u8",
  level1Phi: "f64",
  level1Omega: "f64",
  level1CotTheta: "f64",
  level1Z: "f64",
  level1FitZ: "f64",
} as const;

/** Columns of the muon table. */
export const muonSchema = { theta: "f64", phi: "f64", layers: "i16", track: "i32", particle: "i32" } as const;

/** Clusters under construction. */
export type GrowingClusters = Growing<typeof clusterSchema>;
/** Tracks under construction. */
export type GrowingTracks = Growing<typeof trackSchema>;
/** Muon-system tracks under construction. */
export type GrowingMuons = Growing<typeof muonSchema>;
