import type { Limit } from "@belladonna/limits";
import { effect, signal } from "@preact/signals";
import { states, trouble } from "../state/store.js";
import { LONGEST, packed, unpacked } from "./pack.js";

/** The limit of the reader; undefined when there is none. */
export const own = signal<Limit | undefined>(undefined);

/** Text in the link that stands for `own`. */
let inLink = "";

/** Put a limit of the reader on the plane, in the link as far as it fits. */
export async function putOwn(limit: Limit): Promise<void> {
  const text = await packed(limit);
  const fits = text.length <= LONGEST;
  inLink = fits ? text : "";
  own.value = limit;
  states.set({ own: inLink });
  trouble.value = fits ? "" : "long";
}

/** Take the limit of the reader away. */
export function dropOwn(): void {
  inLink = "";
  own.value = undefined;
  states.set({ own: "" });
}

/** Follow the link: what it holds is on the plane. */
export function keepOwn(): void {
  effect(() => {
    const text = states.now.value.own;
    if (text === inLink) return;
    inLink = text;
    if (text === "") {
      own.value = undefined;
      return;
    }
    unpacked(text).then(
      (limit) => {
        if (inLink === text) own.value = limit;
      },
      () => {
        trouble.value = "packed";
      },
    );
  });
}
