import type { Quantity } from "../selection/quantity.js";
import { RECORD } from "./published.js";

/** Events in the nine bins of the search, three of $q^2_\mathrm{rec}$ for each of the classifier. */
export type NineBins = readonly number[];

/** What the background is of. */
export type Source = "charged" | "neutral" | "charm" | "strange" | "up" | "down" | "tau";

/** A background as published: expected events before the fit, and their error by the statistics of the simulation. */
export interface PublishedBackground {
  /** Events. */
  readonly events: NineBins;
  /** Errors; nothing where we have not read them. */
  readonly errors?: NineBins;
}

const read = <T>(quantity: string, value: T, text: string, source: string = RECORD): Quantity<T> => ({
  quantity,
  value,
  unit: "events",
  text,
  standing: "read",
  source,
});

/** Expected background at the published luminosity. */
export const background: Quantity<Readonly<Record<Source, PublishedBackground>>> = read(
  "background in nine bins, before the fit",
  {
    charged: {
      events: [
        385.224879, 745.339023, 1028.224641, 308.026322, 476.898066, 505.920611, 242.783685, 216.984648, 148.021226,
      ],
      errors: [8.457088, 10.491902, 11.722785, 7.463598, 8.727673, 8.161988, 6.748351, 5.541368, 4.383059],
    },
    neutral: {
      events: [243.59118, 484.155874, 512.244585, 185.217453, 277.55122, 211.723444, 103.354718, 102.450629, 41.616657],
      errors: [7.021859, 9.286789, 8.911491, 6.455132, 7.066484, 5.808741, 4.951196, 4.341512, 2.451922],
    },
    charm: {
      events: [473.901305, 241.76491, 112.475814, 217.563721, 80.185272, 28.318605, 47.941548, 12.810835, 4.085791],
      errors: [15.752834, 10.544232, 7.167688, 10.723956, 6.405968, 3.480465, 4.939771, 2.420633, 1.527424],
    },
    strange: {
      events: [303.591911, 88.844105, 25.364105, 121.499036, 29.789489, 6.126066, 25.01328, 4.343734, 1.267603],
      errors: [12.035372, 6.273502, 3.339744, 7.545283, 3.559819, 1.701396, 3.277395, 1.447298, 0.73683],
    },
    up: { events: [131.859, 51.6876, 17.9784, 62.1676, 17.5043, 8.36723, 13.502, 1.74533, 1.15673] },
    down: {
      events: [31.208547, 14.762507, 5.136574, 18.004168, 6.920363, 0.972283, 5.440622, 2.193717, 0.351186],
      errors: [5.01065, 2.618533, 1.50736, 3.422631, 2.067907, 0.691101, 2.272286, 1.135105, 0.351216],
    },
    tau: { events: [27.9235, 14.7677, 9.61256, 6.7835, 7.53142, 2.43523, 0.57007, 1.82425, 0] },
  },
  "3942 of B⁺B⁻, 2162 of B⁰B̄⁰, 2287 of the continuum",
);

/** Expected events of $B^+\to K^+\nu\bar\nu$ in the Standard Model. */
export const neutrinos: Quantity<NineBins> = read(
  "B⁺ → K⁺νν̄ of the Standard Model in nine bins",
  [15.854724, 14.183732, 9.97742, 18.576014, 13.914331, 7.517479, 24.552218, 11.918229, 3.516674],
  "120 events",
);

/** Observed events at the Υ(4S). */
export const observed: Quantity<NineBins> = read(
  "observed events in nine bins",
  [1830, 1837, 1685, 1064, 955, 758, 536, 431, 197],
  "9293 events",
);

/** Observed events below it. */
export const observedBelow: Quantity<NineBins> = read(
  "observed events 60 MeV below the resonance",
  [157, 79, 33, 77, 23, 4, 19, 3, 1],
  "396 events",
);

/**
 * Expected events of $B^+\to K^+\nu\bar\nu$ by the bin of the classifier and the true $q^2$, in 25 bins of the same width
 * from 0: number densities, four published bins in one, summed over $q^2_\mathrm{rec}$, to three digits behind the point.
 */
export const numberDensity: Quantity<readonly (readonly number[])[]> = read(
  "events of B⁺ → K⁺νν̄ over the classifier and the true q²",
  [
    [
      3.452, 3.784, 3.852, 3.826, 3.691, 3.575, 3.264, 2.917, 2.567, 2.18, 1.803, 1.482, 1.183, 0.874, 0.588, 0.424,
      0.241, 0.151, 0.087, 0.032, 0.009, 0.007, 0.001, 0, 0,
    ],
    [
      4.186, 4.561, 4.457, 4.309, 3.955, 3.634, 3.191, 2.691, 2.262, 1.877, 1.486, 1.114, 0.807, 0.576, 0.382, 0.226,
      0.142, 0.072, 0.024, 0.013, 0.005, 0, 0, 0, 0,
    ],
    [
      6.331, 6.404, 5.737, 4.902, 4.142, 3.342, 2.578, 1.908, 1.421, 1.018, 0.802, 0.56, 0.358, 0.215, 0.13, 0.077,
      0.029, 0.016, 0.003, 0, 0, 0, 0, 0, 0,
    ],
  ],
  "number densities in 25 bins of true q²; the efficiency of the selection and the classifier follows",
);
