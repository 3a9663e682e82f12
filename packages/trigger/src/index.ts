/**
 * trigger
 * @packageDocumentation
 */
export {};
