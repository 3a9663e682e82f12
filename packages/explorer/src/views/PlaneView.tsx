import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { messages } from "../text/messages.js";
import { layout, room } from "../plane/layout.js";
import { planeData } from "../plane/plane-data.js";
import { hovered, states, xDomain, yDomain } from "../state/store.js";
import { sentence } from "../point/answers.js";
import { usePlaneInput } from "../plane/use-plane-input.js";
import { Axes } from "./Axes.js";
import { Controls, NotCarried } from "./Controls.js";
import { Marks } from "./Marks.js";
import { PlaneTable } from "./PlaneTable.js";
import { PointMark } from "./PointMark.js";

/** The plane: limits, point, pins; one element to focus. */
export function PlaneView({ written }: { readonly written: () => void }) {
  const holder = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => {
    if (holder.current === null) return;
    const watcher = new ResizeObserver(([{ contentRect }]) => {
      const width = Math.max(280, Math.round(contentRect.width));
      const height = Math.round(width < 520 ? width : Math.min(width * 0.72, 680));
      if (room.peek().width !== width) room.value = { width, height };
    });
    watcher.observe(holder.current);
    return () => {
      watcher.disconnect();
    };
  }, []);
  usePlaneInput(svg, written);
  useSignalEffect(() => {
    const id = hovered.value;
    for (const mark of svg.current?.querySelectorAll("g.mark") ?? []) {
      mark.classList.toggle("dim", id !== "" && mark.getAttribute("data-id") !== id);
    }
  });
  const data = planeData.value;
  const { width, height } = room.value;
  return (
    <section aria-labelledby="plane-title" class="plane limits">
      <h2 id="plane-title" class="unseen">
        {data.state === "ready" ? data.plane.title : messages.plane}
      </h2>
      <Controls />
      <div ref={holder} class="holder" style={{ minHeight: `${height}px` }}>
        {data.state === "failed" && <p class="remark">{messages.failed(data.why)}</p>}
        <svg
          ref={svg}
          id="plane"
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          tabindex={0}
          role="application"
          aria-roledescription={messages.planeRole}
          aria-label={sentence.value}
          aria-describedby="plane-help"
        >
          <Marks />
          <Axes />
        </svg>
        <svg class="over" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
          <PointMark />
        </svg>
      </div>
      <p id="plane-help" class="unseen">
        {messages.planeHelp}
      </p>
      {(xDomain.value !== undefined || yDomain.value !== undefined) && (
        <button
          type="button"
          class="reset"
          onClick={() => {
            states.set({ x: undefined, y: undefined });
          }}
        >
          {messages.reset}
        </button>
      )}
      <NotCarried />
      {layout.value !== undefined && <PlaneTable />}
    </section>
  );
}
