/**
 * Models from files: a mediator with its vertices and widths, written as JSON with expressions. Needs `jsep` and
 * `jsonc-parser`.
 *
 * @packageDocumentation
 */
export { MODEL_FORMAT, parseModelFile } from "./model-file/parse-model-file.js";
export { modelFileSchema } from "./model-file/schema.js";
export { ModelFileError } from "./model-file/located.js";
export type { FileContent, FileField, FileModel, FileVertex } from "./model-file/file-model.js";
