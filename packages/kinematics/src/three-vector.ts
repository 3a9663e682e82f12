/**
 * Three components along $x$, $y$, $z$ of the laboratory: a velocity, an axis, a point.
 */
export type ThreeVector = readonly [x: number, y: number, z: number];
