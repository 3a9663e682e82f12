import { eventTable, fromPThetaPhi, type EventTable } from "../src/index.js";
import { stream } from "./streams.js";

/** Seeded events of 0 to 6 particles with mothers, vertices and weights. */
export function randomEvents(n: number, seed = 7): EventTable {
  const random = stream(seed);
  return eventTable((builder) => {
    for (let i = 0; i < n; i++) {
      builder.event(random.uniform());
      const multiplicity = Math.floor(7 * random.uniform());
      for (let j = 0; j < multiplicity; j++) {
        builder.particle({
          pdgId: random.uniform() < 0.5 ? 22 : -211,
          mother: Math.floor(random.uniform() * (j + 1)) - 1,
          status: random.uniform() < 0.7 ? 1 : 2,
          ...fromPThetaPhi(random.uniform() * 5, random.uniform() * 3, random.uniform() * 6, random.uniform()),
          vx: random.uniform(),
          vt: random.uniform(),
        });
      }
    }
  });
}
