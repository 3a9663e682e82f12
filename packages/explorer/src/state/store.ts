import { computed, signal } from "@preact/signals";
import { dataMark } from "./data-mark.js";
import { fromFragment } from "./fragment.js";
import type { Problem } from "./fragment.js";
import { defaults } from "./state.js";
import type { State } from "./state.js";
import { timeline } from "./timeline.js";

/** Mark of the bundled limits of this page. */
export const mark = dataMark();

/** The states gone through. */
export const states = timeline(defaults());

/** What the link of this page said that is not right. */
export const problems = signal<readonly Problem[]>([]);

/** Whether the link was made with other bundled limits. */
export const otherData = signal(false);

/** What went wrong with a file or a link: a text, or `long` and `packed` for what messages have; `""`: nothing. */
export const trouble = signal("");

/** Identifier of the limit whose card is open; `""`: none. */
export const card = signal("");

/** Identifier of the limit under the pointer; `""`: none. */
export const hovered = signal("");

/** Text for the polite live region. */
export const announced = signal("");

/** Take the state of a link. */
export function follow(fragment: string): void {
  const read = fromFragment(fragment);
  problems.value = read.problems;
  otherData.value = read.data !== "" && read.data !== mark;
  states.replace(read.state);
}

/** One value of the state, which changes only when it does. */
function part<K extends keyof State>(name: K) {
  return computed(() => states.now.value[name]);
}

/** The plane. */
export const plane = part("plane");
/** Mass, GeV. */
export const mass = part("mass");
/** Coupling. */
export const coupling = part("coupling");
/** Limits that are not drawn. */
export const hide = part("hide");
/** Bands that are drawn. */
export const bands = part("bands");
/** Kept points. */
export const pins = part("pins");
/** Masses shown. */
export const xDomain = part("x");
/** Values shown. */
export const yDomain = part("y");

/** Another plane: its own point, nothing hidden, the whole plane. */
export function choosePlane(id: string): void {
  const { luminosity, regime, seed, unknown } = states.now.value;
  states.set({ ...defaults(id), luminosity, regime, seed, unknown });
  card.value = "";
}
/** Portal limits are recast to. */
export const to = part("to");
/** Luminosity projections are made for, fb⁻¹. */
export const luminosity = part("luminosity");
/** How limits improve with it. */
export const regime = part("regime");
/** The event shown. */
export const eventIndex = part("event");
/** The trigger line explained. */
export const line = part("line");
/** The level-1 expression tried. */
export const expression = part("expression");
/** Seed of the events. */
export const seed = part("seed");
/** Lesson and step. */
export const lesson = part("lesson");
