/**
 * HistFactory workspaces: likelihoods with exact gradients, pulls, impacts, patches.
 *
 * @packageDocumentation
 */
// HistFactory
export { histFactory } from "./hist-factory.js";
export type { HistFactoryOptions, InterpolationCodes } from "./hist-factory.js";
export type { HistFactory, UsedInterpolation } from "./model-likelihood.js";
export type {
  BinFactors,
  CustomModifier,
  CustomModifiers,
  CustomConstraint,
  CustomParameter,
  ModifiedSample,
} from "./custom-modifier.js";
export type { ChannelLayout } from "./compile.js";
export type { FactorInterpolation, ShiftInterpolation } from "./interpolation.js";
export type { ParameterSet } from "./parameter-set.js";
export { correlatedBackground, uncorrelatedBackground } from "./simple-models.js";
export type { SimpleCounts } from "./simple-models.js";
export { kinematicModifier } from "./kinematic-modifier.js";
export type { KinematicWeights } from "./kinematic-modifier.js";
export { reweightSample } from "./reweight.js";
export type { NumberDensity, ReweightOptions } from "./reweight.js";
export { workspaceFrom } from "./builder.js";
export type { ChannelHistograms, SampleHistograms, WorkspaceParts } from "./builder.js";
export type { PruneThresholds, Systematic } from "./systematics.js";
export { smooth353QH } from "./smooth.js";
export { pulls } from "./pulls.js";
export type { Pull } from "./pulls.js";
export { impacts } from "./impacts.js";
export type { Impact, ImpactOptions } from "./impacts.js";
export { expectedYields, prefitCovariance } from "./yields.js";
export type { ChannelYields, SampleYields, Yield } from "./yields.js";
export { saturatedGoodness } from "./goodness-of-fit.js";
export type { SaturatedGoodness } from "./goodness-of-fit.js";
export { correlationMatrix } from "./correlations.js";
export type { CorrelationMatrix } from "./correlations.js";
export { likelihoodScan } from "./likelihood-scan.js";
export type { LikelihoodScan } from "./likelihood-scan.js";
export { distributions } from "./distributions.js";
export type { Distribution, DistributionBin } from "./distributions.js";
export { yieldsTable } from "./yields-table.js";
export { carryFit } from "./carry-fit.js";
export type { CarriedFit } from "./carry-fit.js";
export { simplifiedWorkspace } from "./simplified.js";
export type { SimplifiedOptions } from "./simplified.js";
export { combineWorkspaces } from "./combine.js";
export type { CombineOptions } from "./combine.js";
export { pruneWorkspace, renameWorkspace, sortWorkspace } from "./edit.js";
export type { PruneOptions, RenameOptions } from "./edit.js";
export { applyJsonPatch } from "./patch.js";
export type { PatchChoice } from "./patch.js";
export { parsePatchSet } from "./patch-set.js";
export type { PatchOperation, PatchSet } from "./patch-set.js";
export { describeWorkspace } from "./describe.js";
export type {
  ChannelDescription,
  MeasurementDescription,
  ParameterDescription,
  WorkspaceDescription,
} from "./describe.js";
export { readHs3 } from "./read-hs3.js";
export type { Hs3Options } from "./read-hs3.js";
export { writeHs3 } from "./write-hs3.js";
export type {
  Hs3Analysis,
  Hs3Axis,
  Hs3Data,
  Hs3Distribution,
  Hs3Document,
  Hs3Domain,
  Hs3Histogram,
  Hs3Likelihood,
  Hs3Metadata,
  Hs3Modifier,
  Hs3ModifierData,
  Hs3ParameterPoint,
  Hs3Range,
  Hs3Sample,
  Hs3Value,
} from "./hs3-document.js";
export { workspaceDigest } from "./digest.js";
export { parseWorkspace } from "./validate.js";
export { WorkspaceError } from "./workspace-error.js";
export type {
  BinUncertainty,
  Channel,
  FreeModifier,
  HistoSys,
  Measurement,
  Modifier,
  NormSys,
  Observation,
  ParameterConfig,
  Sample,
  Workspace,
} from "./workspace.js";
