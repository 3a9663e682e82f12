import { axis } from "./axis.js";
import type { Axis } from "./axis.js";
import type { Box } from "./box.js";
import { textSize } from "./text-size.js";

/**
 * The frame of a figure: its page without the space that titles and numbers need.
 *
 * ```ts
 * frameBox(720, 540, 17, ["0.1", "1"]).y0; // ≈ 35.7
 * ```
 * @param width - Width of the page, px.
 * @param height - Height of the page, px.
 * @param fontSize - Size of the letters, px.
 * @param numbers - Numbers of the vertical axis, as they are written.
 */
export function frameBox(width: number, height: number, fontSize: number, numbers: readonly string[]): Box {
  const widest = Math.max(0, ...numbers.map((words) => textSize(words, fontSize).width));
  return {
    x0: Math.max(5.1 * fontSize, widest + 2.6 * fontSize),
    x1: width - 1.4 * fontSize,
    y0: 2.1 * fontSize,
    y1: height - 3.4 * fontSize,
  };
}

/**
 * The vertical axis of a frame, longer than its values so that some height is free above them, as for a legend.
 *
 * ```ts
 * verticalAxis([1, 100], "log", { x0: 0, y0: 0, x1: 400, y1: 300 }, 60).domain[1] > 100; // true
 * ```
 * @param domain - Smallest and largest value that is drawn.
 * @param scale - Logarithmic or linear.
 * @param frame - The frame, px.
 * @param room - Height that is kept free, px.
 * @throws RangeError as {@link axis}.
 */
export function verticalAxis(domain: readonly [number, number], scale: "log" | "linear", frame: Box, room = 0): Axis {
  const tight = axis(domain, scale, frame.y1, frame.y0 + room);
  return room === 0 ? tight : axis([domain[0], tight.value(frame.y0)], scale, frame.y1, frame.y0);
}
