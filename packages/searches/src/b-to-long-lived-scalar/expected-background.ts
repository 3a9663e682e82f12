import type { Quantity } from "../selection/quantity.js";
import type { Pair } from "./channels.js";

/** Background of a channel over all masses, at the luminosity of the publication, flat in the reduced mass. */
function flat(pair: string, value: number, source: string): Quantity {
  return {
    quantity: `background in ${pair}, flat in M′, in all`,
    value,
    unit: value === 1 ? "event" : "events",
    standing: "stand-in",
    source,
  };
}

const LEPTONS = "the experiment took it from data; the published ee and μμ limits show no event outside the K_S";
const HADRONS = "the experiment took it from data; a guess";

/** Background events of each channel. */
export const expectedBackground: Readonly<Record<Pair, Quantity>> = {
  mu: flat("μμ", 1, LEPTONS),
  e: flat("ee", 1, LEPTONS),
  pi: flat("ππ", 30, HADRONS),
  K: flat("KK", 10, HADRONS),
};
