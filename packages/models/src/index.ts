/**
 * models
 * @packageDocumentation
 */
export {};
