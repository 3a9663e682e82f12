/**
 * Models from files: a mediator with its vertices and widths, written as JSON with expressions. Needs `ajv`,
 * `jsep` and `jsonc-parser`.
 *
 * @packageDocumentation
 */
export { parseModelFile } from "./model-file/parse-model-file.js";
export { MODEL_FORMAT, modelFileSchema } from "./model-file/schema.js";
export { ModelFileError } from "./model-file/located.js";
export type { FieldOf, VertexOf } from "./model-file/content.js";
export type { FileContent, FileModel } from "./model-file/file-model.js";
