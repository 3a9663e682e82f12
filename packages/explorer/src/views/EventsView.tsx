import { luminosityText } from "@belladonna/limits";
import { useMemo, useRef } from "preact/hooks";
import { event, lheOfSample, sample, wanted } from "../events/sample.js";
import { sceneOf } from "../events/scene.js";
import { phoenixText } from "../exports/phoenix.js";
import { offer, save } from "../exports/save.js";
import { particle } from "../point/answers.js";
import { attempt } from "../state/attempt.js";
import { eventIndex, luminosity, states } from "../state/store.js";
import { messages } from "../text/messages.js";
import { numberText, percentText } from "../text/number-text.js";
import { particleNames } from "../text/particle-names.js";
import type { Sample } from "../worker/answers.js";
import { TriggerView } from "./TriggerView.js";
import { Fact } from "./Fact.js";
import { OneEventView } from "./OneEventView.js";
import { useSeen } from "./use-seen.js";

const { events: words } = messages;

/** Luminosity where none is chosen, fb⁻¹: that of a round number to scale from. */
const UNIT = 1000;

/** Events of the point: how many, one of them in two projections, its table, and the trigger. */
export function EventsView() {
  const now = sample.value;
  const place = useRef<HTMLElement>(null);
  const none = now.state === "none";
  useSeen(place, none, (seen) => {
    wanted.value = seen;
  });
  if (none) return null;
  return (
    <section ref={place} aria-labelledby="events" class="late" aria-busy={now.state === "working"}>
      <h2 id="events">{words.title}</h2>
      {now.state === "failed" && <p class="remark">{messages.cannot(now.why)}</p>}
      {now.state === "working" && <p class="remark">{words.working}</p>}
      {now.state === "ready" && <Ready sample={now.sample} />}
    </section>
  );
}

function Ready({ sample: found }: { readonly sample: Sample }) {
  const { crossSection, branchingFraction, acceptance, events } = found;
  const at = luminosity.value > 0 ? luminosity.value : UNIT;
  const view = event.value;
  const scene = useMemo(() => view && sceneOf(view, found.detector), [view, found]);
  return (
    <>
      <dl class="facts">
        <Fact name={words.process} value={particleNames(found.process.replace(">", "->"))} />
        <Fact name="σ" value={`${numberText(crossSection.value, 3)} ± ${numberText(crossSection.error, 1)} fb`} />
        <Fact name={words.produced(luminosityText(at))} value={numberText(crossSection.value * at, 3)} />
        <Flight betaGamma={found.betaGamma} />
        {branchingFraction < 0.9995 && <Fact name={words.decays} value={percentText(branchingFraction)} />}
        <Fact
          name={words.acceptance}
          value={`${percentText(acceptance.value)} (${percentText(acceptance.low)} – ${percentText(acceptance.high)})`}
        />
      </dl>
      <div class="tools">
        <Step by={-1} events={events} />
        <span class="count">
          {Math.min(eventIndex.value, events - 1) + 1} / {events}
        </span>
        <Step by={1} events={events} />
        <button
          type="button"
          onClick={() => {
            attempt(async () => {
              save("events.lhe", await lheOfSample(), "application/xml");
            });
          }}
        >
          {words.lhe}
        </button>
        <button
          type="button"
          disabled={view === undefined || scene === undefined}
          onClick={() => {
            if (view === undefined || scene === undefined) return;
            // Phoenix takes each key of the file for an event: it has no place for a mark.
            offer(`event-${view.index + 1}.json`, phoenixText(view, scene, found.process), "application/json");
          }}
        >
          {words.phoenix}
        </button>
      </div>
      {view !== undefined && scene !== undefined && <OneEventView view={view} scene={scene} />}
      <TriggerView sample={found} view={view} />
    </>
  );
}

/** Mean length flown, where the particle has a lifetime. */
function Flight({ betaGamma }: { readonly betaGamma: number }) {
  const found = particle.value;
  if (found === "none" || found === "loading" || !found.known || found.mediator.ctau === Infinity) return null;
  return <Fact name={words.flight} value={`${numberText(betaGamma * found.mediator.ctau, 3)} cm`} />;
}

function Step({ by, events }: { readonly by: 1 | -1; readonly events: number }) {
  const to = Math.min(eventIndex.value, events - 1) + by;
  return (
    <button
      type="button"
      aria-label={by > 0 ? words.next : words.before}
      disabled={to < 0 || to >= events}
      onClick={() => {
        states.set({ event: to });
      }}
    >
      {by > 0 ? "▶" : "◀"}
    </button>
  );
}
