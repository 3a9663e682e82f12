import type { Bits } from "../bits.js";
import type { BitGroup } from "./input-index.js";

/** Writes bits of one event after another. */
export interface BitWriter {
  /** Goes to an event. */
  at(event: number): void;
  /** Sets a bit. */
  set(j: number): void;
  /** Sets a bit on a condition. */
  setIf(on: boolean, j: number): void;
  /** Sets one bit of a group: for 1, 2, … and the last for more. */
  oneHot(n: number, group: BitGroup): void;
  /** Sets a group to a binary number. */
  binary(n: number, group: BitGroup): void;
}

/** A writer of bits named as the level-1 inputs. */
export function bitWriter({ words, stride }: Bits): BitWriter {
  let word = 0;
  let mask = 0;
  return {
    at(event) {
      word = event >>> 5;
      mask = 1 << (event & 31);
    },
    set(j) {
      words[j * stride + word] |= mask;
    },
    setIf(on, j) {
      if (on) words[j * stride + word] |= mask;
    },
    oneHot(n, { first, size }) {
      if (n > 0) words[(first + Math.min(n, size) - 1) * stride + word] |= mask;
    },
    binary(n, { first, size }) {
      for (let k = 0; k < size; k++) if ((n >> k) & 1) words[(first + k) * stride + word] |= mask;
    },
  };
}
