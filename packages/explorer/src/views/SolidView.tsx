import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { lookOf } from "../events/scene.js";
import type { Scene } from "../events/scene.js";
import type { Colours, Solid } from "../solid/solid.js";
import { messages } from "../text/messages.js";

const { events: words } = messages;

/** How far a key turns, rad, and by what it comes nearer. */
const STEP = 0.1;
const NEARER = 1.15;

/** What keys do to the picture. */
const keys: Readonly<Record<string, (solid: Solid) => void>> = {
  ArrowLeft: (s) => {
    s.turn(-STEP, 0);
  },
  ArrowRight: (s) => {
    s.turn(STEP, 0);
  },
  ArrowUp: (s) => {
    s.turn(0, -STEP);
  },
  ArrowDown: (s) => {
    s.turn(0, STEP);
  },
  "+": (s) => {
    s.nearer(NEARER);
  },
  "-": (s) => {
    s.nearer(1 / NEARER);
  },
  "0": (s) => {
    s.reset();
  },
};

/** Colours of the lines, as the style of the projections has them in this theme. */
function coloursIn(place: HTMLElement): Colours {
  const looked = (look: string, property: "stroke" | "fill"): string => {
    const probe = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    probe.setAttribute("class", "event unseen");
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    line.setAttribute("class", look);
    probe.append(line);
    place.append(probe);
    const color = getComputedStyle(line)[property];
    probe.remove();
    return color;
  };
  return {
    track: (name) => looked(`track ${lookOf(name)}`, "stroke"),
    cluster: looked("cluster neutral", "stroke"),
    muon: looked("muon-hit", "fill"),
    outline: looked("calorimeter", "stroke"),
  };
}

interface Props {
  readonly scene: Scene;
  readonly sentence: string;
}

/** The event in space: what draws it is loaded with the first. Turned by dragging or by keys, never by itself. */
export function SolidView({ scene, sentence }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const solid = useSignal<Solid | undefined>(undefined);
  const why = useSignal("");
  useEffect(() => {
    let gone = false;
    import("../solid/solid.js")
      .then(({ startSolid }) => {
        if (holder.current !== null && !gone) solid.value = startSolid(holder.current);
      })
      .catch((error: unknown) => {
        why.value = error instanceof Error ? error.message : String(error);
      });
    return () => {
      gone = true;
      solid.peek()?.end();
    };
  }, []);
  const started = solid.value;
  useEffect(() => {
    if (started === undefined || holder.current === null) return;
    const place = holder.current;
    const show = (): void => {
      started.show(scene, coloursIn(place));
    };
    show();
    // The button for light and dark writes into the style of the page.
    const watcher = new MutationObserver(show);
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ["style"] });
    return () => {
      watcher.disconnect();
    };
  }, [started, scene]);
  if (why.value !== "") return <p class="remark">{words.noSolid(why.value)}</p>;
  return (
    <figure>
      <div
        ref={holder}
        class="solid"
        tabindex={0}
        role="application"
        aria-roledescription={words.solidRole}
        aria-label={`${words.solid}: ${sentence}`}
        aria-busy={started === undefined}
        onKeyDown={(e) => {
          const act = keys[e.key] as (typeof keys)[string] | undefined;
          if (act === undefined || started === undefined) return;
          e.preventDefault();
          act(started);
        }}
      />
      <figcaption>{words.solidHelp}</figcaption>
    </figure>
  );
}
