/**
 * HistFactory workspaces: likelihoods with exact gradients, pulls, impacts, patches.
 *
 * @packageDocumentation
 */
// HistFactory
export { histFactory } from "./hist-factory.js";
export type { HistFactoryOptions, InterpolationCodes } from "./hist-factory.js";
export type { HistFactory } from "./model-likelihood.js";
export type { ChannelLayout } from "./compile.js";
export type { FactorInterpolation, ShiftInterpolation } from "./interpolation.js";
export type { ParameterSet } from "./parameter-set.js";
export { correlatedBackground, uncorrelatedBackground } from "./simple-models.js";
export type { SimpleCounts } from "./simple-models.js";
export { pulls } from "./pulls.js";
export type { Pull } from "./pulls.js";
export { impacts } from "./impacts.js";
export type { Impact, ImpactOptions } from "./impacts.js";
export { expectedYields, prefitCovariance } from "./yields.js";
export type { ChannelYields, SampleYields, Yield } from "./yields.js";
export { combineWorkspaces } from "./combine.js";
export type { CombineOptions } from "./combine.js";
export { pruneWorkspace, renameWorkspace, sortWorkspace } from "./edit.js";
export type { PruneOptions, RenameOptions } from "./edit.js";
export { applyJsonPatch } from "./patch.js";
export type { PatchChoice } from "./patch.js";
export { parsePatchSet } from "./patch-set.js";
export type { PatchOperation, PatchSet } from "./patch-set.js";
export { describeWorkspace } from "./describe.js";
export type { WorkspaceDescription } from "./describe.js";
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
