import { atan, exp, log, square, tan } from "@belladonna/numerics/elementary";

/**
 * How the squared mass $s$ of an intermediate state is thrown between its limits:
 * `"flat"`; `"log"` as $1/(s - p)$; `"soft"` as $1/(q - s)$; `"both"` as $1/((s - p)(q - s))$; `"resonance"` as
 * $1/((s - p)^2 + w^2)$. With $q = M_{\text{parent}}^2 + M_{\text{sibling}}^2$ the soft form is one over the sibling's
 * energy.
 */
export interface MassMap {
  /** Form of the density. */
  readonly kind: "flat" | "log" | "soft" | "both" | "resonance";
  /** $p$, GeV². */
  readonly pole: number;
  /** $w$, GeV². */
  readonly width: number;
}

/**
 * Squared mass for a uniform.
 * @param low - Lower limit, GeV².
 * @param high - Upper limit, GeV².
 * @param q - Upper pole, GeV².
 */
export function mapMass({ kind, pole, width }: MassMap, u: number, low: number, high: number, q: number): number {
  switch (kind) {
    case "flat":
      return low + u * (high - low);
    case "log":
      return pole + (low - pole) * exp(u * log((high - pole) / (low - pole)));
    case "soft":
      return q - (q - low) * exp(u * log((q - high) / (q - low)));
    case "both": {
      const a = (low - pole) / (q - low);
      const b = (high - pole) / (q - high);
      const r = a * exp(u * log(b / a));
      return pole + ((q - pole) * r) / (1 + r);
    }
    case "resonance": {
      const a = atan((low - pole) / width);
      const b = atan((high - pole) / width);
      return pole + width * tan(a + u * (b - a));
    }
  }
}

/** Density of {@link mapMass} at $s$, GeV⁻². */
export function massDensity({ kind, pole, width }: MassMap, s: number, low: number, high: number, q: number): number {
  switch (kind) {
    case "flat":
      return 1 / (high - low);
    case "log":
      return 1 / ((s - pole) * log((high - pole) / (low - pole)));
    case "soft":
      return 1 / ((q - s) * log((q - low) / (q - high)));
    case "both": {
      const range = log(((high - pole) * (q - low)) / ((q - high) * (low - pole)));
      return (q - pole) / ((s - pole) * (q - s) * range);
    }
    case "resonance": {
      const range = atan((high - pole) / width) - atan((low - pole) / width);
      return width / ((square(s - pole) + width * width) * range);
    }
  }
}
