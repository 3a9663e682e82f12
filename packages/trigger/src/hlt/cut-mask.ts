import { BLOCK, compileCuts, newRegisters, runCuts } from "./cut-program.js";
import { holds, type Cut } from "./cut.js";

/**
 * Rows of columns for which a cut holds: {@link evaluateCut} for all rows at once, in blocks.
 * @param cut - The cut.
 * @param columns - Columns by the names of the variables, of equal length; `NaN` for undefined. Others are not looked at.
 * @param rows - Number of rows.
 * @returns 1 where it holds.
 * @throws RangeError when a variable has no column, or one of another length.
 * @example
 * ```ts
 * const columns = { tracks: [2, 2, 4], mass: [0.5, 3, 3] };
 * Array.from(cutMask(parseCut("tracks == 2 and mass > 1"), columns, 3)); // [0, 1, 0]
 * ```
 */
export function cutMask(
  cut: Cut,
  columns: Readonly<Record<string, ArrayLike<number> | undefined>>,
  rows: number,
): Uint8Array {
  const used = cut.variables.map((name) => {
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (column === undefined) {
      const known = Object.keys(columns).join(", ");
      throw new RangeError(`cutMask: cut "${cut.text}": there is no column ${name}; there is ${known}`);
    }
    if (column.length !== rows) {
      throw new RangeError(
        `cutMask: cut "${cut.text}": column ${name} must have ${rows} rows, it has ${column.length}`,
      );
    }
    return column;
  });
  const program = compileCuts([cut.expression], cut.variables, "cutMask");
  const registers = newRegisters(program);
  const answer = program.outputs[0] * BLOCK;
  const mask = new Uint8Array(rows);
  for (let start = 0; start < rows; start += BLOCK) {
    const size = Math.min(BLOCK, rows - start);
    used.forEach((column, k) => {
      for (let i = 0; i < size; i++) registers[k * BLOCK + i] = column[start + i];
    });
    runCuts(program, registers, size);
    for (let i = 0; i < size; i++) mask[start + i] = holds(registers[answer + i]) ? 1 : 0;
  }
  return mask;
}
