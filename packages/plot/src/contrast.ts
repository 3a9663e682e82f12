/** Red, green, blue, 0 to 255. */
type Rgb = readonly [number, number, number];

/**
 * Contrast of two colours, from 1 to 21.
 *
 * ```ts
 * contrast("#000000", "#ffffff"); // 21
 * ```
 * @param a - Colour as `#rrggbb`.
 * @param b - Colour as `#rrggbb`.
 * @returns Ratio of their luminances; `NaN` where one is written in another way.
 * @see W3C, Web Content Accessibility Guidelines 2.2, "contrast ratio"
 */
export function contrast(a: string, b: string): number {
  const [la, lb] = [a, b].map((color) => luminance(rgbOf(color)));
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

/** Contrast that text must have: level AA of the same guidelines. */
const READABLE = 4.5;

/**
 * A colour for letters on white: the colour itself, or as much darker as its contrast of 4.5 to 1 needs.
 *
 * ```ts
 * readable("#0072B2"); // "#0072B2"
 * readable("#E69F00"); // "#9c6c00"
 * ```
 * @param color - Colour as `#rrggbb`; another is returned as it is.
 * @returns Colour.
 */
export function readable(color: string): string {
  const rgb = rgbOf(color);
  if (rgb.some((c) => Number.isNaN(c)) || contrast(color, "#ffffff") >= READABLE) return color;
  for (let share = 0.99; share > 0; share -= 0.01) {
    const darker = `#${rgb
      .map((c) =>
        Math.round(c * share)
          .toString(16)
          .padStart(2, "0"),
      )
      .join("")}`;
    if (contrast(darker, "#ffffff") >= READABLE) return darker;
  }
  return "#000000";
}

function rgbOf(color: string): Rgb {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  return hex ? [parseInt(hex[1], 16), parseInt(hex[2], 16), parseInt(hex[3], 16)] : [NaN, NaN, NaN];
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
