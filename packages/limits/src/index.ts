/**
 * limits
 * @packageDocumentation
 */
export {};
