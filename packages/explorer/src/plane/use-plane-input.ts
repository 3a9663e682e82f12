import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { card, states } from "../state/store.js";
import type { State } from "../state/state.js";
import { axesOf } from "../state/state.js";
import { onPlaneKey } from "./keys.js";
import { axisOf, layout } from "./layout.js";
import { pointIn, zoomed } from "./move.js";

/** Way that a pointer goes before what was pressed is dragged, px. */
const SLACK = 4;

/** Zoom of one notch of a wheel, in px of its turn. */
const WHEEL = 0.0015;

/**
 * Drag, wheel, pinch, double click and keys on the plane.
 * @param svg - The plane.
 * @param written - Writes the address at once.
 */
export function usePlaneInput(svg: RefObject<SVGSVGElement | null>, written: () => void): void {
  useEffect(() => {
    const element = svg.current;
    if (element === null) return;
    const stop = new AbortController();
    const fingers = new Map<number, { x: number; y: number }>();
    let dragged = false;
    /** The name of a limit that is pressed: its card opens unless the pointer goes away with it. */
    let pressed: { readonly id: string; readonly x: number; readonly y: number } | undefined;
    const place = (e: { clientX: number; clientY: number }): { x: number; y: number } => {
      const { left, top, width } = element.getBoundingClientRect();
      const scale = (layout.peek()?.width ?? width) / width;
      return { x: (e.clientX - left) * scale, y: (e.clientY - top) * scale };
    };
    const valueAt = (p: { x: number; y: number }): Pick<State, "mass" | "coupling"> | undefined => {
      const plan = layout.peek();
      if (plan === undefined) return undefined;
      const { box } = plan;
      const px = Math.min(Math.max(p.x, box.x0), box.x1);
      const py = Math.min(Math.max(p.y, box.y0), box.y1);
      return pointIn(states.now.peek().plane, axisOf(plan.x).value(px), axisOf(plan.y).value(py));
    };
    const zoom = (p: { x: number; y: number }, factor: number): void => {
      const plan = layout.peek();
      const at = plan && { x: axisOf(plan.x).value(p.x), y: axisOf(plan.y).value(p.y) };
      if (plan === undefined || at === undefined) return;
      const whole = axesOf(states.now.peek().plane);
      const x = zoomed(plan.x.domain, at.x, factor, plan.x.scale === "linear", whole.x);
      const y = zoomed(plan.y.domain, at.y, factor, plan.y.scale === "linear", whole.y);
      states.pass({ x, y });
    };
    const on = <K extends keyof SVGElementEventMap>(
      type: K,
      act: (e: SVGElementEventMap[K]) => void,
      options: AddEventListenerOptions = {},
    ): void => {
      element.addEventListener(type, act, { ...options, signal: stop.signal });
    };
    on("pointerdown", (e) => {
      if (e.button !== 0) return;
      element.setPointerCapture(e.pointerId);
      element.focus({ preventScroll: true });
      fingers.set(e.pointerId, place(e));
      const name = fingers.size === 1 && e.target instanceof Element && e.target.closest("[data-card]");
      pressed = name ? { id: name.getAttribute("data-card") ?? "", ...place(e) } : undefined;
      if (pressed !== undefined) return;
      const to = valueAt(place(e));
      if (fingers.size > 1 || to === undefined) return;
      dragged = true;
      states.pass(to);
    });
    on("pointermove", (e) => {
      const before = fingers.get(e.pointerId);
      if (before === undefined) return;
      const now = place(e);
      if (pressed !== undefined && Math.hypot(now.x - pressed.x, now.y - pressed.y) < SLACK) return;
      pressed = undefined;
      dragged = true;
      if (fingers.size === 2) {
        const other = [...fingers].find(([id]) => id !== e.pointerId)?.[1] ?? now;
        const apart = (p: { x: number; y: number }): number => Math.hypot(p.x - other.x, p.y - other.y);
        if (apart(now) > 8) zoom({ x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }, apart(before) / apart(now));
      } else {
        const to = valueAt(now);
        if (to !== undefined) states.pass(to);
      }
      fingers.set(e.pointerId, now);
    });
    const lift = (e: PointerEvent): void => {
      fingers.delete(e.pointerId);
      if (pressed !== undefined && e.type === "pointerup") card.value = pressed.id;
      pressed = undefined;
      if (fingers.size > 0 || !dragged) return;
      dragged = false;
      states.set({});
      written();
    };
    on("pointerup", lift);
    on("pointercancel", lift);
    on("dblclick", () => {
      states.set({ x: undefined, y: undefined });
    });
    on(
      "wheel",
      (e) => {
        e.preventDefault();
        zoom(place(e), Math.exp(e.deltaY * WHEEL));
      },
      { passive: false },
    );
    on("keydown", onPlaneKey);
    return () => {
      stop.abort();
    };
  }, [svg, written]);
}
